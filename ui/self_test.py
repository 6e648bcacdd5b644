"""The window's part of the self-test: it opens a judge's file, scores, saves, and closes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.app import make_context
from ui.front import Front
from ui.main_window import MainWindow
from ui.style import dress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONGEST_WAIT = 60


class SelfTestFailedError(Exception):
    """The window did not do what it should; the text says what."""


def try_window(panel: Path, folder: Path) -> None:
    """Open a panel file whose judge has enrolled, score one indicator, and see it saved.

    Args:
        panel: a file that may be changed.
        folder: where the program may remember things.

    Raises:
        SelfTestFailedError: a step took too long or showed nothing.
    """
    application = QApplication.instance() or QApplication(["self-test"])
    if not isinstance(application, QApplication):
        raise SelfTestFailedError("there is a program without a window already")
    window = MainWindow(make_context(folder=folder))
    dress(application, window.context.theme)
    front = Front(window)
    front.begin()
    window.show()
    _wait(application, window.isVisible, "no window")
    front.open(panel)
    _wait(application, lambda: front.journey is not None, "the file did not open")
    journey = front.journey
    if journey is None:
        raise SelfTestFailedError("the file closed again")
    state = journey.state
    code = state.facts.issue.regions[0].code
    indicator = state.facts.instrument.indicators()[0]
    state.clear_score(code, indicator.id)
    state.record_score(code, indicator.id, indicator.scale.maximum)
    _wait(application, lambda: not state.has_waiting(), "nothing was saved")
    if window.grab().isNull():
        raise SelfTestFailedError("the window is empty")
    window.close()
    _wait(application, lambda: front.journey is None, "the file did not close")


def _wait(application: QApplication, happened: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + LONGEST_WAIT
    while not happened():
        if time.monotonic() > until:
            raise SelfTestFailedError(otherwise)
        application.processEvents()
