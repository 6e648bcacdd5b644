"""A process started before there is work, which then shares it with a program that has threads.

It is this program once more, without a window: it waits at a pipe, does what it is handed, and
ends with whoever started it. Nothing depends on it: what it leaves undone, because it was stopped,
broke down or was never there, is done here.
"""

from __future__ import annotations

import contextlib
import pickle
import queue
import sys
import threading
from collections import deque
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from subprocess import Popen

Piece = TypeVar("Piece")
Result = TypeVar("Result")

ARGUMENT = "--spare-process"
"""What main.py is called with to be one."""

AHEAD = 2
"""Pieces it holds at a time: the one it is at, and the next, so that it need not wait."""

PATIENCE = 60
"""Seconds without a word from it after which its work is done here."""

CUT_OFF = (EOFError, OSError, pickle.UnpicklingError)
"""What reading from a process raises that has ended, in the middle of a word or not."""


def own_command() -> tuple[str, ...]:
    """Return how this program starts itself as a spare process."""
    if getattr(sys, "frozen", False):
        return sys.executable, ARGUMENT
    return sys.executable, str(Path(__file__).absolute().parents[2] / "main.py"), ARGUMENT


class SpareProcess:
    """One spare process; it is started at once, and nobody waits for it."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it with a command; where the system refuses that, it is never ready."""
        self._command = tuple(command)
        self._process: Popen[bytes] | None = None
        self._ears: IO[bytes] | None = None
        self._is_closed = False
        self._starting = threading.Lock()
        self._ready = threading.Event()
        self._turn = 0
        self._arrived: queue.SimpleQueue[tuple[int, int, object] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, name="spare process", daemon=True)
        self._thread.start()

    def is_ready(self, seconds: int = 0) -> bool:
        """Whether it waits for work, or will within so many seconds."""
        return self._ready.wait(seconds)

    def close(self) -> None:
        """End it, whatever it is at, and wait until it is gone; harmless when repeated."""
        with self._starting:
            self._is_closed = True
        if self._process is not None:
            self._process.kill()
        self._thread.join()

    def results(
        self, work: Callable[[Piece], Result], pieces: Sequence[Piece]
    ) -> Iterator[tuple[int, Result]]:
        """Yield each piece's number with its result, as they come.

        This program begins at the front and the spare process at the back, until they meet.

        Args:
            work: changes nothing that is used elsewhere; what it raises here is raised.
            pieces: they, the work and its results are pickled.
        """
        self._turn += 1
        left, away = deque(range(len(pieces))), list[int]()
        knows_work = False
        while left:
            if self.is_ready():
                knows_work = knows_work or self._hand_over(self._turn, work)
                while knows_work and len(left) > 1 and len(away) < AHEAD:
                    away.append(left.pop())
                    knows_work = self._hand_over(self._turn, away[-1], pieces[away[-1]])
            number = left.popleft()
            yield number, work(pieces[number])
            yield from self._come_back(away, 0)
            if not left and len(away) == AHEAD:
                left.append(away.pop())  # it has not begun this one; should it, it is done twice
        while away and self.is_ready():
            yield from self._come_back(away, PATIENCE)
        for number in away:
            yield number, work(pieces[number])

    def _hand_over(self, *what: object) -> bool:
        """Write to the process; returns whether it could be."""
        if self._ears is not None:
            try:
                write_to(self._ears, what)
            except (OSError, ValueError):  # it has ended; the listener may have closed the pipe
                self._ready.clear()
        return self.is_ready()

    def _come_back(self, away: list[int], seconds: int) -> Iterator[tuple[int, Result]]:
        """Yield what has arrived of those that are away, the first of which may be waited for."""
        while away:
            try:
                arrived = self._arrived.get(block=seconds > 0, timeout=seconds or None)
            except queue.Empty:
                if seconds:
                    self._ready.clear()
                return
            if arrived is None:
                return
            turn, number, result = arrived
            if turn == self._turn and number in away:
                seconds = 0
                away.remove(number)
                yield number, cast("Result", result)  # this turn's work returned it

    def _listen(self) -> None:
        """Start the process and take in what it says until it ends; on a thread of its own."""
        with self._starting:
            if self._is_closed:
                return
            try:
                self._process = _start(self._command)
            except OSError:
                return
        with contextlib.suppress(*CUT_OFF), self._process as process:
            if process.stdout is not None:
                self._ears = process.stdin
                self._take_in(process.stdout)
        self._ready.clear()
        self._arrived.put(None)

    def _take_in(self, answers: IO[bytes]) -> None:
        pickle.load(answers)  # noqa: S301 - this program wrote it
        self._ready.set()
        while True:
            self._arrived.put(pickle.load(answers))  # noqa: S301 - see above


def _start(command: Sequence[str]) -> Popen[bytes]:
    import subprocess

    return subprocess.Popen(  # noqa: S603 - this program itself
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Not where this program stands, perhaps on a stick, which could not be taken out then.
        cwd=Path(sys.executable).parent,
        # Ctrl+C in a console is meant for the program that everybody sees.
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def write_to(pipe: IO[bytes], what: object) -> None:
    """Write one value as it is read at the other end; raises OSError where nobody is there."""
    pipe.write(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))
    pipe.flush()
