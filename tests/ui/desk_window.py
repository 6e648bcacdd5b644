"""The window in the hands of a test: opens files, waits for saving, finds controls by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.coordinator.journey import OfficeJourney
    from ui.front import Front
    from ui.judge.journey import Journey
    from ui.judge.state import JudgeState
    from ui.main_window import MainWindow
    from ui.page import Page

W = TypeVar("W", bound=QWidget)


class DeskWindow(Struct):
    """The window and what drives it."""

    bot: QtBot
    main: MainWindow
    front: Front

    def open(self, path: Path) -> None:
        """Open a file and wait for its first page."""
        before = self.main.page
        self.front.open(path)
        self.bot.waitUntil(lambda: self.main.page is not before, timeout=10_000)

    @property
    def journey(self) -> Journey:
        """The open file's journey."""
        assert self.front.journey is not None
        return self.front.journey

    @property
    def office(self) -> OfficeJourney:
        """The open assessment's journey."""
        assert self.front.office is not None
        return self.front.office

    @property
    def state(self) -> JudgeState:
        """The open file."""
        return self.journey.state

    @property
    def page(self) -> Page:
        """The page that is shown."""
        assert self.main.page is not None
        return self.main.page

    def wait_saved(self) -> None:
        """Wait until the disk has everything."""
        self.bot.waitUntil(lambda: not self.state.has_waiting(), timeout=10_000)

    def find(self, kind: type[W], name: str) -> W:
        """Return the one visible widget of a kind whose accessible name is this."""
        found = [
            widget
            for widget in self.main.findChildren(kind)
            if widget.accessibleName() == name and widget.isVisible()
        ]
        assert len(found) == 1, f"{len(found)} x {name}"
        return found[0]
