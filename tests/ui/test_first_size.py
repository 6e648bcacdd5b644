"""The window fits on the screen when it is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.app import show_whole
from ui.theme import TITLE_BAR

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("wider", "higher", "fills"), [(0, 0, False), (1, 0, True), (0, 1, True)])
def test_a_window_that_is_too_large_fills_the_screen(
    qtbot: QtBot, wider: int, higher: int, *, fills: bool
) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(room.width() + wider, room.height() - TITLE_BAR + higher)
    show_whole(window)
    assert window.isVisible()
    assert window.isMaximized() is fills
