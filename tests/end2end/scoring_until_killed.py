"""Scores in the window with keys, one step after the other, until somebody kills this process.

    python -m tests.end2end.scoring_until_killed FILE FOLDER

Prints how many steps the window has acknowledged as saved, a line whenever it says so.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.stage_context import stage_context
from ui.front import Front
from ui.main_window import MainWindow
from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from ui.judge.journey import Journey

BETWEEN = 3
"""Milliseconds from one key to the next."""


class Restless:
    """A judge who never waits for the disk."""

    def __init__(self, window: MainWindow, journey: Journey) -> None:
        self.window, self.state, self.steps = window, journey.state, 0
        self.state.saved.connect(self.acknowledge)
        self.timer = QTimer()
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.go_on)
        self.timer.start(BETWEEN)

    def acknowledge(self, _at: str) -> None:
        print(self.steps, flush=True)

    def go_on(self) -> None:
        """Give the next score of the sheet, or go to the next region."""
        page, window = self.window.page, self.window.windowHandle()
        assert isinstance(page, ScoringPage)
        assert window is not None
        before, count = page.sheet.place()[0], len(self.state.ids)
        if before not in self.state.facts.excused:
            value = in_mind(before, self.steps % count)
            QTest.keyClick(window, ord(str(value)))
            shown = self.state.sheet(before).values[self.steps % count]
            assert shown == value, f"{before} {self.steps}: {shown}, {self.window.focusWidget()}"
            # Counted after the key: what is called saved meanwhile may be without it.
            self.steps += 1
        if self.steps % count == 0:
            QTest.keyClick(window, Qt.Key.Key_PageDown)
        if page.sheet.place()[0] != before or self.steps % count:
            self.timer.start(BETWEEN)


def in_mind(code: str, place: int) -> int:
    """The score that this judge gives."""
    return 1 + (sum(code.encode()) + place) % 4


def main(file: Path, folder: Path) -> int:
    """Open a file that was confirmed and score in it for ever."""
    application = QApplication([])
    window = MainWindow(stage_context(folder))
    front = Front(window)
    window.show()
    front.open(file, asked=True)
    restless: list[Restless] = []

    def look() -> None:
        if front.journey is not None and isinstance(window.page, ScoringPage):
            watch.stop()
            restless.append(Restless(window, front.journey))

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(5)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
