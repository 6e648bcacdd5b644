"""All threading of the window: lanes that work apart from it, one thing after another."""

from __future__ import annotations

import queue
import sys
import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct, field
from PySide6.QtCore import QObject, Qt, Signal, Slot

from smartcity_desktop.domain.errors import ExpectedError, StoreError
from smartcity_desktop.domain.system_error import describe_system_error

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

SHARE = 0.0005
"""Seconds for which a lane's Python code keeps the window's waiting. Painting one page asks for
Python dozens of times, and would wait as often for the usual 5 ms."""


class CancelledError(Exception):
    """The person did not want to wait for the rest; work raises it between two steps."""


class Job(Struct, Generic[T], eq=False):
    """One piece of work on its way through a lane.

    Attributes:
        work: runs on the lane's thread; takes the job, to report progress and be cancelled.
        done, failed, cancelled: run on the window's thread, one of them, once.
        progressed: runs on the window's thread with steps done and steps in all.
    """

    work: Callable[[Job[T]], T]
    done: Callable[[T], None]
    failed: Callable[[ExpectedError], None]
    cancelled: Callable[[], None] = lambda: None
    progressed: Callable[[int, int], None] = lambda _done, _total: None
    _stop: threading.Event = field(default_factory=threading.Event)
    _tell: Callable[[Callable[[], None]], None] = lambda _act: None

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        """Report progress from inside the work.

        Raises:
            CancelledError: the person wants no more of it.
        """
        if self._stop.is_set():
            raise CancelledError
        self._tell(lambda: self.progressed(done, total))


class Lane(QObject):
    """One thread beside the window's.

    What a person can put right arrives at ``failed``; anything else is raised on the window's
    thread, so that the one report dialog shows it.
    """

    _arrived = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        sys.setswitchinterval(SHARE)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._jobs: queue.SimpleQueue[Job[object] | None] = queue.SimpleQueue()
        # A daemon: a program that ends by a fault does not wait for ever. Closing joins it.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()
        self._closed = False

    def run(self, job: Job[T]) -> Job[T]:
        """Put a job at the end of the queue."""
        if self._closed:
            raise RuntimeError("the lane is closed")
        job._tell = self._arrived.emit  # noqa: SLF001 - a job and its lane are one mechanism
        self._jobs.put(job)  # type: ignore[arg-type]
        return job

    def close(self) -> None:
        """Finish what is queued and end the thread; results that come after are dropped."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._arrived.emit(_carry_out(job))

    @Slot(object)
    def _take(self, act: Callable[[], None]) -> None:
        if not self._closed:
            act()


def _carry_out(job: Job[object]) -> Callable[[], None]:
    """Do the work; returns what the window's thread shall do then."""
    try:
        value = job.work(job)
    except CancelledError:
        return job.cancelled
    except ExpectedError as expected:
        error = expected
        return lambda: job.failed(error)
    except OSError as refused:
        told = StoreError(describe_system_error(refused))
        return lambda: job.failed(told)
    except BaseException as fault:  # noqa: BLE001 - raised again on the window's thread
        unexpected = fault
        return lambda: _raise(unexpected)
    return lambda: job.done(value)


def _raise(fault: BaseException) -> None:
    raise fault
