"""Names that are offered while somebody types are shown whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ui.style import wear
from ui.theme import GAP_12, LIGHT, Theme
from ui.widgets.suggestions import suggest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONGEST = "Kabupaten Administrasi Kepulauan Seribu · 31.01"


def test_list_is_as_wide_as_the_longest_name(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(80, 32)
    field.show()
    completer = suggest(field, ["Kota Depok · 32.76", LONGEST])
    completer.setCompletionPrefix("seribu")
    completer.complete()
    shown = completer.popup()
    assert shown is not None
    assert shown.width() > field.fontMetrics().horizontalAdvance(LONGEST)
    assert completer.currentCompletion() == LONGEST
    shown.hide()


def test_no_names_no_list(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert suggest(field, []).completionCount() == 0


def test_list_scrolls_with_the_bar_of_the_window(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    wear(field, Theme(LIGHT))
    field.show()
    completer = suggest(field, [f"Kota {number}" for number in range(40)])
    completer.setCompletionPrefix("kota")
    completer.complete()
    shown = completer.popup()
    assert shown is not None
    assert shown.isWindow()
    assert shown.verticalScrollBar().width() == GAP_12
    shown.hide()
