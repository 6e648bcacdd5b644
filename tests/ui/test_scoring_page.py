"""The three columns of the scoring page: drawers where the window is narrow, keys, speed."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QVBoxLayout, QWidget

from tests.ui.sheet_files import MAKASSAR, SAMARINDA, SPBE, open_shop, shipped
from ui.judge.indicator_row import IndicatorRow
from ui.pages.scoring_page import ScoringPage
from ui.widgets.tab_order import stops

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow


@pytest.fixture
def desk(tmp_path: Path, shown: Callable[[Path], DeskWindow]) -> DeskWindow:
    shop = open_shop(tmp_path / "lokakarya", shipped(SPBE))
    shop.enrol("j07-1")
    return shown(shop.panels["j07-1"])


def page(desk: DeskWindow) -> ScoringPage:
    assert isinstance(desk.page, ScoringPage)
    return desk.page


def resize(desk: DeskWindow, width: int) -> None:
    desk.main.resize(width, 700)
    QApplication.processEvents()


def test_a_narrow_window_makes_a_drawer_of_the_right_column(desk: DeskWindow) -> None:
    made = page(desk)
    resize(desk, 1366)
    assert made.regions.isVisible()
    assert made.figures.isVisible()
    assert not made.sheet.head.figures.isVisible()
    resize(desk, 1100)
    assert made.regions.isVisible()
    assert not made.figures.isVisible()
    opener = made.sheet.head.figures
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert made.figures.isVisible()
    below = opener.mapTo(made, opener.rect().bottomLeft()).y()
    assert made.figures.y() >= below, "the drawer covers the button that closes it"
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert not made.figures.isVisible()


def test_escape_closes_a_drawer_and_the_sheet_keeps_its_place(desk: DeskWindow) -> None:
    made = page(desk)
    resize(desk, 1000)
    made.show_place(SAMARINDA, "I05")
    made.sheet.head.figures.click()
    made.sheet.go_to("I05")
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert not made.figures.isVisible()
    assert made.sheet.place() == (SAMARINDA, "I05")


def test_larger_text_makes_drawers_earlier(desk: DeskWindow) -> None:
    resize(desk, 1366)
    for _ in range(2):
        desk.main.change_text(+1)
    QApplication.processEvents()
    made = page(desk)
    assert not made.figures.isVisible()
    assert made.sheet.head.figures.isVisible()


def test_the_next_region_stops_at_the_last_one(desk: DeskWindow) -> None:
    made = page(desk)
    for _ in range(9):
        made.step_region(+1)
    last = made.sheet.place()[0]
    assert last == MAKASSAR
    made.step_region(-1)
    assert made.sheet.place()[0] == SAMARINDA


def test_every_choice_says_its_number_its_text_and_its_indicator(desk: DeskWindow) -> None:
    made = page(desk)
    cards = made.sheet.rows.row("I01").findChildren(QRadioButton)
    assert [card.accessibleName()[:3] for card in cards] == ["1: ", "2: ", "3: ", "4: ", "5: "]
    assert {card.accessibleDescription() for card in cards} == {
        made.sheet.rows.row("I01").accessibleName().replace("  ", " ")
    }
    unnamed = [
        type(part).__name__
        for part in made.sheet.findChildren(QPushButton)
        if not part.accessibleName()
    ]
    assert unnamed == []


def test_one_tab_stop_for_the_levels_of_an_indicator(desk: DeskWindow) -> None:
    made = page(desk)
    made.show_place(SAMARINDA)
    made.sheet.acts.score("I01", 3)
    cards = made.sheet.rows.row("I01").findChildren(QRadioButton)
    stops = [bool(card.focusPolicy() & Qt.FocusPolicy.TabFocus) for card in cards]
    assert stops == [False, False, True, False, False]


def test_another_region_is_shown_as_fast_as_so_many_buttons(desk: DeskWindow) -> None:
    made = page(desk)
    made.sheet.rows.make_all()
    for n, indicator in enumerate(desk.state.ids):
        desk.state.record_score(SAMARINDA, indicator, 1 + n % 5)
    desk.wait_saved()
    QApplication.processEvents()

    def change() -> float:
        start = thread_time()
        for code in (MAKASSAR, SAMARINDA):
            made.show_place(code)
            QApplication.processEvents()
        return (thread_time() - start) / 2

    def buttons() -> float:
        start = thread_time()
        whole = QWidget()
        layout = QVBoxLayout(whole)
        for n in range(47):
            layout.addWidget(QPushButton(str(n)))
        whole.show()
        QApplication.processEvents()
        took = thread_time() - start
        whole.close()
        whole.deleteLater()
        return took

    quickest = min(change() for _ in range(5))
    assert quickest <= 3 * min(buttons() for _ in range(5))


def test_the_tab_key_follows_the_page_also_to_rows_that_were_made_late(desk: DeskWindow) -> None:
    made = page(desk)
    made.show_place(SAMARINDA)
    made.sheet.rows.make_all()
    last = made.sheet.rows.row("I46").folds
    last.open("note", down=True)
    order = list(stops(made.sheet.rows))
    rows = [found.indicator.id for each in order if (found := _row(each)) is not None]
    assert list(dict.fromkeys(rows)) == list(desk.state.ids)
    assert rows == sorted(rows)
    remark = made.sheet.rows.region_row
    assert remark is not None
    assert order.index(remark.note) == len(rows)


def _row(widget: QWidget) -> IndicatorRow | None:
    part: QWidget | None = widget
    while part is not None and not isinstance(part, IndicatorRow):
        part = part.parentWidget()
    return part
