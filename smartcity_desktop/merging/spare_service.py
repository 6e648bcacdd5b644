"""What a spare process does: it waits at its input, does what it is handed, and answers."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from typing import IO, TYPE_CHECKING

import smartcity_desktop.merging.scan  # noqa: F401 - what it will need, before it is ready
from smartcity_desktop.domain.collector import without_cycle_search
from smartcity_desktop.merging.spare_process import write_to

if TYPE_CHECKING:
    from collections.abc import Callable


def serve() -> int:
    """Be a spare process until nobody is there any more; returns the exit code."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what anything prints is no answer
    # A fault of the work is met once more, and said, by whoever takes the work up; shown from here,
    # in a window of Windows, it would be told twice.
    with contextlib.suppress(Exception), without_cycle_search():
        write_to(answers, None)
        _answer(sys.stdin.buffer, answers)
    return 0


def _answer(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Do the pieces that come; each goes with the work that came last."""
    work: Callable[[object], object] = repr
    while True:
        turn, *what = pickle.load(questions)  # noqa: S301 - this program wrote it
        if len(what) == 1:
            (work,) = what
        else:
            number, piece = what
            write_to(answers, (turn, number, work(piece)))
