"""Before a file is open: the start page, opening, and what cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.jobs import Job, Lane
from ui.judge.journey import Journey
from ui.judge.opening import open_with_facts

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from ui.context import Context
    from ui.main_window import MainWindow
    from ui.page import Page


class Front(QObject):
    """Decides what the window shows when no file is open, and opens files."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window = window
        self.journey: Journey | None = None
        window.closing.connect(self.close)

    def begin(self, path: Path | None = None) -> None:
        """Show the start page, or open a file."""
        if path is None:
            self.show_start()
        else:
            self.open(path)

    def show_start(self) -> None:
        """Show recent files and the way to open one."""

        def make(context: Context) -> Page:
            from ui.pages.start_page import StartPage

            page = StartPage(context)
            page.open_requested.connect(self.open)
            return page

        self._window.dress_again()
        self._window.show_page(make)

    def open(self, path: Path) -> None:
        """Open a panel file apart from the window's thread."""
        clock = self._window.context.clock
        lane = Lane("panel file")

        def opened(found: tuple[Desk, DeskFacts]) -> None:
            self.close()
            self._window.clear_notices()
            self.journey = Journey(self._window, path, found, lane)
            self.journey.left.connect(self._after_leaving)
            self.journey.begin()

        def failed(error: ExpectedError) -> None:
            lane.close()
            self.show_trouble(path, error)

        lane.run(Job(lambda _: open_with_facts(path, clock), opened, failed))

    def show_trouble(self, path: Path, error: ExpectedError) -> None:
        """Say why a file cannot be opened, what is safe, and what to do."""

        def make(context: Context) -> Page:
            from ui.pages.trouble_page import TroublePage

            page = TroublePage(context, path, error)
            page.back_requested.connect(self.show_start)
            page.open_requested.connect(self.open)
            return page

        self._window.show_page(make)

    def close(self) -> None:
        """Close what is open."""
        if self.journey is not None:
            self.journey.close()
            self.journey = None

    def _after_leaving(self) -> None:
        self.journey = None
        self.show_start()
