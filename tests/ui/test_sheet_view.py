"""The sheet in the hands of a judge: keyboard, mouse, notes, abstentions, what must not happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring import edits
from smartcity_desktop.scoring.opening import open_desk
from tests.ui.sheet_files import (
    MAKASSAR,
    PALI,
    SAMARINDA,
    SERIBU,
    SMART_CITY,
    open_shop,
    shipped,
)
from ui.judge.abstain_panel import AbstainPanel
from ui.judge.note_field import NoteField
from ui.pages.scoring_page import ScoringPage
from ui.widgets.level_cards import LevelCards

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.judge.indicator_row import IndicatorRow
    from ui.judge.sheet_view import SheetView
    from ui.widgets.level_card import LevelCard

    Show = Callable[[Path], DeskWindow]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = open_shop(tmp_path / "lokakarya", shipped(SMART_CITY))
    made.enrol("j07-1")
    return made


@pytest.fixture
def desk(shop: Workshop, shown: Show) -> DeskWindow:
    opened = shown(shop.panels["j07-1"])
    page(opened).show_place(SAMARINDA)
    return opened


def page(window: DeskWindow) -> ScoringPage:
    assert isinstance(window.page, ScoringPage)
    return window.page


def view(window: DeskWindow) -> SheetView:
    return page(window).sheet


P = TypeVar("P", bound=QWidget)


def part(window: DeskWindow, indicator: str, name: str, kind: type[P]) -> P:
    """Open what folds out under an indicator."""
    found = row(window, indicator).folds.open(name, down=True)
    assert isinstance(found, kind)
    return found


def row(window: DeskWindow, indicator: str) -> IndicatorRow:
    return view(window).rows.row(indicator)


def card(window: DeskWindow, indicator: str, value: int) -> LevelCard:
    cards = row(window, indicator).input
    assert isinstance(cards, LevelCards)
    return next(card for card in cards.cards if card.value == value)


def press(key: Qt.Key | str) -> None:
    if isinstance(key, str):
        QTest.keyClicks(focused(), key)
    else:
        QTest.keyClick(focused(), key)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def score(window: DeskWindow, indicator: str) -> int | None:
    sheet = window.state.sheet(view(window).place()[0])
    return sheet.values[window.state.ids.index(indicator)]


def stored(shop: Workshop, code: str) -> ScoreSheet:
    desk = open_desk(shop.panels["j07-1"], shop.clock)
    with desk.panel:
        return desk.sheet(code)


def test_a_whole_region_is_scored_by_keyboard(shop: Workshop, desk: DeskWindow) -> None:
    values = [1 + n % 4 for n in range(30)]
    view(desk).take_focus()
    for value in values:
        press(str(value))
    assert view(desk).head.progress.text() == "30 dari 30 dinilai"
    desk.wait_saved()
    desk.front.close()
    assert list(stored(shop, SAMARINDA).values) == values


def test_a_whole_region_is_scored_by_mouse(shop: Workshop, desk: DeskWindow) -> None:
    for n, indicator in enumerate(desk.state.ids):
        made = card(desk, indicator, 1 + n % 4)
        view(desk).rows.show_whole(row(desk, indicator))
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(4, made.height() - 4))
        assert made.isChecked()
    desk.wait_saved()
    desk.front.close()
    assert list(stored(shop, SAMARINDA).values) == [1 + n % 4 for n in range(30)]


def test_a_click_moves_nothing_and_a_digit_moves_on(desk: DeskWindow) -> None:
    view(desk).go_to("A1")
    QTest.mouseClick(card(desk, "A1", 2), Qt.MouseButton.LeftButton)
    assert view(desk).place() == (SAMARINDA, "A1")
    view(desk).go_to("A1")
    press("3")
    assert view(desk).place() == (SAMARINDA, "A2")
    assert card(desk, "A2", 1).hasFocus()


def test_what_the_next_one_is_depends_on_what_is_open(desk: DeskWindow) -> None:
    for indicator in ("A2", "A3"):
        desk.state.record_score(SAMARINDA, indicator, 1)
    view(desk).go_to("A1")
    press("4")
    assert view(desk).place()[1] == "A4"
    view(desk).go_to("E5")
    press("4")
    assert view(desk).place()[1] == "A4"


def test_the_page_scrolls_only_where_the_next_one_is_not_wholly_visible(
    desk: DeskWindow,
) -> None:
    bar = view(desk).rows.verticalScrollBar()
    view(desk).go_to("A1")
    press("1")
    assert bar.value() == 0
    view(desk).go_to("E5")
    assert bar.value() > 0
    part, port = row(desk, "E5"), view(desk).rows.viewport()
    top = part.mapTo(port, QPoint(0, 0)).y()
    assert top >= 0
    assert top + part.height() <= port.height()


def test_arrows_go_between_levels_without_choosing(desk: DeskWindow) -> None:
    view(desk).go_to("A1")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert card(desk, "A1", 3).hasFocus()
    assert score(desk, "A1") is None
    press(Qt.Key.Key_Down)
    assert view(desk).place()[1] == "A2"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert score(desk, "A1") == 3


def test_delete_clears_and_a_digit_outside_the_scale_does_nothing(desk: DeskWindow) -> None:
    view(desk).go_to("A1")
    for key in ("7", "0"):
        press(key)
    assert score(desk, "A1") is None
    press("2")
    view(desk).go_to("A1")
    press(Qt.Key.Key_Delete)
    assert score(desk, "A1") is None
    assert not any(card(desk, "A1", value).isChecked() for value in (1, 2, 3, 4))


def test_a_held_down_digit_scores_once(desk: DeskWindow) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    view(desk).go_to("A1")
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3", autorep=True
    )
    QApplication.sendEvent(focused(), event)
    assert score(desk, "A1") is None


def test_digits_and_letters_in_a_note_are_text(shop: Workshop, desk: DeskWindow) -> None:
    folds = row(desk, "A1").folds
    folds.buttons["note"].click()
    note = part(desk, "A1", "note", NoteField)
    note.setFocus()
    QTest.keyClicks(note, "3 dari 4, n/a")
    assert desk.state.sheet(SAMARINDA).values == (None,) * 30
    view(desk).go_to("A2")
    desk.wait_saved()
    desk.front.close()
    assert stored(shop, SAMARINDA).notes == (("A1", "3 dari 4, n/a"),)


def test_a_note_is_kept_when_the_language_changes(desk: DeskWindow) -> None:
    note = part(desk, "B2", "note", NoteField)
    note.setFocus()
    QTest.keyClicks(note, "Lihat RPJMD")
    view(desk)._indicator = "B2"
    desk.main.speak(Language.ENGLISH)
    desk.wait_saved()
    assert desk.state.sheet(SAMARINDA).notes == (("B2", "Lihat RPJMD"),)
    assert view(desk).place() == (SAMARINDA, "B2")
    assert view(desk).head.progress.text() == "0 of 30 scored"


def test_a_note_belongs_to_the_region_on_which_it_was_typed(desk: DeskWindow) -> None:
    note = part(desk, "A1", "note", NoteField)
    note.setFocus()
    QTest.keyClicks(note, "Untuk Samarinda")
    page(desk).show_place(MAKASSAR)
    assert desk.state.sheet(SAMARINDA).notes == (("A1", "Untuk Samarinda"),)
    assert desk.state.sheet(MAKASSAR).notes == ()
    page(desk).show_place(SAMARINDA)
    shown = part(desk, "A1", "note", NoteField)
    assert shown.toPlainText() == "Untuk Samarinda"


def test_a_note_that_cannot_be_kept_stays_in_its_field(desk: DeskWindow) -> None:
    note = part(desk, "A1", "note", NoteField)
    note.setPlainText("x" * 10_001)
    note.document().setModified(True)
    note.leave()
    assert desk.state.sheet(SAMARINDA).notes == ()
    page(desk).show_place(MAKASSAR)
    page(desk).show_place(SAMARINDA)
    desk.main.speak(Language.ENGLISH)
    again = part(desk, "A1", "note", NoteField)
    assert len(again.toPlainText()) == 10_001


def test_the_wheel_scrolls_and_never_scores(desk: DeskWindow) -> None:
    QApplication.processEvents()
    view(desk).rows.make_all()
    QApplication.processEvents()
    desk.state.record_score(SAMARINDA, "A1", 3)
    made = card(desk, "A1", 3)
    where = QPointF(made.mapTo(desk.main, made.rect().center()))
    bar = view(desk).rows.verticalScrollBar()
    before = bar.value()
    QTest.wheelEvent(desk.main.windowHandle(), where, QPoint(0, -240))
    QApplication.processEvents()
    assert score(desk, "A1") == 3
    assert bar.value() > before


def test_a_replaced_score_is_shown_and_can_come_back(desk: DeskWindow) -> None:
    made = row(desk, "A1")
    view(desk).acts.score("A1", 2)
    assert not made.back.isVisible()
    view(desk).acts.score("A1", 2)
    assert not made.back.isVisible()
    view(desk).acts.score("A1", 4)
    assert made.back.isVisible()
    assert made.back.text() == "Kembali ke 2"
    made.back.click()
    assert score(desk, "A1") == 2
    assert not made.back.isVisible()


def test_an_indicator_is_left_out_with_a_reason_and_scored_after_all(desk: DeskWindow) -> None:
    made = row(desk, "A1")
    view(desk).acts.score("A1", 2)
    made.folds.buttons["abstain"].click()
    panel = part(desk, "A1", "abstain", AbstainPanel)
    panel.reasons["Tidak dibahas dalam wawancara"].click()
    sheet = desk.state.sheet(SAMARINDA)
    assert sheet.abstained == (("A1", "Tidak dibahas dalam wawancara"),)
    assert score(desk, "A1") is None
    assert made.mark.accessibleName() == "tidak dinilai"
    panel.own.setText("  ")
    QTest.keyClick(panel.own, Qt.Key.Key_Return)
    panel.own.setText("Bukan bidang saya")
    QTest.keyClick(panel.own, Qt.Key.Key_Return)
    assert desk.state.sheet(SAMARINDA).abstained == (("A1", "Bukan bidang saya"),)
    view(desk).go_to("A1")
    press("1")
    assert score(desk, "A1") == 1
    assert desk.state.sheet(SAMARINDA).abstained == ()
    made.back.click()
    assert desk.state.sheet(SAMARINDA).abstained == (("A1", "Bukan bidang saya"),)


def test_doubts_are_kept_on_indicators_and_on_the_region(desk: DeskWindow) -> None:
    row(desk, "A3").doubt.click()
    view(desk).head.doubt.click()
    desk.wait_saved()
    assert desk.state.facts.marks.doubts == {(SAMARINDA, "A3"), (SAMARINDA, "*")}
    assert row(desk, "A3").doubt_mark.isVisible()
    page(desk).show_place(MAKASSAR)
    assert not row(desk, "A3").doubt.isChecked()
    page(desk).show_place(SAMARINDA)
    assert row(desk, "A3").doubt.isChecked()
    row(desk, "A3").doubt.click()
    desk.wait_saved()
    assert desk.state.facts.marks.doubts == {(SAMARINDA, "*")}


def test_a_region_is_shown_where_it_was_left(desk: DeskWindow) -> None:
    view(desk).go_to("D4")
    place = view(desk).rows.verticalScrollBar().value()
    assert place > 0
    press(Qt.Key.Key_PageDown)
    assert view(desk).place()[0] == MAKASSAR
    assert view(desk).rows.verticalScrollBar().value() == 0
    press(Qt.Key.Key_PageUp)
    assert view(desk).place() == (SAMARINDA, "D4")
    assert view(desk).rows.verticalScrollBar().value() == place


def test_a_change_from_elsewhere_moves_nothing(desk: DeskWindow) -> None:
    view(desk).go_to("D4")
    bar, here = view(desk).rows.verticalScrollBar(), focused()
    place = bar.value()
    desk.state.record_score(SAMARINDA, "A1", 3)
    desk.state.undo()
    desk.wait_saved()
    QApplication.processEvents()
    assert bar.value() == place
    assert focused() is here


def test_the_section_line_jumps(desk: DeskWindow) -> None:
    head = view(desk).head
    assert head.tabs["B"].text() == "SDM TIK 0/6"
    head.tabs["D"].click()
    assert head.tabs["D"].isChecked()
    assert view(desk).rows.topmost() == "D"
    desk.state.record_score(SAMARINDA, "B1", 3)
    assert head.tabs["B"].text() == "SDM TIK 1/6"


def test_a_conflict_of_interest_stands_in_place_of_the_sheet(tmp_path: Path, shown: Show) -> None:
    shop = open_shop(tmp_path / "lokakarya", shipped(SMART_CITY))
    shop.enrol("j07-1", {PALI: "Pernah bekerja di sana"})
    window = shown(shop.panels["j07-1"])
    page(window).show_place(PALI)
    closed = view(window).closed
    assert closed.isVisible()
    assert "Pernah bekerja di sana" in closed.reason.text()
    assert not closed.back.isVisible()
    page(window).show_place(SERIBU)
    assert view(window).rows.isVisible()


def test_what_the_judge_left_out_can_be_taken_back(desk: DeskWindow) -> None:
    state = desk.state
    state.edit(
        SAMARINDA,
        lambda s: edits.report_absent(s, "Tidak datang"),
        lambda file: file.report_absent(SAMARINDA, "Tidak datang"),
    )
    closed = view(desk).closed
    assert closed.isVisible()
    assert "Tidak datang" in closed.reason.text()
    closed.back.click()
    assert state.sheet(SAMARINDA).state is SheetState.SCORED
    assert view(desk).rows.isVisible()
    desk.wait_saved()


def test_a_sealed_sheet_says_so_and_that_a_change_needs_a_reason(
    shop: Workshop, shown: Show
) -> None:
    shop.score("j07-1", {SAMARINDA: [2] * 30})
    shop.seal("j07-1")
    window = shown(shop.panels["j07-1"])
    page(window).show_place(SAMARINDA)
    told = view(window).head.seal
    assert told.isVisible()
    assert told.text().startswith("Tersegel")
    view(window).acts.score("A1", 3)
    assert told.text().startswith("Berubah sejak segel 1")
    page(window).show_place(MAKASSAR)
    assert not told.isVisible()


def test_the_keys_are_listed(desk: DeskWindow) -> None:
    from ui.dialogs.shortcuts_dialog import ShortcutsDialog

    view(desk).go_to("A1")
    press(Qt.Key.Key_F1)
    dialog = desk.page.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    assert dialog.isVisible()
    dialog.shut.click()
    assert not dialog.isVisible()


def test_a_doubt_is_shown_before_the_disk_has_it(desk: DeskWindow) -> None:
    row(desk, "A3").doubt.click()
    view(desk).acts.score("A3", 2)
    assert row(desk, "A3").doubt.isChecked()
    assert row(desk, "A3").doubt_mark.isVisible()
    desk.wait_saved()
    assert row(desk, "A3").doubt.isChecked()


def test_a_reason_that_was_not_confirmed_is_not_lost(desk: DeskWindow) -> None:
    part(desk, "A1", "abstain", AbstainPanel).own.setText("Saya belum yakin")
    page(desk).show_place(MAKASSAR)
    assert part(desk, "A1", "abstain", AbstainPanel).own.text() == ""
    page(desk).show_place(SAMARINDA)
    desk.main.speak(Language.ENGLISH)
    assert part(desk, "A1", "abstain", AbstainPanel).own.text() == "Saya belum yakin"
    assert desk.state.sheet(SAMARINDA).abstained == ()
