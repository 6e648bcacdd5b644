"""A lettered point beside a label, as decrees have them: ``Menimbang : a. bahwa ...``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.layout.ink import BODY, MM
from smartcity_desktop.reports.layout.text import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL_WIDTH = 30 * MM
COLON = 5 * MM
MARK = 8 * MM


class Clause(Flowable):  # type: ignore[misc]
    """One point; label and mark may be empty. Splits where its text splits."""

    def __init__(self, label: str, mark: str, text: str, body: Flowable | None = None) -> None:
        """Set a point."""
        super().__init__()
        self._label = label
        self._mark = mark
        self._body = paragraph(text) if body is None else body
        self.spaceAfter = 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        self._left = LABEL_WIDTH + COLON + (MARK if self._mark else 0)
        self._height = self._body.wrap(width - self._left, height)[1]
        return width, self._height

    def split(self, width: float, height: float) -> list[Clause]:
        """Return the lines that fit, and the rest without label and mark but on its indent."""
        self.wrap(width, height)
        parts = self._body.split(width - self._left, height)
        if len(parts) < 2:
            return []
        first, rest = parts
        blank = " " if self._mark else ""
        return [Clause(self._label, self._mark, "", first), Clause("", blank, "", rest)]

    def draw(self) -> None:
        """Draw label, mark and text."""
        if self._label or self._mark:
            with self.canv.tag("P"):
                self._draw_label()
        self._body.drawOn(self.canv, self._left, 0)

    def _draw_label(self) -> None:
        canvas = self.canv
        base = self._height - BODY.size  # where the library puts a paragraph's first line
        canvas.setFillColor(BODY.colour)
        canvas.setFont(BODY.font, BODY.size)
        if self._label:
            canvas.drawString(0, base, self._label)
            canvas.drawString(LABEL_WIDTH, base, ":")
        if self._mark:
            canvas.drawString(LABEL_WIDTH + COLON, base, self._mark)


def clauses(label: str, points: Sequence[str], marks: Sequence[str]) -> list[Clause]:
    """Return points under one label; a single one stands without its mark."""
    if len(points) == 1:
        return [Clause(label, "", points[0])]
    return [
        Clause(label if n == 0 else "", mark, text)
        for n, (text, mark) in enumerate(zip(points, marks, strict=False))
    ]
