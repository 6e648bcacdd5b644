"""Work that needs no open file: done beside the window, by a thread that comes when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from ui.jobs import Lane

if TYPE_CHECKING:
    from ui.jobs import Job

T = TypeVar("T")


class Beside(QObject):
    """A lane that starts with the first job and ends when its page is left."""

    def __init__(self, name: str, parent: QObject) -> None:
        """Start nothing yet."""
        super().__init__(parent)
        self._name = name
        self._lane: Lane | None = None
        self._jobs: list[Job[object]] = []

    def run(self, job: Job[T]) -> Job[T]:
        """Put a job at the end of the queue."""
        if self._lane is None:
            self._lane = Lane(self._name, self)
        self._jobs.append(job)  # type: ignore[arg-type]
        return self._lane.run(job)

    def close(self) -> None:
        """Cancel what is queued and end the thread; a later job starts another."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        if self._lane is not None:
            self._lane.close()
            self._lane = None
