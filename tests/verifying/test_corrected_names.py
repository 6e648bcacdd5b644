"""A declaration after a region's name was corrected: proved anew, and caught when tampered with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.document_reading import (
    ResultsDocumentError,
    read_results_document,
)
from smartcity_desktop.results.in_force import number_decisions
from smartcity_desktop.verifying.assessment_file import verify_assessment_file
from smartcity_desktop.verifying.panel_results import recount_anonymous
from tests.plenary import anonymous_jury
from tests.verifying.declared import (
    R1,
    R3,
    Declared,
    decide,
    declare,
    failed,
    make_declared,
    print_ranking,
    run_sql,
    sign,
)

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.results.facts import ResultsFacts
    from tests.workshop import Workshop

FORMER, RIGHT = "Kota 3", "Kabupaten Aceh Timur"


def reopen(shop: Workshop) -> None:
    with shop.assessment() as file:
        reopen_results(file, "Ketua", "Nama salah ketik", shop.clock)


@pytest.fixture(scope="module")
def renamed_once(tmp_path_factory: pytest.TempPathFactory) -> Declared:
    """Reopened, corrected twice, declared and printed again."""
    made = make_declared(tmp_path_factory.mktemp("penetapan") / "asesmen")
    reopen(made.shop)
    decide(made.shop, "name", R3, "Aceh", "Timur")
    decide(made.shop, "name", R3, "Kabupaten ACEH TIMUR")
    decide(made.shop, "name", R3, "Kab. Aceh Timur")
    declare(made.shop)
    unsigned = print_ranking(made.shop, made.shop.folder / "dokumen")
    return replace(made, ranking=sign(unsigned), unsigned=unsigned)


@pytest.fixture
def renamed(renamed_once: Declared, tmp_path: Path) -> Declared:
    folder = tmp_path / "asesmen"
    shop = renamed_once.shop.copied_to(folder)
    return replace(renamed_once, shop=shop, received=folder / "masuk")


def test_file_document_and_panel_files_agree(renamed_once: Declared) -> None:
    assert failed(verify_assessment_file(renamed_once.shop.path)) == {}
    assert renamed_once.verify(renamed_once.ranking, renamed_once.received) == {}
    assert renamed_once.recount(renamed_once.results) == {}
    names = {region.code: region.name for region in renamed_once.facts().roster.regions}
    assert names[R3] == RIGHT


@pytest.mark.parametrize(
    ("sql", "names", "words"),
    [
        ("UPDATE decisions SET choice = 'Kabupaten Juara' WHERE number = 7",
         ["declaration", "recorded"], "Decision 7 is not what the audit log records (choice)"),
        ("UPDATE decisions SET choice = '' WHERE number = 7",
         ["recorded", "roster"], "the decision name 11.03"),
        ("UPDATE decisions SET subject = '[\"11.03\"]' WHERE number = 7",
         ["recorded", "roster"], "the decision name 11.03"),
        ("UPDATE decisions SET reason = 'Lain' WHERE number = 5",
         ["recorded"], "Decision 5 is not what the audit log records (reason)"),
        ("UPDATE decisions SET by = 'Lain' WHERE number = 5",
         ["recorded"], "Decision 5 is not what the audit log records (by)"),
        ("UPDATE decisions SET subject = '[\"11.03\",\"Kota Juara\"]' WHERE number = 5",
         ["recorded", "seals"],
         "corrects the name “Kota Juara” of 11.03, and the file says that it was called “Kota 3”"),
        ("DELETE FROM decisions WHERE number = 5",
         ["recorded", "seals"],
         "records Decision 5, which is not in the file any more"),
        ("DELETE FROM decisions WHERE kind = 'name'",
         ["declaration", "recorded"], "listed as in force and is not"),
        ("UPDATE regions SET name = 'Kota Juara' WHERE code = '11.03'",
         ["recorded"], "it was called “Kota Juara” until then"),
        ("UPDATE regions SET name = 'Kabupaten Aceh Timur' WHERE code = '11.03'",
         ["recorded"], "it was called “Kabupaten Aceh Timur” until then"),
    ],
)  # fmt: skip
def test_what_was_altered_is_named(
    renamed: Declared, sql: str, names: list[str], words: str
) -> None:
    run_sql(renamed.shop.path, sql)
    found = failed(verify_assessment_file(renamed.shop.path))
    assert sorted(found) == names, found
    assert any(words in sentence for sentences in found.values() for sentence in sentences), found


def naming(code: str, former: str, name: str, facts: ResultsFacts) -> ResultsFacts:
    more = Decision(0, DecisionKind.NAME, (code, former), name, "", "", "")
    return replace(facts, decisions=number_decisions([*facts.decisions, more]))


def test_a_name_that_no_correction_explains_fails_the_recount(renamed_once: Declared) -> None:
    facts = renamed_once.facts()
    decisions = number_decisions(d for d in facts.decisions if d.kind is not DecisionKind.NAME)
    found = renamed_once.recount(build_results_document(replace(facts, decisions=decisions)))
    assert "panel_file" in found
    assert any("11.03 Kota 3" in sentence for sentence in found["panel_file"])


def test_a_correction_beside_another_name_is_no_results_document(renamed_once: Declared) -> None:
    changed = naming(R1, "Kota 9", "Kabupaten Aceh Selatan", renamed_once.facts())
    with pytest.raises(ResultsDocumentError, match="canonical"):
        read_results_document(build_results_document(changed))


def test_results_that_name_no_judge_state_corrections_as_well(tmp_path: Path) -> None:
    shop = anonymous_jury.open_jury(tmp_path / "anonim")
    decide(shop, "name", R3, RIGHT)
    anonymous_jury.declare(shop)
    with shop.assessment() as file:
        published = read_results_document(file.declarations.all()[-1].results)
        panel = file.anonymity.panel_results()[1]
    assert [d.subject for d in published.decisions if d.kind is DecisionKind.NAME] == [(R3, FORMER)]
    sources = find_sources([shop.folder / "handed-over"])
    assert failed(recount_anonymous(published, (panel,), sources, (), lambda: None)) == {}
    assert failed(verify_assessment_file(shop.path)) == {}
