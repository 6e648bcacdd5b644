"""The minutes on paper, read back with another program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.language.dates import Zone
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.reports.printing import build_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

KIND = ReportKind.MINUTES
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def test_the_minutes_follow_the_form(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(6, 21).record()
    flat = paper(build_report(KIND, record, english, number="05").pdf).flat()
    parts = [
        "KEMENTERIAN URUSAN KOTA CERDAS", "MINUTES", "NUMBER: 05/BA/DJLP/05/2017",
        ("On this day, Friday, the fifth of May two thousand and seventeen (05-05-2017), at the "
        "Assembly Hall, Gedung Contoh, Jakarta, we the undersigned:"),
        "1. Prof. Dr. Ratna Wibisono, M.Sc.", "21. Wahyu Kencana, M.Stat.",
        "hereinafter called the Jury, on the basis of:", "Regulation of the Minister",
        "A. How the scoring was carried out", "The scoring was held on 2 and 3 May 2017.",
        "B. Results", "C. Rules of calculation", "D. Notes", "E. Fingerprint of the results",
        "These Minutes are drawn up truthfully, to be used as they should be.",
        "Originals made of these Minutes: three (3).", "Jakarta, 5 May 2017", "Signature",
        "are confirmed by:", "Secretary", "are acknowledged and witnessed by:",
        "Inspector of Urban Services", "Copies to:", "ANNEX I TO THE MINUTES",
        "ANNEX II TO THE MINUTES",
    ]  # fmt: skip
    position = 0
    for part in parts:
        found = flat.find(part, position)
        assert found >= 0, part
        position = found


def test_every_judge_signs_beside_the_receipt(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(6, 21).record()
    text = paper(build_report(KIND, record, english).pdf).text()
    for number, judge in enumerate(record.roster.judges, start=1):
        (receipt,) = record.receipts(judge.id)
        assert f"Receipt: {receipt}" in text
        (place,) = [
            found
            for line in text.splitlines()
            for found in re.finditer(rf"(?<!\d){number}\. ……", line)
        ]
        column = place.start()
        assert (column > 70) == (number % 2 == 0), (number, column)


def test_notes_name_what_happened_and_what_did_not(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord], english: Press,
    paper: Callable[..., Any],
) -> None:  # fmt: skip
    plain = paper(build_report(KIND, make_case().record(), english).pdf).flat()
    assert "Files that were refused: none." in plain
    assert "There is nothing to record." in plain
    record = make_eventful(make_case().record())
    flat = paper(build_report(KIND, record, english).pdf).flat()
    for said in (
        "Decisions of the plenary: 4, as set out in Annex II.",
        "Regions not ranked: 1, with the reasons in Annex I.",
        "is taken into Selected.", "is not taken into Selected.", "Missing sheets waived (1): Dr.",
        "seal 1 of Prof. Dr. Ratna Wibisono", "withdrawn", "Surat wali kota",
        "Keluarga bekerja di sana.", "Ditunggu 30 menit.", "Nilai A2 tertukar.",
        "waived by decision 3", "juri-03 (rusak).panel", "The file is damaged.",
        "By Ketua, 5 May 2017, 09:30 WIB. Reason: Segel susulan.",
    ):  # fmt: skip
        assert said in flat, said


def test_an_empty_letterhead_leaves_room_to_write(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(letterhead=Letterhead()).record()
    flat = paper(build_report(KIND, record, english).pdf).flat()
    assert "at ………………………………………, we the undersigned:" in flat
    assert "NUMBER: ……………" in flat
    assert "……………………, 5 May 2017" in flat
    assert "Chair of the Jury ( ....." in flat
    assert "witnessed" not in flat


def test_assessors_are_called_assessors(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(letterhead=Letterhead()).record()
    roster = record.roster
    assessment = replace(roster.assessment, judge_label="asesor")
    renamed = replace(record, roster=replace(roster, assessment=assessment))
    flat = paper(build_report(KIND, renamed, english).pdf).flat()
    assert "hereinafter called the Assessors," in flat
    assert "Chair of the Assessors" in flat


def test_nobody_signs_a_page_without_text(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    for judges in range(1, 22, 4):
        record = make_case(4, judges).record()
        pages = paper(build_report(KIND, record, english).pdf).pages()
        (signed,) = [page for page in pages if "are confirmed by:" in page]
        assert "Receipt: " in signed


def test_indonesian_minutes_use_the_set_phrases(
    make_case: Callable[..., Any], paper: Callable[..., Any]
) -> None:
    language = Language.INDONESIAN
    catalogue = load_catalogue(language)
    press = open_press(RESOURCES, language, catalogue.translate, Zone.WIB.tzinfo)
    flat = paper(build_report(KIND, make_case().record(), press).pdf).flat()
    for phrase in (
        "BERITA ACARA",
        (
            "Pada hari ini, Jumat, tanggal lima bulan Mei tahun dua ribu tujuh belas "
            "(05-05-2017), bertempat di Ruang Serbaguna Gedung Contoh, Jakarta, kami yang "
            "bertanda tangan di bawah ini:"
        ),
        "yang merupakan bagian tidak terpisahkan dari Berita Acara ini",
        (
            "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
            "mestinya."
        ),
        "Jakarta, 5 Mei 2017",
        "Tembusan:",
    ):
        assert phrase in flat, phrase


def test_the_list_of_copies_never_stands_alone(
    make_case: Callable[..., Any], ministry: Letterhead, english: Press, paper: Callable[..., Any]
) -> None:
    alone = replace(ministry, witnesses=())
    for judges in range(1, 16):
        for letterhead, beside in ((ministry, "witnessed by:"), (alone, "are confirmed by:")):
            record = make_case(4, judges, letterhead=letterhead).record()
            pages = paper(build_report(KIND, record, english).pdf).pages()
            (copies,) = [page for page in pages if "Copies to:" in page]
            assert beside in copies


def test_one_selected_region_is_no_range(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(1, 4).record()
    flat = paper(build_report(KIND, record, english).pdf).flat()
    only = record.results.ranked[0]
    assert f"Selected (1): rank 1 (Kota Banda Aceh, {only.printed})." in flat
