"""Documents after a region's name was corrected: the right one everywhere, both where told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.plenary.record import read_record
from smartcity_desktop.reports.documents.minutes_notes import name_corrections, plenary_decisions
from smartcity_desktop.reports.kinds import ReportKind
from tests.plenary.anonymous_jury import R3, declare, open_jury, press, print_set
from tests.plenary.hidden_texts import shown_by
from tests.verifying.declared import decide

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop

FORMER, RIGHT = "Kota 3", "Kabupaten Aceh Timur"
TELLING = ("berita-acara", "integritas")
WITHOUT_IT = ("lembar-kosong", "surat-hasil", "keputusan", "tanda-terima")
"""They name no region, or those alone that were taken."""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    shop = open_jury(tmp_path_factory.mktemp("nama"), anonymous=False)
    decide(shop, "name", R3, "Kab. Aceh Timur")
    declare(shop)
    return shop


def test_every_document_has_the_right_name(renamed: Workshop, tmp_path: Path) -> None:
    means = press(Language.INDONESIAN)
    files = print_set(renamed, tmp_path / "dokumen", means, tuple(ReportKind))
    assert len(files) >= len(ReportKind)
    for name, pdf in files.items():
        text = " ".join(shown_by(pdf, tmp_path).split())
        if not name.startswith(WITHOUT_IT):
            assert RIGHT in text, name
        assert (FORMER in text) == name.startswith(TELLING), name


def test_minutes_and_integrity_tell_both_names_and_why(renamed: Workshop, tmp_path: Path) -> None:
    kinds = (ReportKind.MINUTES, ReportKind.INTEGRITY)
    files = print_set(renamed, tmp_path / "dokumen", press(Language.ENGLISH), kinds)
    for name, pdf in files.items():
        text = " ".join(shown_by(pdf, tmp_path).split())
        assert "Names of regions corrected" in text, name
        assert f"{R3} {FORMER} now: {RIGHT} By Ketua," in text, name
        assert "Reason: Musyawarah mufakat" in text, name
    minutes = next(pdf for name, pdf in files.items() if name.startswith("berita-acara"))
    text = " ".join(shown_by(minutes, tmp_path).split())
    assert "Decisions of the plenary: 2, as set out in Annex II." in text
    assert "Names of regions corrected: 1, as set out in Annex II." in text


def test_a_correction_is_no_decision_of_the_plenary_on_paper(renamed: Workshop) -> None:
    with renamed.assessment() as file:
        record = read_record(file, renamed.instrument, Language.INDONESIAN)
    assert [d.number for d in plenary_decisions(record)] == [1, 2]
    assert [d.number for d in name_corrections(record)] == [3]
    plain = replace(record, decisions=record.decisions[:2])
    assert name_corrections(plain) == []


def test_declared_again_only_the_names_differ(renamed: Workshop, tmp_path: Path) -> None:
    shop = renamed.copied_to(tmp_path / "lagi")
    with shop.assessment() as file:
        reopen_results(file, "Ketua", "Nama daerah", shop.clock)
    decide(shop, "name", R3, "Kabupaten ACEH TIMUR")
    declare(shop)
    with shop.assessment() as file:
        first, second = (d.results for d in file.declarations.all())
        record = read_record(file, shop.instrument, Language.INDONESIAN)
    assert first != second
    assert second.replace(b"ACEH TIMUR", b"Aceh Timur").count(RIGHT.encode()) == 4
    assert [d.number for d in name_corrections(record)] == [3, 4]
