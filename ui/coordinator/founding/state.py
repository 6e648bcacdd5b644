"""The draft in the window: every change is on the disk at once, and read anew beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.founding.draft_file import save_draft
from ui.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from smartcity_desktop.founding.draft import AssessmentDraft
    from smartcity_desktop.founding.reading import DraftReader, Reading
    from ui.jobs import Lane

    T = TypeVar("T")


class FoundingState(QObject):
    """One draft.

    Attributes:
        path: where it lies. draft: as it is on the screen.
        reading: what the draft came to when the lane last looked at it.
        failure: why the last change could not be saved, or None.
        is_closed: nothing may be asked or changed any more.
    """

    draft_changed = Signal()
    reading_changed = Signal()
    """The draft was saved, or could not be, and was read anew."""

    def __init__(self, path: Path, reading: Reading, reader: DraftReader, lane: Lane) -> None:
        """Begin with what was read; nothing is written before the first change."""
        super().__init__()
        self.path, self.draft, self.reading = path, reading.draft, reading
        self.failure: ExpectedError | None = None
        self._reader, self._lane = reader, lane
        self._busy = self._dirty = False
        self.is_closed = False

    @property
    def is_settled(self) -> bool:
        """Whether the last change was saved and read."""
        return not self._busy

    def change(self, **parts: object) -> None:
        """Take what was typed or chosen, save it, and read the draft anew."""
        self.draft = replace(self.draft, **parts)
        self.draft_changed.emit()
        self.keep()

    def keep(self) -> None:
        """Save and read what is there now; changes that come meanwhile are saved after it."""
        self._dirty = self._busy
        if not self._busy:
            self._busy = True
            draft = self.draft
            self._lane.run(Job(lambda _: self._work(draft), self._take, self._not_read))

    def ask(
        self,
        work: Callable[[Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None],
        progressed: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Job[T]:
        """Let the lane read a file, draw a picture, or make the assessment."""
        return self._lane.run(Job(work, done, failed, progressed=progressed))

    def close(self) -> None:
        """Save what is not on the disk yet, and end the lane."""
        if self._dirty:
            draft, path = self.draft, self.path
            self._lane.run(Job(lambda _: save_draft(path, draft), _nothing, _nothing))
        self.is_closed = True
        self._lane.close()

    def _work(self, draft: AssessmentDraft) -> tuple[Reading, ExpectedError | None]:
        failure: ExpectedError | None = None
        try:
            save_draft(self.path, draft)
        except ExpectedError as error:
            failure = error
        return self._reader.read(draft), failure

    def _take(self, found: tuple[Reading, ExpectedError | None]) -> None:
        self.reading, self.failure = found
        self._go_on()

    def _not_read(self, error: ExpectedError) -> None:
        self.failure = error
        self._go_on()

    def _go_on(self) -> None:
        self._busy = False
        if self._dirty:
            self.keep()
        self.reading_changed.emit()


def _nothing(_value: object) -> None:
    pass
