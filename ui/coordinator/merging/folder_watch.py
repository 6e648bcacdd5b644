"""A folder or drive that is looked into every second, beside everything else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.merging.watching import Watched, look_into
from ui.jobs import Job, Lane

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from ui.coordinator.state import OfficeState

EVERY = 1000
"""Milliseconds between two looks."""


class FolderWatch(QObject):
    """Watches one folder of an open assessment, whichever page is shown.

    Attributes:
        folder: the one that is watched, or None. seen: what the last look found.
        found: how many files came to rest so far.
    """

    changed = Signal()
    """There is something else to say of the folder."""
    rested = Signal(object)
    """Paths of files that came to rest."""

    def __init__(self, state: OfficeState) -> None:
        """Watch nothing yet; ``of`` finds the one of an assessment."""
        super().__init__(state)
        self.folder: Path | None = None
        self.seen, self.found = Watched(), 0
        self._lane: Lane | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    @classmethod
    def of(cls, state: OfficeState) -> FolderWatch:
        """Return the watch of an open assessment, whichever page began it."""
        found = state.findChild(cls)
        return cls(state) if found is None else found

    def begin(self, folder: Path) -> None:
        """Watch a folder in place of the one before."""
        self.folder, self.seen, self.found = folder, Watched(), 0
        if self._lane is None:
            self._lane = Lane("watched folder", self)
        self._timer.start()
        self.changed.emit()
        self.look()

    def close(self) -> None:
        """Watch nothing any more; harmless when repeated."""
        self.folder = None
        self._timer.stop()
        if self._lane is not None:
            self._lane.close()
            self._lane = None
        self._looking = False
        self.changed.emit()

    def look(self) -> None:
        """Look once, unless the look before still waits for a slow drive."""
        folder, before = self.folder, self.seen
        if folder is None or self._lane is None or self._looking:
            return
        self._looking = True
        self._lane.run(
            Job(
                lambda _: look_into(folder, before, time.monotonic_ns()),
                lambda seen: self._take(folder, seen),
                self._fail,
            )
        )

    def _take(self, folder: Path, seen: Watched) -> None:
        self._looking = False
        if folder != self.folder:
            return
        before, self.seen = self.seen, seen
        self.found = self.found + len(seen.rested) if seen.there else 0
        if seen.rested:
            self.rested.emit(seen.rested)
        if (before.there, before.restless, before.rested) != (
            seen.there,
            seen.restless,
            seen.rested,
        ):
            self.changed.emit()

    def _fail(self, _error: ExpectedError) -> None:
        """A drive that cannot be read now is looked at again in a second."""
        self._looking = False
        self.seen, self.found = Watched(), 0
        self.changed.emit()
