"""What stands beside each other, and goes on in the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.theme import GAP_8
from ui.widgets.flow import flow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def part(height: int) -> QWidget:
    made = QWidget()
    made.setFixedSize(100, height)
    return made


def test_what_is_lower_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    tall, low, next_line = part(60), part(20), part(20)
    whole = flow([tall, low, next_line], gap=GAP_8)
    qtbot.addWidget(whole)
    whole.resize(250, whole.heightForWidth(250))
    whole.show()
    assert (tall.y(), low.y(), next_line.y()) == (0, 20, 60 + GAP_8)
    assert (low.x(), next_line.x()) == (100 + GAP_8, 0)
    assert whole.height() == 60 + GAP_8 + 20
