"""Labels and their values in two columns, as the head of a document has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.layout.ink import MM, Ink, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = Ink(size=9.5, leading=13)
LABEL_GAP = 5 * MM


class FactsBlock(Flowable):  # type: ignore[misc]
    """Pairs of label and value; values are aligned and wrap under themselves."""

    def __init__(
        self, pairs: Sequence[tuple[str, str]], width: float = 0, ink: Ink = LABEL
    ) -> None:
        """Set pairs; a pair without a value is left out. Width 0 takes all there is."""
        super().__init__()
        self._ink = ink
        self._pairs = [(label, value) for label, value in pairs if value]
        self._asked = width
        self._room = self._indent = 0.0
        self._lines: list[tuple[str, str]] = []
        self.spaceAfter = 8

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        if self._lines:
            return self._room, len(self._lines) * self._ink.leading
        self._room = self._asked or width
        self._indent = (
            max((self._ink.width(label) for label, _ in self._pairs), default=0) + LABEL_GAP
        )
        self._lines = [
            (label if n == 0 else "", line)
            for label, value in self._pairs
            for n, line in enumerate(wrap(value, self._ink, self._room - self._indent))
        ]
        return self._room, len(self._lines) * self._ink.leading

    def split(self, _width: float, height: float) -> list[FactsBlock]:
        """Return the lines that fit, and the others."""
        fitting = int(height / self._ink.leading)
        if not 0 < fitting < len(self._lines):
            return []
        parts = [FactsBlock(self._pairs, self._asked, self._ink) for _ in range(2)]
        for part, lines in zip(parts, (self._lines[:fitting], self._lines[fitting:]), strict=True):
            part._room, part._indent, part._lines = self._room, self._indent, lines  # noqa: SLF001
        return parts

    def draw(self) -> None:
        """Draw the pairs."""
        with self.canv.tag("P"):
            self._draw_lines()

    def _draw_lines(self) -> None:
        canvas = self.canv
        canvas.setFont(self._ink.font, self._ink.size)
        canvas.setFillColor(self._ink.colour)
        y = len(self._lines) * self._ink.leading
        for label, line in self._lines:
            base = y - self._ink.baseline()
            if label:
                canvas.drawString(0, base, label)
                canvas.drawString(self._indent - LABEL_GAP + 3 * MM, base, ":")
            canvas.drawString(self._indent, base, line)
            y -= self._ink.leading
