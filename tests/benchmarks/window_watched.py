"""The open window under a heartbeat: how long the event loop stands still, and what costs what."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.front import Front
    from ui.main_window import MainWindow

BEAT = 1
"""Milliseconds between two beats."""
BUTTONS = 47


class Heart:
    """Beats in the event loop; what lies between two beats is how long it stood still."""

    def __init__(self) -> None:
        """Begin to beat."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def during(self, act: Callable[[], object]) -> float:
        """Return the longest stall while something is done, in milliseconds."""
        settle(0.2)
        self.longest, self._last = 0.0, time.perf_counter()
        act()
        settle(0.2)
        return self.longest * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def watch(window: MainWindow, front: Front, file: Path) -> dict[str, float]:
    """Score, save, scroll, change the region, look at all regions side by side; in ms."""
    heart = Heart()
    settle(1)
    opening = heart.during(lambda: _open_again(front, file))
    page, journey = window.page, front.journey
    assert isinstance(page, ScoringPage)
    assert journey is not None
    found = {"opening": opening}
    found["scoring"] = heart.during(lambda: _score(window, page))
    found["saving"] = heart.during(lambda: _until(lambda: not journey.state.has_waiting()))
    found["scrolling"] = heart.during(lambda: _scroll(page))
    regions = page.regions.model.listed()
    page.show_place(regions[1])
    found["region"] = min(_time(lambda: _change(page, regions[:2])) for _ in range(5)) / 2
    found["buttons"] = min(_time(_buttons) for _ in range(5))
    found["side by side"] = heart.during(journey.show_side_by_side)
    return found


def settle(seconds: float) -> None:
    """Let the event loop turn."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()


def _until(there: Callable[[], bool]) -> None:
    while not there():
        QCoreApplication.processEvents()


def _open_again(front: Front, file: Path) -> None:
    front.close()
    front.open(file, asked=True)
    _until(lambda: front.journey is not None)
    settle(0.5)


def _score(window: MainWindow, page: ScoringPage) -> None:
    handle = window.windowHandle()
    assert handle is not None
    for code in page.regions.model.listed()[10:12]:
        page.show_place(code)
        page.sheet.take_focus()
        settle(0.05)
        for number in range(BUTTONS):
            QTest.keyClick(handle, ord(str(1 + number % 5)))
            QCoreApplication.processEvents()


def _scroll(page: ScoringPage) -> None:
    bar = page.regions.list.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 150)):
        bar.setValue(step)
        QCoreApplication.processEvents()


def _change(page: ScoringPage, codes: tuple[str, ...]) -> None:
    for code in codes:
        page.show_place(code)
        QCoreApplication.processEvents()


def _buttons() -> None:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    for number in range(BUTTONS):
        layout.addWidget(QPushButton(str(number)))
    whole.show()
    QCoreApplication.processEvents()
    whole.close()
    whole.deleteLater()


def _time(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
