"""What is made at the start waits for nothing that the start page does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from tests.ui.own_process import run_program
from ui.widgets.early_values import CENTRED, NEVER_SCROLLS, NO_FOCUS, PLAIN_TEXT
from ui.widgets.layouts import scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SLOW = (
    "babel", "cryptography", "fractions", "sqlite3", "ui.jobs",
    "smartcity_desktop.domain.assessment", "smartcity_desktop.domain.rules",
)  # fmt: skip
PROGRAM = f"""
import sys
from pathlib import Path
from ui.app import Front, make_application, make_context, make_window
application = make_application()
window = make_window(application, make_context(folder=Path(sys.argv[1])))
Front(window).begin()
window.show()
application.processEvents()
window.grab()
import PySide6.QtCore
print([name for name in {SLOW!r} if name in sys.modules], "Qt" in vars(PySide6.QtCore))
application.setStyleSheet("")
print(application.style().name().lower())
"""


def test_they_are_qts_own_values() -> None:
    assert Qt.TextFormat(PLAIN_TEXT) is Qt.TextFormat.PlainText
    assert Qt.FocusPolicy(NO_FOCUS) is Qt.FocusPolicy.NoFocus
    assert Qt.AlignmentFlag(CENTRED) == Qt.AlignmentFlag.AlignCenter
    assert Qt.ScrollBarPolicy(NEVER_SCROLLS) is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_they_reach_the_widgets(qtbot: QtBot) -> None:
    text = label("<b>x</b>")
    area = scrolled(QLabel("x"))
    for widget in (text, area):
        qtbot.addWidget(widget)
    assert isinstance(area, QScrollArea)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_start_page_comes_without_what_it_does_not_need(tmp_path: Path) -> None:
    found = run_program(PROGRAM, str(tmp_path), home=tmp_path)
    assert found == "[] False\nfusion\n"
