"""Many pieces of work, shared with a second process.

One process begins at the front and the other at the back, until they meet. The second one is a
fork of this one, so it does the same work by the same code on the same facts. Nothing depends on
it: what it leaves undone, because it was stopped, broke down or was never there, is done here.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import pickle
import select
import signal
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Result = TypeVar("Result")

MANY = 8
"""Pieces of work below which a process costs more than it saves."""

PATIENCE = 60
"""Seconds without a word from the second process after which its work is done here."""

_HEAD = struct.Struct("=IQ")
"""The number of a piece and the length of its result, which follows."""

_PIECE = 1 << 20
"""Bytes that may lie in the pipe: a few files' worth, so that neither waits for the other."""

_STANDARD = (0, 1, 2)
"""Input, output and errors, which hold no lock."""


def may_fork() -> bool:
    """Whether a fork is safe: on Linux, in a process that has no other thread.

    A window always has some; it keeps a ``SpareProcess``.
    """
    if sys.platform != "linux":
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - counted, not used
    except OSError:
        return False


def has_idle_core() -> bool:
    """Whether a fork would not take from this process, as far as Linux tells."""
    try:
        return _running() < len(os.sched_getaffinity(0))
    except (OSError, ValueError):
        return False


def _running() -> int:
    """Return how many threads of all programs run or could run just now, this one included."""
    return int(Path("/proc/loadavg").read_text("ascii").split()[3].partition("/")[0])


class SecondProcess(Generic[Result]):
    """Shares the pieces of one work; used as a context, after which no process is left."""

    def __init__(self, count: int, work: Callable[[int], Result]) -> None:
        """Start the process; where the system refuses it, all work is done here.

        Args:
            count: how many pieces there are.
            work: does a piece by its number, and changes nothing that is used elsewhere; its
                results are pickled.
        """
        self._count = count
        self._work = work
        self._taken = mmap.mmap(-1, count)
        """A byte a piece, seen by both. Should both take one at once, it is done twice."""
        self._pipe, writing = os.pipe()
        self._inbox = _Inbox(self._pipe)
        self._over = False
        self._process = self._fork(writing)
        os.close(writing)
        os.set_blocking(self._pipe, False)

    def __enter__(self) -> SecondProcess[Result]:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the process, whatever it is at, and wait until it is gone."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
        os.close(self._pipe)
        self._taken.close()

    def results(self) -> Iterator[tuple[int, Result]]:
        """Yield each number with its result, as they come; what the work raises here, it raises."""
        done: set[int] = set()
        for number in range(self._count):
            yield from self._arrived(0, done)
            if self._taken[number]:
                break
            self._taken[number] = 1
            done.add(number)
            yield number, self._work(number)
        while len(done) < self._count and not self._over:
            yield from self._arrived(PATIENCE, done)
        for number in range(self._count):
            if number not in done:
                yield number, self._work(number)

    def _fork(self, writing: int) -> int | None:
        # Ctrl+C reaches both processes of a terminal; this one says what becomes of the other.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        try:
            process = os.fork()
            if process == 0:
                self._serve(writing)
        except OSError:
            return None
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return process

    def _serve(self, writing: int) -> NoReturn:
        """Work from the back, in the second process; whatever happens, it never returns."""
        try:
            _let_go_of_all_but(writing)
            _widen(writing)
            for number in reversed(range(self._count)):
                if self._taken[number]:
                    break
                self._taken[number] = 1
                result = pickle.dumps(self._work(number), pickle.HIGHEST_PROTOCOL)
                _write_all(writing, _HEAD.pack(number, len(result)))
                _write_all(writing, result)
        finally:
            os._exit(0)

    def _arrived(self, seconds: int, done: set[int]) -> Iterator[tuple[int, Result]]:
        """Yield what has come from the second process, for which it may be waited."""
        waiting = select.poll()
        waiting.register(self._pipe, select.POLLIN)
        if not waiting.poll(seconds * 1000):
            self._over = seconds > 0
            return
        for number, result in self._inbox.take_in():
            if number not in done:
                done.add(number)
                yield number, pickle.loads(result)  # noqa: S301 - our own fork wrote it
        self._over = self._inbox.is_closed


class _Inbox:
    """What comes through a pipe, in one stretch of memory that is used again and again.

    Attributes:
        is_closed: nobody will write into the pipe any more.
    """

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._room = bytearray(_PIECE // 16)
        self._filled = 0
        self.is_closed = False

    def take_in(self) -> Iterator[tuple[int, memoryview]]:
        """Yield number and bytes of each whole result that lies there; good until the next."""
        while self._read_on():
            start, end = 0, _HEAD.size
            while end <= self._filled:
                number, length = _HEAD.unpack_from(self._room, start)
                end += length
                if end > self._filled:
                    break
                with memoryview(self._room)[end - length : end] as result:
                    yield number, result
                start, end = end, end + _HEAD.size
            self._room[: self._filled - start] = self._room[start : self._filled]
            self._filled -= start
            self._room.extend(bytes(max(0, end - start - len(self._room))))

    def _read_on(self) -> bool:
        try:
            with memoryview(self._room)[self._filled :] as free:
                count = os.readv(self._pipe, [free])
        except BlockingIOError:
            return False
        self._filled += count
        self.is_closed = count == 0
        return count > 0


def _let_go_of_all_but(pipe: int) -> None:
    """Close what is open here, so that no lock is held longer than by whoever took it."""
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 - numbers, not files
        if int(name) not in (*_STANDARD, pipe):
            with contextlib.suppress(OSError):
                os.close(int(name))


def _widen(pipe: int) -> None:
    import fcntl

    with contextlib.suppress(OSError):  # the system may allow less; it only takes longer then
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIECE)


def _write_all(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
