"""Two flowables beside each other, their tops on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence


class SideBySide(Flowable):  # type: ignore[misc]
    """A left flowable, and others below each other at its right; never split."""

    def __init__(self, left: Flowable, right: Sequence[Flowable], place: float) -> None:
        """Set both; the right ones begin at ``place`` points from the left margin."""
        super().__init__()
        self._left = left
        self._right = tuple(right)
        self._place = place
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size: as wide as there is room."""
        self._width = width
        self._left_height = self._left.wrap(self._place, height)[1]
        room = width - self._place
        self._heights = [part.wrap(room, height)[1] for part in self._right]
        return width, max(self._left_height, sum(self._heights))

    def draw(self) -> None:
        """Draw both."""
        top = max(self._left_height, sum(self._heights))
        self._left.drawOn(self.canv, 0, top - self._left_height)
        for part, height in zip(self._right, self._heights, strict=True):
            top -= height
            part.drawOn(self.canv, self._place, top)
