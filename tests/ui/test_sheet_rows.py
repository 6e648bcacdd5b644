"""The rows of a sheet: filled from the first on, no later than they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from smartcity_desktop.domain.score_sheet import SheetState
from tests.ui.sheet_files import PALI, SAMARINDA, SMART_CITY, open_shop, shipped
from ui.judge.note_field import NoteField
from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from ui.judge.indicator_row import IndicatorRow
    from ui.judge.sheet_rows import SheetRows

    Show = Callable[[Path], DeskWindow]


@pytest.fixture
def desk(tmp_path: Path, shown: Show) -> DeskWindow:
    shop = open_shop(tmp_path / "lokakarya", shipped(SMART_CITY))
    shop.enrol("j07-1")
    opened = shown(shop.panels["j07-1"])
    rows_of(opened).make_all()
    page(opened).show_place(PALI)
    for indicator in opened.state.ids:
        opened.state.record_score(PALI, indicator, 4)
    opened.bot.waitUntil(lambda: not opened.state.has_waiting())
    page(opened).show_place(SAMARINDA)
    opened.bot.wait(50)
    return opened


def page(window: DeskWindow) -> ScoringPage:
    assert isinstance(window.page, ScoringPage)
    return window.page


def rows_of(window: DeskWindow) -> SheetRows:
    return page(window).sheet.rows


def chosen(row: IndicatorRow) -> int:
    """Return how many levels of a row are chosen."""
    return sum(card.isChecked() for card in row.findChildren(QRadioButton))


def in_sight(rows: SheetRows) -> list[IndicatorRow]:
    top, height = rows.verticalScrollBar().value(), rows.viewport().height()
    return [r for r in rows.rows.values() if r.y() < top + height and r.y() + r.height() > top]


def test_rows_in_sight_show_another_region_at_once_the_others_soon(desk: DeskWindow) -> None:
    rows = rows_of(desk)
    desk.bot.waitUntil(lambda: not any(map(chosen, rows.rows.values())))
    page(desk).show_place(PALI)
    assert all(map(chosen, in_sight(rows)))
    last = rows.rows[desk.state.ids[-1]]
    assert last not in in_sight(rows)
    desk.bot.waitUntil(lambda: all(map(chosen, rows.rows.values())))


def test_whoever_scrolls_at_once_sees_what_stands_there(desk: DeskWindow) -> None:
    rows = rows_of(desk)
    page(desk).show_place(PALI)
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    assert in_sight(rows)
    assert all(map(chosen, in_sight(rows)))


def test_a_row_that_one_goes_to_is_filled(desk: DeskWindow) -> None:
    last = desk.state.ids[-1]
    page(desk).show_place(PALI, last)
    assert chosen(rows_of(desk).rows[last])
    assert rows_of(desk).rows[last] in in_sight(rows_of(desk))


def test_a_region_shown_again_is_where_it_was_left_and_filled_there(desk: DeskWindow) -> None:
    last, bar = desk.state.ids[-1], rows_of(desk).verticalScrollBar()
    page(desk).show_place(PALI, last)
    place = bar.value()
    assert place > 0
    page(desk).show_place(SAMARINDA)
    page(desk).show_place(PALI)
    assert bar.value() == place
    assert all(map(chosen, in_sight(rows_of(desk))))


def test_a_note_far_down_stays_with_its_region_however_fast_one_leaves_it(
    desk: DeskWindow,
) -> None:
    last = desk.state.ids[-1]
    row = rows_of(desk).row(last)
    note = row.folds.open("note", down=True)
    assert isinstance(note, NoteField)
    note.insertPlainText("catatan Samarinda")
    for code in (PALI, SAMARINDA, PALI, SAMARINDA):
        page(desk).show_place(code)
    desk.bot.waitUntil(lambda: not desk.state.has_waiting())
    assert desk.state.sheet(SAMARINDA).notes == ((last, "catatan Samarinda"),)
    assert not desk.state.sheet(PALI).notes
    assert desk.state.sheet(PALI).state is SheetState.SCORED


def test_scrolling_and_scoring_leave_nothing_on_the_screen_that_is_not_there(
    desk: DeskWindow,
) -> None:
    rows, bar = rows_of(desk), rows_of(desk).verticalScrollBar()
    page(desk).sheet.take_focus()
    for place in (37, 250, 90, 400):
        bar.setValue(place)
        desk.bot.wait(5)
    for _ in range(5):
        QTest.keyClick(desk.main.windowHandle(), Qt.Key.Key_3)
        desk.bot.wait(5)
    desk.bot.waitUntil(lambda: not desk.state.has_waiting())
    desk.bot.wait(50)
    port = rows.viewport()
    corner = port.mapTo(desk.main, QPoint(0, 0))
    seen = desk.main.screen().grabWindow(
        desk.main.winId(), corner.x(), corner.y(), port.width(), port.height()
    )
    anew = desk.main.grab().copy(corner.x(), corner.y(), port.width(), port.height())
    kind = anew.toImage().format()
    assert seen.toImage().convertToFormat(kind) == anew.toImage()
