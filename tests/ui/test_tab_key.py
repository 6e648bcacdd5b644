"""The Tab key in a real window: through what unfolds, through dialogs, and back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from smartcity_desktop.domain.score_sheet import SheetState
from tests.ui.reading import when_there
from tests.workshop import Workshop
from ui.dialogs.preferences_dialog import PreferencesDialog
from ui.menus import general_entries
from ui.pages.scoring_page import ScoringPage
from ui.widgets.level_cards import LevelCards
from ui.widgets.tab_order import stops

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow

    Opening = Callable[[DeskWindow, ScoringPage], object]


@pytest.fixture
def desk(window: DeskWindow, tmp_path: Path) -> DeskWindow:
    """The window with a judge's file, in front of all others."""
    shop = Workshop.open(tmp_path / "lokakarya", judges=1, regions=3)
    shop.enrol("j01-1")
    shop.score("j01-1", {shop.regions[0]: (1, 2, 3)})
    window.open(shop.panels["j01-1"])
    window.main.activateWindow()
    scoring(window).sheet.rows.make_all()
    return window


def scoring(desk: DeskWindow) -> ScoringPage:
    assert isinstance(desk.main.page, ScoringPage)
    return desk.main.page


def focused(part: QWidget) -> QWidget | None:
    return cast("QWidget | None", part.window().focusWidget())


def go_round(window: QWidget, key: Qt.Key, start: QWidget) -> list[QWidget | None]:
    """Press a key until it would come back to where it began."""
    start.setFocus()
    met: list[QWidget | None] = []
    for _ in list(stops(window)):
        met.append(focused(window))
        QTest.keyClick(cast("QWidget", focused(window)), key)
    assert focused(window) is start
    return met


def test_it_goes_through_what_was_opened_in_the_order_of_the_page(desk: DeskWindow) -> None:
    row = scoring(desk).sheet.rows.row("A1")
    for part in ("evidence", "abstain", "note"):
        row.folds.open(part, down=True)
    met = go_round(desk.main, Qt.Key.Key_Tab, row.doubt)
    assert met[0] is row.doubt
    own = [each for each in met if each is not None and row.isAncestorOf(each)]
    assert own == met[: len(own)]
    names = [each.accessibleName() for each in own]
    note, evidence = names.index("Catatan A1"), names.index("Pilih berkas ...")
    assert names.index("Bukti dukung (0)") < note < evidence < names.index("Alasan lain")
    back = go_round(desk.main, Qt.Key.Key_Backtab, row.doubt)
    assert back == [row.doubt, *reversed(met[1:])]


def test_it_goes_on_from_a_card_that_was_chosen_with_the_mouse(desk: DeskWindow) -> None:
    row = scoring(desk).sheet.rows.row("A1")
    assert isinstance(row.input, LevelCards)
    last = row.input.cards[-1]
    last.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert focused(desk.main) is row.folds.stops[0]


def open_preferences(desk: DeskWindow, _page: ScoringPage) -> None:
    entry = general_entries(desk.main)[0]
    assert entry is not None
    entry[1]()


DIALOGS: dict[str, Opening] = {
    "keys": lambda desk, _: QTest.keyClick(cast("QWidget", focused(desk.main)), Qt.Key.Key_F1),
    "preferences": open_preferences,
    "backups": lambda desk, _: desk.journey.safety.show_backups(),
    "forgotten passphrase": lambda desk, _: desk.journey.safety.show_forgotten(),
    "another drive": lambda desk, _: desk.journey.safety.go_on_elsewhere(),
    "recusal": lambda _, page: page.regions._acts.ask_to_leave_out(
        SheetState.RECUSED, [page.sheet.place()[0]]
    ),
    "wrong region": lambda _, page: page.regions._acts.ask_to_relocate(page.sheet.place()[0]),
}


@pytest.mark.parametrize("which", DIALOGS)
def test_a_dialog_gives_the_focus_back(desk: DeskWindow, which: str) -> None:
    page = scoring(desk)
    page.show_place(page.regions.first_open(), "B1")
    before = focused(desk.main)
    assert before is not None
    DIALOGS[which](desk, page)
    dialog = desk.main.findChildren(QDialog)[-1]
    desk.bot.waitUntil(dialog.isActiveWindow)
    assert focused(dialog) is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.bot.waitUntil(lambda: not desk.main.findChildren(QDialog))
    # The system's part, which no window manager does here.
    desk.main.activateWindow()
    assert focused(desk.main) is before


def test_in_a_dialog_it_goes_round_within_the_dialog(desk: DeskWindow) -> None:
    open_preferences(desk, scoring(desk))
    dialog = desk.main.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    start = next(stops(dialog))
    assert start.accessibleName() == "Bahasa: Bahasa Indonesia"
    met = go_round(dialog, Qt.Key.Key_Tab, start)
    assert [each.accessibleName() for each in met if each is not None][-2:] == ["Batal", "Simpan"]
    dialog.reject()


def test_a_drawer_takes_the_focus_and_gives_it_back(desk: DeskWindow) -> None:
    desk.main.resize(QSize(1000, 520))
    page = scoring(desk)
    opener = page.sheet.head.figures
    desk.bot.waitUntil(opener.isVisible)
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    inside = focused(desk.main)
    assert inside is not None
    assert page.figures.isAncestorOf(inside)
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert focused(desk.main) is opener


def test_choosing_a_folder_for_the_seal_waits_for_nothing(desk: DeskWindow, tmp_path: Path) -> None:
    desk.journey.show_sealing()
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    when_there(desk, desk.main, QPushButton, "Pilih folder ...").click()
    dialog = desk.main.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(stick))
    dialog.accept()
    page = desk.main.page
    assert page is not None
    assert page.form.target.folder() == stick  # type: ignore[attr-defined]
