"""Scales of any instrument on the sheet and on the compact sheet: few values, many, with commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.dossier import Answer, Dossier
from tests.ui.sheet_files import HUNDRED, SAMARINDA, SERIBU, SPBE, open_shop, shipped
from tests.workshop import INSTRUMENT
from ui.judge.row_folds import TextPanel
from ui.judge.sheet_grid import SheetGrid
from ui.pages.scoring_page import ScoringPage
from ui.widgets.level_cards import LevelCards
from ui.widgets.range_entry import RangeEntry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from ui.judge.sheet_view import SheetView

    Open = Callable[..., DeskWindow]


@pytest.fixture
def opened(tmp_path: Path, shown: Callable[[Path], DeskWindow]) -> Open:
    def open_file(instrument: bytes, **wishes: object) -> DeskWindow:
        shop = open_shop(tmp_path / "lokakarya", instrument, (), **wishes)
        shop.enrol("j07-1")
        desk = shown(shop.panels["j07-1"])
        view(desk)
        assert isinstance(desk.page, ScoringPage)
        desk.page.show_place(SAMARINDA)
        return desk

    return open_file


def view(desk: DeskWindow) -> SheetView:
    assert isinstance(desk.page, ScoringPage)
    return desk.page.sheet


def entry(desk: DeskWindow, indicator: str) -> RangeEntry:
    found = view(desk).rows.row(indicator).input
    assert isinstance(found, RangeEntry)
    return found


def values(desk: DeskWindow, code: str = SAMARINDA) -> tuple[int | None, ...]:
    return desk.state.sheet(code).values


def keys(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def key(code: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, code)


def test_a_range_takes_digits_comma_and_enter_and_goes_on(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    view(desk).go_to("A1")
    for text in ("87,5", "90", "62.5"):
        keys(text)
        key(Qt.Key.Key_Return)
    assert values(desk)[:3] == (875, 900, 625)
    assert view(desk).place()[1] == "B1"
    assert entry(desk, "A3").field.text() == "62,5"


def test_a_wrong_value_is_kept_as_typed_and_the_permitted_ones_are_said(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    view(desk).go_to("A1")
    keys("87,3")
    key(Qt.Key.Key_Return)
    made = entry(desk, "A1")
    assert values(desk)[0] is None
    assert made.field.text() == "87,3"
    assert made.field.hasFocus()
    assert "0,0 sampai 100,0 dengan langkah 0,5" in made.hint.text()
    assert isinstance(desk.page, ScoringPage)
    desk.page.show_place(SERIBU)
    assert entry(desk, "A1").field.text() == ""
    desk.page.show_place(SAMARINDA)
    assert entry(desk, "A1").field.text() == "87,3"
    assert '"87,3"' in entry(desk, "A1").hint.text()
    made.field.selectAll()
    keys("87,5")
    key(Qt.Key.Key_Return)
    assert values(desk)[0] == 875


def test_leaving_the_field_or_the_region_takes_a_permitted_value(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    view(desk).go_to("A1")
    keys("70")
    view(desk).go_to("A2")
    assert values(desk)[0] == 700
    keys("71")
    assert isinstance(desk.page, ScoringPage)
    desk.page.show_place(SERIBU)
    assert values(desk)[1] == 710
    assert values(desk, SERIBU) == (None,) * 9


def test_an_emptied_field_clears_only_with_enter(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    desk.state.record_score(SAMARINDA, "A1", 500)
    view(desk).go_to("A1")
    key(Qt.Key.Key_Delete)
    view(desk).go_to("A2")
    assert values(desk)[0] == 500
    assert entry(desk, "A1").field.text() == "50,0"
    view(desk).go_to("A1")
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Return)
    assert values(desk)[0] is None


def test_a_letter_jumps_from_a_field_in_which_nothing_is_typed(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    view(desk).go_to("A1")
    keys("n")
    assert view(desk).place()[1] == "A2"
    keys("5n")
    assert view(desk).place()[1] == "A2"
    assert entry(desk, "A2").field.text() == "5n"


def test_ten_values_are_chosen_with_one_or_two_digits(opened: Open) -> None:
    ten = INSTRUMENT.replace(b"values = [1, 2, 3, 4]", b"min = 1\nmax = 10\nstep = 1")
    desk = opened(ten)
    made = view(desk).rows.row("A1").input
    assert isinstance(made, LevelCards)
    assert len(made.cards) == 10
    view(desk).go_to("A1")
    keys("1")
    assert values(desk)[0] is None
    keys("0")
    assert values(desk)[0] == 10
    keys("1")
    key(Qt.Key.Key_Return)
    assert values(desk)[:2] == (10, 1)
    keys("7")
    assert values(desk) == (10, 1, 7)


def test_values_with_decimals_are_chosen_with_a_comma(opened: Open) -> None:
    halves = INSTRUMENT.replace(b"values = [1, 2, 3, 4]", b"values = [0, 0.5, 1, 1.5]")
    desk = opened(halves)
    view(desk).go_to("A1")
    keys("0")
    key(Qt.Key.Key_Return)
    keys("1,5")
    assert values(desk)[:2] == (0, 15)


def test_what_was_half_typed_is_forgotten_with_the_focus(opened: Open) -> None:
    ten = INSTRUMENT.replace(b"values = [1, 2, 3, 4]", b"min = 1\nmax = 10\nstep = 1")
    desk = opened(ten)
    view(desk).go_to("A1")
    keys("1")
    view(desk).go_to("A2")
    view(desk).go_to("A1")
    keys("0")
    assert values(desk)[0] is None


def test_47_indicators_in_three_tiers_are_scored_on_the_compact_sheet(opened: Open) -> None:
    desk = opened(shipped(SPBE))
    view(desk).head.grid.click()
    grid = view(desk).grid
    assert isinstance(grid, SheetGrid)
    assert len(grid.cells) == 47
    grid.go_to("I01")
    for n in range(46):
        keys(str(1 + n % 5))
    assert values(desk) == (*(1 + n % 5 for n in range(46)), None)
    assert grid.cells["I46"].accessibleName().endswith(": 1")
    assert grid.cells["I47"].accessibleName().endswith(": belum dinilai")
    assert view(desk).head.progress.text() == "46 dari 47 dinilai"


def test_the_compact_sheet_is_scored_by_mouse_and_cleared_by_key(opened: Open) -> None:
    desk = opened(shipped(SPBE))
    view(desk).head.grid.click()
    grid = view(desk).grid
    assert isinstance(grid, SheetGrid)
    QTest.mouseClick(grid.cells["I20"], Qt.MouseButton.LeftButton)
    assert isinstance(grid.below.input, LevelCards)
    QTest.mouseClick(grid.below.input.cards[3], Qt.MouseButton.LeftButton)
    assert values(desk)[19] == 4
    grid.go_to("I20")
    key(Qt.Key.Key_Delete)
    assert values(desk)[19] is None
    key(Qt.Key.Key_Right)
    assert view(desk).place()[1] == "I21"
    view(desk).head.grid.click()
    assert view(desk).rows.row("I21").isVisible()
    assert view(desk).place()[1] == "I21"


def test_a_range_is_typed_on_the_compact_sheet(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    view(desk).head.grid.click()
    view(desk).go_to("A1")
    keys("8")
    keys("7,5")
    key(Qt.Key.Key_Return)
    assert values(desk)[0] == 875
    assert view(desk).place()[1] == "A2"


def test_the_regions_own_answer_is_folded_until_it_is_asked_for(opened: Open) -> None:
    answer = Answer("A1", "Ada <b>peraturan</b>", 875)
    desk = opened(shipped(HUNDRED), dossiers={SAMARINDA: Dossier(SAMARINDA, (), (answer,))})
    folds = view(desk).rows.row("A1").folds
    assert not folds.buttons["answer"].isChecked()
    folds.buttons["answer"].click()
    panel = folds.open("answer", down=True)
    assert isinstance(panel, TextPanel)
    said = "Ada <b>peraturan</b>\nDaerah menyatakan berada pada tingkat 87,5."
    assert panel.text.text() == said
    assert not view(desk).rows.row("A2").folds.buttons["answer"].isEnabled()


def test_a_value_typed_on_the_compact_sheet_is_taken_with_the_region(opened: Open) -> None:
    desk = opened(shipped(HUNDRED))
    view(desk).head.grid.click()
    view(desk).go_to("A1")
    keys("7")
    keys("1,5")
    assert isinstance(desk.page, ScoringPage)
    desk.page.show_place(SERIBU)
    assert values(desk)[0] == 715
    assert values(desk, SERIBU) == (None,) * 9
