"""From a draft to an assessment file, the same that the command line makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.founding.certificate_file import certificate_fingerprint
from smartcity_desktop.founding.examples import example_years
from smartcity_desktop.founding.files import dossiers_in, judges_in, regions_in
from smartcity_desktop.founding.head_preview import head_picture
from smartcity_desktop.founding.lists import dossier_rows, judge_rows, region_rows
from smartcity_desktop.founding.reading import DraftReader
from smartcity_desktop.founding.wish import wish_of
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.preparing.assessment import Secrets, make_assessment
from smartcity_desktop.store.assessment_file import open_assessment_file
from tests.scoring.jury import ticking
from tests.ui.founding_files import faulty_draft, full_draft
from tests.workshop import LOWEST_WORK, PHRASE, Seeded

if TYPE_CHECKING:
    from pathlib import Path


def test_a_draft_makes_an_assessment(tmp_path: Path) -> None:
    path = tmp_path / "a.assessment"
    wish = wish_of(DraftReader().read(full_draft()))
    made = make_assessment(path, wish, Secrets(PHRASE, Seeded("x"), LOWEST_WORK), ticking())
    with open_assessment_file(path, ticking(), read_only=True) as file:
        roster = file.roster()
        assert roster.assessment == made
        assert roster.assignments == wish.assignments
        assert roster.conflicts == wish.conflicts
        assert file.letterhead() == wish.letterhead
        assert file.instrument() == wish.instrument_bytes


def test_imported_lists_are_typed_lists(tmp_path: Path) -> None:
    regions_file, judges_file = tmp_path / "r.csv", tmp_path / "j.csv"
    regions_file.write_text("kode;nama\n64.72;Kota Samarinda\nTIM-1;Tim Satu\n", "utf-8")
    judges_file.write_text("id;nama;daerah asal\nj1;Ani;Kota Samarinda\n", "utf-8")
    regions = regions_in(regions_file)
    judges = judges_in(judges_file, regions)
    assert region_rows(regions) == (
        ("64.72", "Kota Samarinda", "Kalimantan Timur"),
        ("TIM-1", "Tim Satu", ""),
    )
    assert judge_rows(judges) == (("j1", "Ani", "", "64.72", "", ""),)
    draft = replace(full_draft(), regions=region_rows(regions), judges=judge_rows(judges))
    reading = DraftReader().read(draft)
    assert (reading.regions, reading.judges) == (regions, judges)


def test_imported_dossiers_are_read_again_as_they_were(tmp_path: Path) -> None:
    reading = DraftReader().read(full_draft())
    assert reading.instrument is not None
    assert reading.regions is not None
    path = tmp_path / "d.csv"
    code = reading.regions[0].code
    path.write_text(
        "daerah,indikator,data,jawaban,tingkat\n"
        f'{code},A1,,Sudah ada,3\n{code},,Penduduk,"843.446",\n',
        "utf-8",
    )
    found = dossiers_in(path, reading.instrument, reading.regions)
    rows = dossier_rows(found, reading.instrument)
    draft = replace(full_draft(), dossiers=replace(full_draft().dossiers, rows=rows))
    assert DraftReader().read(draft).dossiers == found


def test_the_examples_are_the_three_years() -> None:
    years = example_years()
    assert {year: len(regions) for year, regions in years.items()} == {
        "2017": 25, "2018": 50, "2019": 25,
    }  # fmt: skip


def test_the_head_is_drawn_by_what_prints_documents() -> None:
    language = Language.INDONESIAN
    translate = load_catalogue(language).translate
    reading = DraftReader().read(full_draft())
    picture = head_picture(reading, language, translate, ticking()(), 300)
    assert picture.startswith(b"\x89PNG")
    with pytest.raises(InputError):
        head_picture(DraftReader().read(faulty_draft()), language, translate, ticking()(), 300)


def test_a_certificate_is_known_by_its_fingerprint(tmp_path: Path) -> None:
    from smartcity_desktop.signing.certificates import CertificateMaker

    maker = CertificateMaker(ticking()(), Seeded("sertifikat"))
    authority = maker.root("CA", "Contoh")
    path = tmp_path / "ketua.pem"
    path.write_bytes(authority.pem())
    assert certificate_fingerprint(path) == authority.sha256()
    path.write_bytes(b"bukan sertifikat")
    with pytest.raises(InputError, match="no certificate"):
        certificate_fingerprint(path)


def test_the_choice_not_to_name_judges_comes_along() -> None:
    draft = replace(full_draft(), anonymous=True)
    assert wish_of(DraftReader().read(draft)).anonymous
    assert not wish_of(DraftReader().read(full_draft())).anonymous
