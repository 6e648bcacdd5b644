from __future__ import annotations

from msgspec.structs import replace

from smartcity_desktop.domain.score_sheet import REGION_NOTE, Evidence, empty_sheet
from smartcity_desktop.scoring.sheet_lines import SheetLine, count_done, next_open, sheet_lines

IDS = ("A1", "A2", "B1")
PHOTO = Evidence("a.jpg", 3, "0" * 64)
SHEET = replace(
    empty_sheet("j01", "11.01", "Kota", 3),
    values=(0, None, None),
    abstained=(("A2", "Tidak dibahas"),),
    notes=(("*", "Baik"), ("B1", "Lihat lagi")),
    evidence=(("B1", PHOTO),),
)


def test_everything_stands_at_its_indicator() -> None:
    assert sheet_lines(SHEET, IDS) == {
        "A1": SheetLine(0),
        "A2": SheetLine(abstained="Tidak dibahas"),
        "B1": SheetLine(note="Lihat lagi", evidence=(PHOTO,)),
        REGION_NOTE: SheetLine(note="Baik"),
    }


def test_a_zero_and_an_abstention_are_done() -> None:
    lines = sheet_lines(SHEET, IDS)
    assert count_done(lines, IDS) == 2
    assert [name for name in IDS if lines[name].is_open] == ["B1"]


def test_the_next_open_one_is_looked_for_all_around() -> None:
    lines = sheet_lines(empty_sheet("j01", "11.01", "Kota", 3), IDS)
    assert [next_open(lines, IDS, after) for after in ("", "A1", "B1")] == ["A1", "A2", "A1"]
    done = sheet_lines(SHEET, IDS)
    assert next_open(done, IDS, "A1") == "B1"
    assert next_open(done, IDS, "B1") == ""
