"""Short lists to choose from: lines as high as in a menu, each name whole, our scroll bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.style import wear
from ui.theme import GAP_8, GAP_12, LIGHT, Theme
from ui.widgets.choice import Choice
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONGEST = "Kabupaten Administrasi Kepulauan Seribu (31.01)"


def opened(qtbot: QtBot, words: list[str]) -> tuple[QWidget, Choice]:
    """Return a window, and in a narrow place of it an open choice."""
    window, choice = QWidget(), Choice("Daerah", words)
    qtbot.addWidget(window)
    choice.setFixedWidth(120)
    window.setLayout(column([choice]))
    wear(window, Theme(LIGHT))
    window.show()
    choice.showPopup()
    QTest.qWait(1)
    return window, choice


def test_every_name_is_whole_and_as_high_as_in_a_menu(qtbot: QtBot) -> None:
    _window, choice = opened(qtbot, ["Semua", LONGEST])
    view = choice.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    assert view.sizeHintForRow(0) >= view.fontMetrics().height() + 2 * GAP_8
    choice.hidePopup()


def test_long_lists_scroll_with_the_bar_of_the_window(qtbot: QtBot) -> None:
    _window, choice = opened(qtbot, [f"Provinsi {number}" for number in range(38)])
    bar = choice.view().verticalScrollBar()
    assert bar.isVisible()
    assert bar.width() == GAP_12
    assert choice.view().window().height() < 38 * choice.view().sizeHintForRow(0)
    choice.hidePopup()
