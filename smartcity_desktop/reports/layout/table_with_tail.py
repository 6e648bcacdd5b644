"""A table whose last rows share a page with what follows, so that nobody signs a blank page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.reports.layout.table import RuledTable


class TableWithTail(Flowable):  # type: ignore[misc]
    """A table and the flowables that stay with its last two rows wherever a page holds them."""

    def __init__(self, table: RuledTable, tail: Sequence[Flowable]) -> None:
        """Join a table and its tail."""
        super().__init__()
        self._table = table
        self._tail = list(tail)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of both."""
        self._width = width
        below = sum(part.wrap(width, height)[1] for part in self._tail)
        return width, self._table.wrap(width, height)[1] + below

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the rows that fit, and the rest with the tail."""
        parts = self._table.split(width, height)
        if len(parts) < 2 or len(parts[1].rows) < 2:
            parts = self._table.split_before_last(2)
        if not parts or parts[0].wrap(width, height)[1] > height:
            fresh_page = getattr(self, "_postponed", False)  # the library's mark
            return [self._table, *self._tail] if fresh_page else []
        return [parts[0], TableWithTail(parts[1], self._tail)]

    def draw(self) -> None:
        """Draw the table, then the tail below it."""
        y = self.wrap(self._width, 0)[1]
        for part in (self._table, *self._tail):
            y -= part.wrap(self._width, 0)[1]
            part.drawOn(self.canv, 0, y)
