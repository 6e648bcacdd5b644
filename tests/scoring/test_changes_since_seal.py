"""What the next seal would change: cell by cell, and nothing that is not so."""

from __future__ import annotations

from msgspec.structs import replace

from smartcity_desktop.domain.score_sheet import (
    Changed,
    Evidence,
    ScoreSheet,
    SheetState,
    empty_sheet,
)
from smartcity_desktop.scoring.changes_since_seal import (
    CellChange,
    ChangeKind,
    Part,
    changes_since_seal,
    compare_sheets,
)

IDS = ("A1", "A2", "B1")
SHEET = replace(
    empty_sheet("j1", "64.71", "Kota Balikpapan", 3),
    values=(3, None, 4),
    abstained=(("A2", "Berkas rusak"),),
    notes=(("A1", "Lihat halaman 4"),),
    evidence=(("B1", Evidence("foto.jpg", 3, "ab" * 32)),),
    changed=Changed("2026-05-02T02:00:00Z", "2026-05-02T02:09:00Z", 5),
)


def later(sheet: ScoreSheet) -> ScoreSheet:
    return sheet.touched("2026-05-02T05:00:00Z")


def test_a_sheet_as_it_was_sealed_is_no_change() -> None:
    assert compare_sheets(SHEET, SHEET, IDS) == ()
    assert changes_since_seal({"64.71": SHEET}, {"64.71": SHEET}, ("64.71",), IDS) == ()


def test_every_kind_of_cell_is_told_in_the_order_of_the_sheet() -> None:
    after = later(
        replace(
            SHEET,
            values=(2, 1, 4),
            abstained=(),
            notes=(("*", "Hadir lengkap"),),
            evidence=(),
        )
    )
    assert compare_sheets(SHEET, after, IDS) == (
        CellChange("*", Part.NOTE, None, "Hadir lengkap"),
        CellChange("A1", Part.SCORE, 3, 2),
        CellChange("A1", Part.NOTE, "Lihat halaman 4", None),
        CellChange("A2", Part.SCORE, "Berkas rusak", 1),
        CellChange("B1", Part.EVIDENCE, "foto.jpg (abababab)", None),
    )


def test_other_evidence_under_the_same_name_is_a_change() -> None:
    other = replace(SHEET, evidence=(("B1", Evidence("foto.jpg", 3, "cd" * 32)),))
    assert compare_sheets(SHEET, other, IDS) == (
        CellChange("B1", Part.EVIDENCE, "foto.jpg (abababab)", "foto.jpg (cdcdcdcd)"),
    )


def test_a_region_that_is_no_longer_scored_tells_its_reasons() -> None:
    absent = replace(
        empty_sheet("j1", "64.71", "Kota Balikpapan", 3),
        state=SheetState.ABSENT,
        reason="Tidak hadir",
    )
    first, *rest = compare_sheets(SHEET, absent, IDS)
    assert first == CellChange("*", Part.STATE, "", "Tidak hadir")
    assert {cell.part for cell in rest} == {Part.SCORE, Part.NOTE, Part.EVIDENCE}


def test_changed_and_changed_back_by_hand_is_said_to_differ_in_times_only() -> None:
    (cell,) = compare_sheets(SHEET, later(later(SHEET)), IDS)
    assert cell.part is Part.TIMES
    (change,) = changes_since_seal({"64.71": SHEET}, {"64.71": later(SHEET)}, ("64.71",), IDS)
    assert change.kind is ChangeKind.CHANGED


def test_added_changed_and_withdrawn_are_told_apart() -> None:
    two, three, four = (replace(SHEET, region=code) for code in ("64.72", "64.74", "64.02"))
    opened = later(replace(three, values=(3, None, None)))
    changes = changes_since_seal(
        {"64.72": two, "64.74": three, "64.02": four},
        {"64.71": SHEET, "64.72": later(replace(two, values=(1, None, 4))), "64.74": opened},
        ("64.71", "64.72"),
        IDS,
    )
    assert [(change.region, change.kind) for change in changes] == [
        ("64.02", ChangeKind.WITHDRAWN),
        ("64.71", ChangeKind.ADDED),
        ("64.72", ChangeKind.CHANGED),
        ("64.74", ChangeKind.WITHDRAWN),
    ]
    gone, added, changed, withdrawn = changes
    assert (gone.now, len(gone.cells)) == (None, 5)
    assert added.cells == ()
    assert changed.cells == (CellChange("A1", Part.SCORE, 3, 1),)
    assert withdrawn.cells == (CellChange("B1", Part.SCORE, 4, None),)
