"""The start page: recent files without scores, opening by button and by dropping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.workplace.recent import RecentFile
from tests.ui.reading import notice, texts, wait_for
from tests.workshop import Workshop
from ui.judge.journey import Journey
from ui.pages.enrolment_page import EnrolmentPage
from ui.pages.merging_page import MergingPage
from ui.pages.scoring_page import ScoringPage
from ui.pages.start_page import StartPage
from ui.widgets.recent_card import RecentCard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk_window import DeskWindow

NOW = "2026-11-26T02:00:00Z"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=2, regions=2)
    made.enrol("j01-1")
    return made


def drop(window: DeskWindow, *paths: Path) -> bool:
    """Drop files on the window; returns whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifier = Qt.KeyboardModifier.NoModifier
    place = window.main.rect().center()
    enter = QDragEnterEvent(place, copy, data, left, modifier)
    QApplication.sendEvent(window.main, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window.main, QDropEvent(QPointF(place), copy, data, left, modifier))
    return enter.isAccepted()


def test_an_empty_start_page_says_what_belongs_there(window: DeskWindow) -> None:
    window.front.show_start()
    assert "Berkas yang Anda buka akan tercantum di sini." in texts(window.page)
    assert window.find(QPushButton, "Buka berkas juri").hasFocus()


def test_recent_files_show_judge_assessment_mode_and_time_but_no_score(
    window: DeskWindow, shop: Workshop
) -> None:
    window.front.show_start()
    window.open(shop.panels["j01-1"])
    window.state.record_score(shop.regions[0], "A1", 4)
    window.wait_saved()
    assert window.journey.leave()
    assert isinstance(window.page, StartPage)
    said = texts(window.page)
    for part in ("j01 · Juri 1", "Uji", "RESMI", "Terakhir dibuka", str(shop.panels["j01-1"])):
        assert part in said
    assert "4" not in said.replace(str(shop.panels["j01-1"]), "").split("Terakhir dibuka")[0]
    window.find(QPushButton, "Buka: j01 · Juri 1, Uji").click()
    wait_for(window, ScoringPage)


def test_a_recent_file_that_is_gone_says_so_and_can_be_taken_off(
    window: DeskWindow, shop: Workshop
) -> None:
    window.open(shop.panels["j01-1"])
    window.journey.leave()
    shop.panels["j01-1"].unlink()
    window.front.show_start()
    window.bot.waitUntil(lambda: "Tidak ada sekarang" in texts(window.page))
    window.find(QPushButton, "Hapus dari daftar").click()
    assert "Juri 1" not in texts(window.page)
    assert window.main.context.memory.now.recent == ()
    assert "akan tercantum di sini" in texts(window.page)


def test_the_button_asks_for_a_file(window: DeskWindow, shop: Workshop) -> None:
    window.front.show_start()
    window.find(QPushButton, "Buka berkas juri").click()
    dialog = window.main.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowTitle() == "Buka berkas"
    dialog.setDirectory(str(shop.panels["j02-1"].parent))
    dialog.selectFile(str(shop.panels["j02-1"]))
    dialog.accept()
    wait_for(window, EnrolmentPage)


def test_a_file_may_be_dropped_on_every_page(window: DeskWindow, shop: Workshop) -> None:
    window.front.show_start()
    assert drop(window, shop.panels["j01-1"])
    wait_for(window, ScoringPage)
    assert window.main.header.judge.whole == "j01 · Juri 1"
    assert not drop(window, shop.panels["j01-1"], shop.panels["j02-1"])
    drop(window, shop.panels["j02-1"])
    wait_for(window, EnrolmentPage)
    assert window.main.header.judge.whole == "j02 · Juri 2"
    drop(window, shop.path)
    wait_for(window, MergingPage)
    assert window.main.header.judge.whole == "Sementara"


def test_a_file_opened_before_the_page_of_another_is_shown_takes_its_place(
    window: DeskWindow, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = shop.panels["j01-1"], shop.panels["j02-1"]

    def hurry(_journey: Journey) -> None:
        monkeypatch.undo()
        window.front.open(second, asked=True)

    monkeypatch.setattr(Journey, "get_ready", hurry)
    window.front.open(first, asked=True)
    window.bot.waitUntil(lambda: isinstance(window.page, EnrolmentPage), timeout=10_000)
    assert window.journey.path == second
    window.bot.wait(50)
    assert isinstance(window.page, EnrolmentPage)


def test_a_window_closed_before_the_page_of_a_file_is_shown_leaves_nothing_open(
    window: DeskWindow, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []

    def close(journey: Journey) -> None:
        window.front.close()
        closed.append(journey)

    monkeypatch.setattr(Journey, "get_ready", close)
    window.front.show_start()
    window.front.open(shop.panels["j01-1"], asked=True)
    window.bot.waitUntil(lambda: bool(closed))
    window.bot.wait(50)
    assert window.front.journey is None
    assert isinstance(window.page, StartPage)


def test_a_page_made_in_one_language_is_not_shown_in_another(
    window: DeskWindow, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Journey.get_ready

    def switch(journey: Journey) -> None:
        made(journey)
        window.main.speak(Language.ENGLISH)

    monkeypatch.setattr(Journey, "get_ready", switch)
    window.open(shop.panels["j01-1"])
    window.bot.waitUntil(lambda: isinstance(window.page, ScoringPage))
    assert window.find(QPushButton, "My scores side by side").isVisible()


def test_a_photograph_that_misses_its_indicator_closes_nothing(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    window.open(shop.panels["j01-1"])
    page = window.page
    photograph = tmp_path / "bukti.jpg"
    photograph.write_bytes(b"\xff\xd8")
    drop(window, photograph)
    assert window.page is page
    assert "bukti.jpg bukan berkas juri" in notice(window)


def test_dropping_the_open_file_again_changes_nothing(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.panels["j01-1"])
    page = window.page
    drop(window, shop.panels["j01-1"])
    assert window.page is page
    assert "sudah terbuka" in notice(window)


def test_the_menu_and_language_work_without_a_file(window: DeskWindow) -> None:
    window.front.show_start()
    menu = window.main.header._menu.menu()
    names = [action.text() for action in menu.actions()]
    assert names == ["Preferensi ...", "Terang atau gelap", "Bahasa Indonesia / English"]
    menu.actions()[2].trigger()
    assert isinstance(window.page, StartPage)
    window.bot.waitUntil(lambda: "Score regions on this laptop" in texts(window.page))
    window.main.change_text(+1)
    assert window.main.context.memory.now.preferences.text_percent == 112
    window.bot.waitUntil(window.main.header.larger.hasFocus)


def test_cards_begin_at_the_same_place_and_have_no_empty_line(
    qtbot: QtBot, window: DeskWindow
) -> None:
    words = window.main.context.words
    made = [
        RecentCard(words, RecentFile(path, kind, "", "Uji", judge, mode, 0, NOW))
        for path, kind, judge, mode in (
            ("/uji.panel", "panel", "j01 · Juri 1", "rehearsal"),
            ("/uji.assessment", "assessment", "", "official"),
        )
    ]
    for card in made:
        qtbot.addWidget(card)
        card.resize(700, card.sizeHint().height())
        card.show()
    titles = [next(x for x in card.findChildren(QLabel) if x.text() == "Uji") for card in made]
    lefts = [
        title.mapTo(card, title.rect().topLeft()).x()
        for title, card in zip(titles, made, strict=True)
    ]
    assert lefts[0] == lefts[1]
    assert "" not in texts(made[1]).split("\n")
    line = titles[0].fontMetrics().lineSpacing()
    assert made[0].sizeHint().height() - made[1].sizeHint().height() >= line
