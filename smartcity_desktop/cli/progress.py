"""One line on a terminal that tells how far a long work has come."""

from __future__ import annotations

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from smartcity_desktop.cli.terminal import make_legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartcity_desktop.cli.terminal import Terminal

PAUSE = 0.1
"""Seconds between two writings of the line."""


@contextmanager
def show_progress(terminal: Terminal, sentence: str, total: int) -> Iterator[Callable[[], None]]:
    """Yield a function to call after each of ``total`` steps.

    The line is wiped at the end. Where nobody looks (stderr is no terminal), nothing is written.
    """
    if not terminal.attended:
        yield lambda: None
        return
    line = _Line(terminal, make_legible(sentence), total)
    line.write()
    try:
        yield line.advance
    finally:
        line.wipe()


class _Line:
    """The line and what it last said."""

    def __init__(self, terminal: Terminal, sentence: str, total: int) -> None:
        self._stream = terminal.err
        self._sentence = sentence
        self._total = total
        self._done = 0
        self._width = 0
        self._written_at = monotonic()

    def advance(self) -> None:
        self._done += 1
        if monotonic() - self._written_at >= PAUSE:
            self.write()

    def write(self) -> None:
        self._written_at = monotonic()
        self._replace(f"{self._sentence} {self._done}/{self._total}")

    def wipe(self) -> None:
        self._replace("")
        self._stream.write("\r")
        self._stream.flush()

    def _replace(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)
