"""A guard against a release of the window's library that takes references away from None.

Where it does, the interpreter dies after some thousand ordinary calls (PYSIDE-3474).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 1000


@pytest.mark.parametrize("value", [None, True, False])
def test_ordinary_calls_take_no_references_away(qtbot: QtBot, value: object) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        label.setText("x")
        label.setEnabled(True)
        label.setVisible(False)
        label.parent()
    assert sys.getrefcount(value) > before - CALLS // 10
