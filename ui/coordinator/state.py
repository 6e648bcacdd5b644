"""The open assessment as the coordinator's pages see it, and the only way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from smartcity_desktop.secretariat.office_facts import read_office
from ui.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.jobs import Lane

T = TypeVar("T")


def _nothing(*_: object) -> None:
    return None


def _while_there(owner: QObject | None) -> Callable[[Callable[[], None]], None]:
    """Return what does an act, unless that part of the window is gone."""

    def tell(act: Callable[[], None]) -> None:
        if owner is None or isValid(owner):
            act()

    return tell


class OfficeState(QObject):
    """What every page of the coordinator reads.

    All work on the file runs on its lane, one thing after another. An act that changed something
    is followed by reading everything anew; pages then show the new facts.

    Attributes:
        facts: frozen values; always new ones after an act.
    """

    facts_changed = Signal()
    """Something in the assessment changed; ``facts`` are new."""
    acted = Signal()
    """An act is on the disk, and the facts are those after it."""
    working = Signal(bool)
    """Whether the lane is at work for longer than a moment."""

    def __init__(self, office: Office, facts: OfficeFacts, lane: Lane) -> None:
        """Work on an office that was opened on the lane's thread."""
        super().__init__()
        self._office, self._lane = office, lane
        self.facts = facts
        self._pending = 0

    @property
    def is_working(self) -> bool:
        """Whether anything waits for the lane."""
        return self._pending > 0

    def ask(
        self,
        work: Callable[[Office, Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None],
        *,
        progressed: Callable[[int, int], None] = _nothing,
        cancelled: Callable[[], None] = _nothing,
        owner: QObject | None = None,
    ) -> Job[T]:
        """Let the lane read or compute something; it must not change the file.

        Args:
            work: runs on the lane; takes the job for ``step`` (progress and cancelling).
            done: takes what the work returned; runs on the window's thread, as the rest.
            failed: takes the ExpectedError.
            progressed: takes steps done and steps in all.
            cancelled: called when the work stopped because somebody wanted no more of it.
            owner: who is told; nobody is, where that part of the window is gone by then.
        """
        self._begin()
        tell = _while_there(owner)
        return self._lane.run(
            Job(
                lambda job: work(self._office, job),
                lambda value: self._end(lambda: tell(lambda: done(value))),
                lambda error: self._end(lambda: tell(lambda: failed(error))),
                lambda: self._end(lambda: tell(cancelled)),
                lambda steps, total: tell(lambda: progressed(steps, total)),
            )
        )

    def act(
        self,
        work: Callable[[Office, Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None],
        *,
        progressed: Callable[[int, int], None] = _nothing,
        cancelled: Callable[[], None] = _nothing,
        owner: QObject | None = None,
    ) -> Job[T]:
        """Let the lane change the file; ``done`` comes after the new facts are shown.

        The parts are those of ``ask``. Work that is cancelled must have left the file as it was.
        """

        def change(office: Office, job: Job[T]) -> T:
            value = work(office, job)
            self._read = read_office(office)
            return value

        tell = _while_there(owner)

        def shown(value: T) -> None:
            self.renew(self._read)
            tell(lambda: done(value))
            self.acted.emit()

        return self.ask(
            change,
            shown,
            lambda error: tell(lambda: failed(error)),
            progressed=lambda steps, total: tell(lambda: progressed(steps, total)),
            cancelled=lambda: tell(cancelled),
        )

    def glance(
        self, work: Callable[[Office], T], done: Callable[[T], None], owner: QObject
    ) -> None:
        """Let the lane look at something that nobody waits for: the file may be closed meanwhile.

        Args:
            work: runs on the lane; it must be short.
            done: takes what the work returned; runs on the window's thread.
            owner: who is told; nobody is, where that part of the window is gone by then.
        """
        tell = _while_there(owner)
        self._lane.run(
            Job(
                lambda _: work(self._office),
                lambda value: tell(lambda: done(value)),
                _nothing,
            )
        )

    def run(self, job: Job[T]) -> Job[T]:
        """Let the lane do a job that needs nothing of the office and must not disturb it."""
        return self._lane.run(job)

    def read_again(self) -> None:
        """Read everything anew, as after another window wrote into the file."""
        self.ask(lambda office, _: read_office(office), self.renew, _nothing)

    def renew(self, facts: OfficeFacts) -> None:
        """Take facts that were read anew."""
        self.facts = facts
        self.facts_changed.emit()

    def close(self) -> None:
        """Close the file on the thread that opened it; harmless when repeated."""
        self._lane.run(Job(lambda _: self._office.close(), _nothing, _nothing))

    def _begin(self) -> None:
        self._pending += 1
        if self._pending == 1:
            self.working.emit(True)  # noqa: FBT003 - Qt's signals take no names

    def _end(self, act: Callable[[], None]) -> None:
        self._pending -= 1
        if not self._pending:
            self.working.emit(False)  # noqa: FBT003 - Qt's signals take no names
        act()
