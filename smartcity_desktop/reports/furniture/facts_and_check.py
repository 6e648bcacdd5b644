"""The head of a lying page: facts at the left, the check strip at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.furniture.check_strip import draw_strip_at, strip_size
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.reports.furniture.imprint import CheckStrip

STRIP_WIDTH = 112 * MM
GUTTER = 8 * MM


class FactsAndCheck(Flowable):  # type: ignore[misc]
    """Saves the foot of a low page for the table."""

    def __init__(self, pairs: Sequence[tuple[str, str]], strip: CheckStrip) -> None:
        """Take the facts and the strip."""
        super().__init__()
        self._pairs = pairs
        self._strip = strip
        self.spaceAfter = 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        self._width = width
        self._facts = FactsBlock(self._pairs, width - STRIP_WIDTH - GUTTER)
        self._facts_height = self._facts.wrap(width, height)[1]
        self._strip_height = strip_size(self._strip, STRIP_WIDTH)
        return width, max(self._facts_height, self._strip_height)

    def draw(self) -> None:
        """Draw both."""
        height = max(self._facts_height, self._strip_height)
        self._facts.drawOn(self.canv, 0, height - self._facts_height)
        corner = (self._width - STRIP_WIDTH, height - self._strip_height)
        draw_strip_at(self.canv, self._strip, corner, STRIP_WIDTH)
