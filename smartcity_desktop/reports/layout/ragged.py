"""Short text with a ragged right edge, set without the library's reading of markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.layout.ink import wrap
from smartcity_desktop.reports.layout.pen import write_lines

if TYPE_CHECKING:
    from smartcity_desktop.reports.layout.ink import Ink

LEAST_LINES = 2
"""Fewer lines than this never stand alone on a page."""


class RaggedText(Flowable):  # type: ignore[misc]
    """A paragraph for codes, digests, commands and calculations; looks like the others."""

    def __init__(self, text: str, ink: Ink, indent: float = 0, mark: tuple[str, float] = ("", 0)
                 ) -> None:  # fmt: skip
        """Take the text, its indent in points, and the mark before it with its own indent."""
        super().__init__()
        self._text = text
        self._ink = ink
        self._indent = indent
        self._mark = mark
        self._lines: tuple[str, ...] = ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self._width = width
        if not self._lines:
            self._lines = wrap(self._text, self._ink, width - self._indent)
        return width, len(self._lines) * self._ink.leading

    def split(self, width: float, height: float) -> list[RaggedText]:
        """Return the lines that fit, and the others; nothing where too few would stand alone."""
        self.wrap(width, height)
        fitting = min(int(height / self._ink.leading), len(self._lines) - LEAST_LINES)
        if fitting < LEAST_LINES:
            return []
        first = RaggedText("", self._ink, self._indent, self._mark)
        rest = RaggedText("", self._ink, self._indent)
        first._lines, rest._lines = self._lines[:fitting], self._lines[fitting:]
        return [first, rest]

    def draw(self) -> None:
        """Draw mark and lines."""
        ink = self._ink
        top = len(self._lines) * ink.leading - ink.size
        lines = [(line, self._indent, top - n * ink.leading) for n, line in enumerate(self._lines)]
        mark, left = self._mark
        with self.canv.tag("P"):
            write_lines(self.canv, ink, [(mark, left, top), *lines])
