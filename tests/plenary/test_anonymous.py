"""Nobody finds a judge in what is published, and whoever may see the panel's files proves all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.plenary.anonymity import choose_anonymous, panel_results
from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.reports.data_files import data_files
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.veiled import published
from smartcity_desktop.signing.attachments import read_attachments
from tests.plenary.anonymous_jury import (
    FORMS,
    PEOPLE,
    PUBLISHED,
    R1,
    R2,
    R3,
    VALUES,
    declare,
    open_jury,
    press,
    print_set,
)
from tests.plenary.hidden_texts import shown_by, texts_of, traces

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.reports.record import DeclaredRecord
    from tests.workshop import Workshop

OF_THE_PANEL = (
    ReportKind.JUDGE_SHEETS,
    ReportKind.HAND_OUT_RECEIPTS,
    ReportKind.ATTENDANCE,
    ReportKind.INTEREST_STATEMENTS,
)
IDS = tuple(judge.id for judge in PEOPLE)
NAMES = (*(judge.name for judge in PEOPLE), *FORMS)
INSTITUTIONS = tuple(judge.institution for judge in PEOPLE)


def record_of(shop: Workshop) -> DeclaredRecord:
    with shop.assessment() as file:
        return read_record(file, shop.instrument, Language.ENGLISH)


def giveaways(shop: Workshop) -> tuple[str, ...]:
    """Whatever leads to one judge: names, ids, keys, and digests that can be found by trying."""
    record = record_of(shop)
    return (
        *NAMES, *IDS, *INSTITUTIONS,
        *(seal.thumbprint for seal in record.seals),
        *(issue.public_key for issue in record.roster.issues),
        *(sheet.sha256 for sheet in record.counted),
        *(seal.time for seal in record.seals),
        record.secret.hex(),
    )  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_no_published_document_leads_to_a_judge(
    unnamed: Workshop, tmp_path: Path, language: Language
) -> None:
    secrets = giveaways(unnamed)
    receipts = [seal.receipt for seal in record_of(unnamed).seals]
    means = press(language, load_catalogue(language).translate)
    files = print_set(unnamed, tmp_path / "terbit", means)
    inside = [name for name in files if "intern" in name]
    assert len(inside) == 1
    panels = texts_of(files.pop(inside[0]), tmp_path)
    assert traces(panels, (*FORMS, receipts[-1])) == [*FORMS, receipts[-1]], "it sees nothing"
    assert len(files) == len(PUBLISHED)
    for name, pdf in files.items():
        text = texts_of(pdf, tmp_path)
        assert not traces(text, secrets), name
        shows_receipts = name.startswith("integritas")
        assert traces(text, receipts) == (receipts if shows_receipts else []), name


def test_data_beside_the_paper_follow_the_same_choice(unnamed: Workshop) -> None:
    files = dict(data_files(record_of(unnamed), Language.ENGLISH))
    receipts = [seal.receipt for seal in record_of(unnamed).seals]
    for name, data in files.items():
        assert not traces(data.decode("utf-8", "replace"), (*giveaways(unnamed), *receipts)), name
    header, *rows = files["scores.csv"].decode("utf-8-sig").splitlines()
    assert header.split(";")[:4] == ["judge", "judge_name", "region", "region_name"]
    given = {row.split(";")[0] for row in rows if row.split(";")[2] == R3}
    assert given == {"A", "B", "C", "D"}
    values = sorted(row.split(";")[7] for row in rows if row.split(";")[2] == R3)
    assert values == sorted(str(v) for scores in VALUES.values() for v in scores.get(R3, ()))


def test_what_is_published_states_no_judge(unnamed: Workshop) -> None:
    stated = json.loads(record_of(unnamed).results_json)
    assert sorted(stated) == [
        "assessment", "decisions", "format", "instrument_sha256", "not_ranked", "panel_sha256",
        "ranked", "regions", "seals",
    ]  # fmt: skip
    assert stated["seals"] == sorted(stated["seals"])
    assert stated["decisions"] == []


@pytest.mark.parametrize("language", list(Language))
def test_documents_of_the_panel_are_named_and_marked(
    unnamed: Workshop, tmp_path: Path, language: Language
) -> None:
    means = press(language, load_catalogue(language).translate)
    mark = {
        Language.INDONESIAN: "Dokumen intern panitia, tidak untuk diumumkan",
        Language.ENGLISH: "Document of the panel only, not to be published",
    }[language]
    kinds = (*OF_THE_PANEL, ReportKind.MINUTES, ReportKind.BLANK_SHEETS)
    files = print_set(unnamed, tmp_path / "intern", means, kinds)
    marked = {name for name, pdf in files.items() if traces(shown_by(pdf, tmp_path), [mark])}
    plain = {
        name for name in files
        if name.startswith(("lembar-kosong", "berita-acara-resmi"))
    }  # fmt: skip
    assert marked == set(files) - plain
    assert len(plain) == 2
    statement = next(pdf for name, pdf in files.items() if name.startswith("pernyataan"))
    assert len(traces(shown_by(statement, tmp_path), FORMS)) == len(FORMS)


def test_letters_say_nothing_from_one_region_to_the_next(unnamed: Workshop) -> None:
    record = record_of(unnamed)
    scores = {(s.region, s.values): s.judge for s in published(record).counted}
    letters = {
        region: {s.judge: scores[region, s.values] for s in record.counted if s.region == region}
        for region in (R1, R2, R3)
    }
    assert all(sorted(found.values()) == ["A", "B", "C", "D"][: len(found)]
               for found in letters.values())  # fmt: skip
    orders = {tuple(sorted(found, key=found.__getitem__)) for found in letters.values()}
    assert len(orders) == 3
    assert published(record_of(unnamed)) == published(record), "drawn once and for all"


def test_two_declarations_draw_anew(unnamed: Workshop) -> None:
    record = record_of(unnamed)
    with unnamed.assessment() as file:
        first, second = file.declarations.all()
        kept = file.anonymity.panel_results()
    assert first.results == second.results
    assert sorted(kept) == [1, 2]
    assert record.declaration.number == 2


def test_signatories_of_the_published_minutes_are_no_judges(
    unnamed: Workshop, tmp_path: Path
) -> None:
    files = print_set(unnamed, tmp_path / "b", press(Language.ENGLISH), (ReportKind.MINUTES,))
    fields = {
        "intern" in name: [
            one["field"] for one in json.loads(read_attachments(pdf)["signatories.json"])
        ]
        for name, pdf in files.items()
    }
    assert fields[False] == ["secretary", "chair", "witness-1"]
    assert fields[True] == [f"judge-{judge}" for judge in IDS] + fields[False]


def test_the_choice_is_made_before_the_first_declaration(tmp_path: Path) -> None:
    shop = open_jury(tmp_path, anonymous=False)
    declare(shop)
    with shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan", shop.clock)
        with pytest.raises(RuleError, match="go on naming them"):
            choose_anonymous(file, shop.random_bytes, shop.clock)
        assert not file.anonymity.secret()
    declare(shop)
    with shop.assessment() as file, pytest.raises(RuleError, match="name the judges"):
        panel_results(file)


def test_the_choice_is_made_once(tmp_path: Path) -> None:
    shop = open_jury(tmp_path, anonymous=False)
    with shop.assessment() as file:
        choose_anonymous(file, shop.random_bytes, shop.clock)
        secret = file.anonymity.secret()
        choose_anonymous(file, shop.random_bytes, shop.clock)
        assert file.anonymity.secret() == secret
        assert [act.kind for act in file.acts.all()].count("anonymous") == 1
        with pytest.raises(RuleError, match="No results are declared"):
            panel_results(file)
    declare(shop)
    assert record_of(shop).anonymous
