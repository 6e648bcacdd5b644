"""What spare processes are asked for in tests; they import it by its name."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGE = 3_000_000
"""Bytes; more than a pipe can hold."""


def where(number: int) -> tuple[int, int]:
    """Say in which process a piece was done, which takes a moment."""
    time.sleep(0.01)
    return os.getpid(), number


def large(number: int) -> bytes:
    """Return more than a pipe can hold."""
    return bytes([number]) * LARGE


def chatter(number: int) -> int:
    """Print something, which is no answer."""
    print("number", number, flush=True)
    os.write(1, b"more\n")
    return number


class Elsewhere:
    """Work that knows the process it was made in, and does otherwise in another one."""

    def __init__(self, end: str) -> None:
        """Take what shall happen there: "kill", "raise", "sleep" or "unpicklable"."""
        self._here = os.getpid()
        self._end = end

    def __call__(self, number: int) -> object:
        """Return the number of the piece, here."""
        time.sleep(0.005)
        if os.getpid() == self._here:
            return number
        if self._end == "kill":
            os.abort()
        if self._end == "raise":
            raise MemoryError
        if self._end == "sleep":
            time.sleep(60)
        return lambda: number


class Recorded:
    """Work that leaves a file for each piece it does."""

    def __init__(self, folder: Path, error_at: int = -1) -> None:
        """Take the folder, and the piece at which it breaks down."""
        self._folder, self._error_at = folder, error_at

    def __call__(self, number: int) -> int:
        """Return the number."""
        if number == self._error_at:
            raise ZeroDivisionError
        (self._folder / f"{number}-{os.getpid()}").touch()
        time.sleep(0.01)
        return number
