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


def test_what_is_hidden_keeps_its_room_in_a_line_but_no_line_of_its_own(qtbot: QtBot) -> None:
    first, hidden = part(20), part(20)
    policy = hidden.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    hidden.setSizePolicy(policy)
    hidden.hide()
    whole = flow([first, hidden], gap=GAP_8)
    qtbot.addWidget(whole)
    whole.show()
    assert whole.sizeHint().width() == 100 + GAP_8 + 100
    assert whole.heightForWidth(150) == 20
    hidden.show()
    hidden.updateGeometry()
    assert whole.heightForWidth(150) == 20 + GAP_8 + 20
