"""From the start page to a draft and back: listing, opening, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Lane

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.founding.reading import DraftReader, Reading
    from ui.coordinator.founding.journey import FoundingJourney
    from ui.main_window import MainWindow

    Found = tuple[Path, Reading, DraftReader]


class Doorway(QObject):
    """Opens one draft; what it needs is imported beside the window.

    Attributes:
        journey: the draft in the window, None before it is open.
    """

    left = Signal()
    made = Signal(object)
    """Path of the assessment that was made."""
    failed = Signal(object, object)
    """Path and ExpectedError."""

    def __init__(self, window: MainWindow, path: Path | None) -> None:
        """Begin a draft, or go on with one."""
        super().__init__(window)
        self._window, self.path = window, path
        self.journey: FoundingJourney | None = None
        self._lane = Lane("draft")

    def begin(self) -> None:
        """Read the draft on its lane, then show its page."""
        context, path = self._window.context, self.path

        def work() -> Found:
            from ui.coordinator.founding.opening import open_draft

            return open_draft(path, context)

        self._lane.run(Job(lambda _: work(), self._show, self._fail))

    def leave(self) -> bool:
        """Close the draft and go back to the start page."""
        self.close()
        self.left.emit()
        return True

    def close(self) -> None:
        """Save what is not on the disk yet, and end."""
        if self.journey is not None:
            self.journey.close()
        else:
            self._lane.close()
        self.deleteLater()

    def _show(self, found: Found) -> None:
        from ui.coordinator.founding.journey import FoundingJourney

        self.path = found[0]
        self.journey = FoundingJourney(self._window, found, self._lane)
        self.journey.left.connect(self._leave)
        self.journey.made.connect(self._hand_on)
        self.journey.begin()

    def _fail(self, error: ExpectedError) -> None:
        self._lane.close()
        self.failed.emit(self.path, error)
        self.deleteLater()

    def _leave(self) -> None:
        self.journey = None
        self.left.emit()
        self.deleteLater()

    def _hand_on(self, path: Path) -> None:
        self.journey = None
        self.made.emit(path)
        self.deleteLater()
