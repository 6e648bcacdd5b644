"""How the steps of a merge are told to the job that carries it out, and where it can stop."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from smartcity_desktop.merging.apply import steps_of
from ui.jobs import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartcity_desktop.merging.session import Merged, PlannedMerge, Progress
    from ui.coordinator.merging.offering import Found
    from ui.jobs import Job


def counting(job: Job[Found]) -> Progress:
    """Return how the scan tells the job of its steps."""

    @contextmanager
    def progress(total: int) -> Iterator[Callable[[], None]]:
        job.step(0, total)
        yield _Steps(job, 0, total).advance

    return progress


def counting_twice(job: Job[Merged], planned: PlannedMerge) -> Progress:
    """Return how applying tells of its steps: first the panel files, then the evidence.

    Only the first part can be cancelled, because after it the seals are stored.
    """
    first = steps_of(planned.plan)
    whole = first + len(planned.archives)
    parts = [_Steps(job, 0, whole).advance, _Steps(job, first, whole).advance_always]

    @contextmanager
    def progress(_total: int) -> Iterator[Callable[[], None]]:
        yield parts.pop(0)

    return progress


class _Steps:
    def __init__(self, job: Job[Found] | Job[Merged], done: int, total: int) -> None:
        self._job, self._done, self._total = job, done, total

    def advance(self) -> None:
        self._done += 1
        self._job.step(self._done, self._total)

    def advance_always(self) -> None:
        with suppress(CancelledError):
            self.advance()
