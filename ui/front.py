"""Before a file is open: the start page, files on their way in, and what cannot be opened.

Whatever opens files is imported when one is opened, so that the start page is there at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smartcity_desktop.domain.message import message
from ui.dropped import DRAFT, take_dropped, take_several
from ui.menus import general_entries
from ui.side_lane import SideLane
from ui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.draft_file import DraftLine
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.workplace.backups import Backup
    from ui.arrival import Arrival
    from ui.context import Context
    from ui.coordinator.founding.doorway import Doorway
    from ui.coordinator.journey import OfficeJourney
    from ui.jobs import Lane
    from ui.judge.journey import Journey
    from ui.main_window import MainWindow
    from ui.page import Page
    from ui.trouble_door import TroubleDoor

SOON = 50
"""Milliseconds after which the start page has been painted."""


class Front(QObject):
    """Decides what the window shows when no file is open, and opens files."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window = window
        self.journey: Journey | None = None
        self.office: OfficeJourney | None = None
        self.founding: Doorway | None = None
        self._beginning: Journey | None = None
        self._arrival: Arrival | None = None
        self._beside, self._turns = SideLane("front"), Turns(self)
        self._news: Message | None = None
        self._door: TroubleDoor | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self._look)
        window.closing.connect(self.close)
        window.file_dropped.connect(lambda path: take_dropped(self, window, path))
        window.several_dropped.connect(lambda paths: take_several(self, paths))
        window.takes_several = lambda: self.office is not None
        window.dressed.connect(self._fill_header)

    def begin(self, path: Path | None = None) -> None:
        """Show the start page, or open a file."""
        self.show_start()
        if path is not None:
            self.open(path)

    def show_start(self) -> None:
        """Show recent files and the way to open one."""

        def make(context: Context) -> Page:
            from ui.pages.start_page import StartPage

            page = StartPage(context)
            page.open_requested.connect(self.open)
            page.check_requested.connect(self.show_check)
            page.founding_requested.connect(lambda: self.found(None))
            self._later.start()
            return page

        self._end_arrival()
        self._window.show_page(make)
        self._fill_header()

    def show_check(self) -> None:
        """Check a document without any file of ours open."""

        def make(context: Context) -> Page:
            from ui.pages.check_page import CheckPage

            page = CheckPage(context, self._beside.run)
            page.back_requested.connect(self.show_start)
            return page

        self._end_arrival()
        self._window.show_page(make)
        self._fill_header()

    def open(self, path: Path, *, asked: bool = False) -> None:
        """Bring a file in, apart from the window's thread; what is open is closed before."""
        if path.suffix == DRAFT:
            self.found(path)
            return
        if not self._make_room(path):
            return
        from ui.late_modules import coming_late

        with coming_late(("inspect", "textwrap")):
            # What reads the file asks for the one, what shows it for the other.
            import dataclasses  # noqa: F401

            from PySide6.QtCore import Qt  # noqa: F401
        from ui.arrival import Arrival

        self._end_arrival()
        arrival = self._arrival = Arrival(self._window, path, asked=asked)
        arrival.opened.connect(self._begin_journey)
        arrival.failed.connect(self.show_trouble)
        arrival.elsewhere.connect(self.open)
        arrival.choosing.connect(self._choose)
        arrival.left.connect(self.show_start)
        arrival.begin()

    def found(self, path: Path | None) -> None:
        """Begin a new assessment, or go on with a draft of one."""
        if not self._make_room(path):
            return
        from ui.coordinator.founding.doorway import Doorway

        self._end_arrival()
        self.founding = Doorway(self._window, path)
        self.founding.left.connect(self._after_leaving)
        self.founding.made.connect(self._open_instead)
        self.founding.failed.connect(self.show_trouble)
        self.founding.begin()

    def show_trouble(self, path: Path, error: ExpectedError) -> None:
        """Say why a file cannot be opened, what is safe, and what to do."""
        self._end_arrival()
        self.founding = None
        self._trouble_door().show(path, error)

    def restore(self, path: Path, backup: Backup) -> None:
        """Put an automatic backup in the place of a file that is not open, and open it."""
        self._trouble_door().restore(path, backup)

    def _trouble_door(self) -> TroubleDoor:
        from ui.trouble_door import TroubleDoor

        if self._door is None:
            self._door = TroubleDoor(self._window, self._beside.work)
            self._door.left.connect(self.show_start)
            self._door.open_requested.connect(self.open)
            self._door.restored.connect(self._open_restored)
        return self._door

    def _open_restored(self, path: Path, news: Message) -> None:
        self._news = news
        self.open(path, asked=True)

    def close(self) -> None:
        """Close what is open."""
        self._end_arrival()
        self._later.stop()
        current = self._current
        if current is not None:
            current.close()
            self._forget_journey()
        self._beside.close()

    @property
    def _current(self) -> Journey | OfficeJourney | Doorway | None:
        return self.journey or self._beginning or self.office or self.founding

    def _begin_journey(self, path: Path, found: tuple[object, object], lane: Lane) -> None:
        from smartcity_desktop.scoring.desk import Desk

        self._end_arrival()
        if isinstance(found[0], Desk):
            self._begin_judge(path, found, lane)  # type: ignore[arg-type] # the facts go with it
        else:
            self._begin_office(path, found, lane)  # type: ignore[arg-type] # an office, and its facts

    def _begin_office(self, path: Path, found: tuple[Office, OfficeFacts], lane: Lane) -> None:
        from ui.coordinator.journey import OfficeJourney
        from ui.coordinator.opening import get_ready

        self.office = OfficeJourney(self._window, path, found, lane)
        self.office.left.connect(self._after_leaving)
        self.office.begin()
        self._beside.work(lambda: get_ready(self._window.context), lambda _: None)

    def _begin_judge(self, path: Path, found: tuple[Desk, DeskFacts], lane: Lane) -> None:
        from ui.judge.journey import Journey

        journey = self._beginning = Journey(self._window, path, found, lane)
        journey.left.connect(self._after_leaving)
        journey.open_requested.connect(self._open_instead)
        journey.restore_requested.connect(self._restore_open)
        self._turns.take(self._show_judge(journey))

    def _show_judge(self, journey: Journey) -> Iterator[None]:
        """Make the first page and show it, each in a turn of its own."""
        journey.get_ready()
        yield
        self.journey, self._beginning = journey, None
        journey.begin()
        if self._news is not None:
            self._window.show_notice(self._news)
            self._news = None

    def _make_room(self, path: Path | None) -> bool:
        """Close the open file, unless it is this one or not everything is on the disk."""
        current = self._current
        if current is None:
            return True
        if (
            path is not None
            and current.path is not None
            and (path.absolute() == current.path.absolute())
        ):
            self._window.show_notice(message("This file is open already, in this window."))
            return False
        return current.leave()

    def _open_instead(self, path: Path, news: Message | None = None) -> None:
        self._forget_journey()
        self._news = news
        self.open(path, asked=True)

    def _restore_open(self, path: Path, backup: Backup) -> None:
        self._forget_journey()
        self.restore(path, backup)

    def _after_leaving(self) -> None:
        self._forget_journey()
        self.show_start()

    def _forget_journey(self) -> None:
        self._turns.stop()
        self.journey = self._beginning = self.office = self.founding = None
        self._window.clear_notices()

    def _end_arrival(self) -> None:
        if self._arrival is not None:
            self._arrival.end()
            self._arrival = None

    def _choose(self) -> None:
        from ui.dialogs.file_choice import PANEL_FILES, choose_file

        context = self._window.context
        choose_file(self._window, context.words, PANEL_FILES, self.open, context.documents)

    def _look(self) -> None:
        """Look for files that are gone and for drafts, once the start page is there."""
        from ui.pages.start_page import StartPage

        page, context = self._window.page, self._window.context
        paths = [file.path for file in context.memory.now.recent]

        def show(found: tuple[list[str], tuple[DraftLine, ...]]) -> None:
            if isinstance(page, StartPage) and self._window.page is page:
                page.show_gone(found[0])
                page.show_drafts(found[1])

        if isinstance(page, StartPage) and (paths or context.own_folder.is_dir()):
            # Apart from the window: a drive may take long to say that a file is gone.
            self._beside.work(lambda: _look(paths, context.own_folder), show)

    def _fill_header(self) -> None:
        if self._current is not None:
            return
        self._window.header.show_nothing()
        self._window.header.show_menu(general_entries(self._window))


def _look(paths: list[str], folder: Path) -> tuple[list[str], tuple[DraftLine, ...]]:
    """Return which files are gone, and the drafts that were begun."""
    from smartcity_desktop.founding.draft_file import list_drafts

    return [path for path in paths if not _is_there(path)], list_drafts(folder)


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:
        return False
