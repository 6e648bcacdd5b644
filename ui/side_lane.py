"""A lane that is made when something first needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from smartcity_desktop.domain.errors import ExpectedError
    from ui.jobs import Job, Lane

    T = TypeVar("T")


class SideLane:
    """Does what may wait for a slow drive; threads are imported only then."""

    def __init__(self, name: str) -> None:
        """Make nothing yet."""
        self._name = name
        self._lane: Lane | None = None

    def work(
        self,
        act: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[ExpectedError], None] = lambda _error: None,
    ) -> None:
        """Let the lane do something; what comes of it arrives on the window's thread."""
        from ui.jobs import Job

        self.run(Job(lambda _: act(), done, failed))

    def run(self, job: Job[T]) -> None:
        """Put a job at the end of the lane's queue."""
        from ui.jobs import Lane

        if self._lane is None:
            self._lane = Lane(self._name)
        self._lane.run(job)

    def close(self) -> None:
        """End the lane; another one is made when it is needed."""
        if self._lane is not None:
            self._lane.close()
            self._lane = None
