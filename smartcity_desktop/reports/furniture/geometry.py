"""Where the parts of a page lie; points from the lower left corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.reports.layout.ink import MM

if TYPE_CHECKING:
    from smartcity_desktop.reports.letterhead import Paper

FOOT = 16 * MM
"""Height of the line above the foot."""


class PageShape(Struct, frozen=True):
    """A paper in one of its two directions."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom


def page_shape(paper: Paper, *, landscape: bool) -> PageShape:
    """Return a page with the margins of official letters: the bound side is wider.

    Upright: left 3 cm for binding, right 2, bottom 2.5. Lying, the top is the bound side.
    """
    short, long = (side * MM for side in paper.value)
    if landscape:
        return PageShape(long, short, 20 * MM, 20 * MM, 25 * MM, 22 * MM)
    return PageShape(short, long, 30 * MM, 20 * MM, 22 * MM, 25 * MM)
