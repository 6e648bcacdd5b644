"""Where scenes are played: one window, and panel files that are made once and opened as copies."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QDialog

from smartcity_desktop.workplace.places import Place
from tests.ui.office_files import make_office
from tests.ui.sample_files import ISSUE, make_panel
from ui.front import Front
from ui.judge.sheet_rows import SheetRows
from ui.main_window import MainWindow
from ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.context import Context
    from ui.coordinator.journey import OfficeJourney
    from ui.judge.journey import Journey
    from ui.pages.scoring_page import ScoringPage
    from ui.pages.sealing_page import SealingPage

LONGEST_WAIT = 30


class Stage(Struct):
    """One window.

    Attributes:
        store: files made once, by name; nobody writes into them. folder: copies, and all else.
        window, front: what is looked at.
    """

    store: Path
    folder: Path
    window: MainWindow
    front: Front
    copies: int = 0

    def wait(self, happened: Callable[[], object]) -> None:
        """Let the window work until something has happened."""
        until = time.monotonic() + LONGEST_WAIT
        while not happened():
            if time.monotonic() > until:
                raise TimeoutError
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            time.sleep(0.002)

    def settle(self) -> None:
        """Let the window finish what it does by itself, and take away what is gone."""
        for rows in self.window.findChildren(SheetRows):
            rows.make_all()
        for _ in range(5):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()

    def clear(self) -> None:
        """Close dialogs, the lock, and the file; show the start page."""
        self._close()
        self.front.show_start()
        self.window.clear_notices()
        self.settle()

    def _make_room(self) -> None:
        """Close everything for a file that is opened next; a page that nobody sees costs time."""
        self._close()
        self.window.show_page(Page)
        self.window.header.show_nothing()
        self.window.clear_notices()
        self.settle()

    def _close(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        if self.window.is_covered:
            self.window.uncover()
        self.front.close()
        self.window.context = replace(self.window.context, place_of=lambda _: Place.OWN)

    def copy(self, name: str, **wishes: object) -> Path:
        """Return a copy of a panel file, made at its first use."""
        made = self.store / name
        if not made.exists():
            make_panel(made, **wishes)  # type: ignore[arg-type]
        self.copies += 1
        target = self.folder / f"{name}-{self.copies}" / f"{ISSUE}.panel"
        target.parent.mkdir(parents=True)
        shutil.copy(made / "issued" / f"{ISSUE}.panel", target)
        return target

    def show_file(self, name: str, **wishes: object) -> Journey:
        """Open a copy of a panel file, and wait for its page."""
        self._make_room()
        return self.open(self.copy(name, **wishes))

    def show_office(self, name: str, state: str = "complete", **wishes: object) -> OfficeJourney:
        """Open a copy of an assessment, made at its first use, and wait for its page."""
        return self.show_made(name, lambda made: make_office(made, state, **wishes))  # type: ignore[arg-type]

    def show_made(self, name: str, make: Callable[[Path], object]) -> OfficeJourney:
        """Open a copy of an assessment that ``make`` puts into a folder at its first use."""
        self._make_room()
        made = self.store / name
        if not made.exists():
            make(made)
        self.copies += 1
        target = self.folder / f"{name}-{self.copies}"
        shutil.copytree(made, target)
        self.front.open(target / "uji.assessment", asked=True)
        self.wait(lambda: self.front.office is not None)
        assert self.front.office is not None
        self.window.clear_notices()
        return self.front.office

    def open(self, path: Path) -> Journey:
        """Open a file without questions, and wait for its page."""
        self.front.open(path, asked=True)
        self.wait(lambda: self.front.journey is not None)
        assert self.front.journey is not None
        return self.front.journey

    def ask_about(self, path: Path) -> None:
        """Open a file, and wait for whatever page comes of it."""
        before = self.window.page
        self.front.open(path)
        self.wait(lambda: self.window.page is not before)

    def scoring_page(self) -> ScoringPage:
        """Return the page, which is the one for scoring."""
        from ui.pages.scoring_page import ScoringPage

        assert isinstance(self.window.page, ScoringPage)
        return self.window.page

    def sealing_page(self) -> SealingPage:
        """Return the page, which is the one for sealing."""
        from ui.pages.sealing_page import SealingPage

        assert isinstance(self.window.page, SealingPage)
        return self.window.page

    def end(self) -> None:
        """Close everything."""
        self.clear()
        self.window.close()
        self.window.deleteLater()
        self.settle()


def open_stage(store: Path, folder: Path, context: Context) -> Stage:
    """Make a window without a file."""
    window = MainWindow(context)
    front = Front(window)
    front.begin()
    return Stage(store, folder, window, front)
