"""The dimensions' columns of the ranking: in full, in small figures, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.figures import decimal_figure
from smartcity_desktop.reports.layout.cells import PAD_X
from smartcity_desktop.reports.layout.ink import CELL, HEAD, MM, Ink

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.reports.layout.cells import Cell
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.words import Words

NARROWEST, WIDEST = 11 * MM, 26 * MM
SMALLEST_FIGURE, SMALLEST_HEAD = Ink(REGULAR, 6.5, 11.2), Ink(BOLD, 6.5, 10.4)
MANY, FEW, LONG_NAME = 8, 3, 34
"""With many dimensions, or several with long names, the head shows ids and a legend names them."""


class DimensionColumns:
    """Widths, heads and figures of the columns for one width of paper."""

    def __init__(self, record: DeclaredRecord, words: Words) -> None:
        """Take the record; until it is fitted, everything is set in full."""
        self._dimensions = record.instrument.dimensions
        self._decimals = record.instrument.rules.decimals
        self._words = words
        self._figures = [self._figures_of(region) for region in record.results.ranked]
        self._inks = (CELL, HEAD)
        self._shown = True

    def fit(self, room: float) -> None:
        """Choose how figures are set in the room for all columns, so that none is ever broken."""
        each = room / max(len(self._dimensions), 1)
        self._shown = True
        for inks in ((CELL, HEAD), (SMALLEST_FIGURE, SMALLEST_HEAD)):
            self._inks = inks
            if self._longest(*inks) + 2 * PAD_X + 1 <= each:
                return
        self._shown = False

    def widths(self) -> list[float]:
        """Return widths in which no word of a dimension's name is cut."""
        return [
            min(max([*(HEAD.width(word) for word in name.split()), NARROWEST]) + 2 * PAD_X + 1,
                WIDEST)
            for name in self._names()
        ]  # fmt: skip

    def heads(self) -> list[Cell]:
        """Return the cells of the head."""
        return [((name, self._inks[1]),) for name in self._names()]

    def cells(self, index: int) -> list[Cell]:
        """Return the figures of the region that stands at an index of the ranking."""
        return (
            [((figure, self._inks[0]),) for figure in self._figures[index]] if self._shown else []
        )

    def legend(self) -> list[Message]:
        """Return what a reader needs to know of them."""
        if not self._shown:
            return [message("The figures of the {count} dimensions do not fit on this paper; they "
                            "stand in the attached results.csv.",
                            count=len(self._dimensions))]  # fmt: skip
        found = [message("Figures of dimensions are printed with {decimals} decimals.",
                         decimals=self._decimals)]  # fmt: skip
        if self._ids_only():
            names = "; ".join(f"{d.id} {self._words.local(d.name)}" for d in self._dimensions)
            found.append(message("Dimensions: {names}.", names=names))
        return found

    def _names(self) -> list[str]:
        if not self._shown:
            return []
        if self._ids_only():
            return [self._words.name(d.id) for d in self._dimensions]
        return [f"{d.id}. {self._words.local(d.name)}" for d in self._dimensions]

    def _ids_only(self) -> bool:
        longest = max((len(self._words.local(d.name)) for d in self._dimensions), default=0)
        return len(self._dimensions) > MANY or (len(self._dimensions) > FEW and longest > LONG_NAME)

    def _longest(self, figure: Ink, head: Ink) -> float:
        """Return the width of what must not be broken: every figure, every dimension's id."""
        heads = [head.width(self._words.name(d.id)) for d in self._dimensions]
        figures = {text for row in self._figures for text in row}
        return max([*heads, *(figure.width(one) for one in figures)], default=0)

    def _figures_of(self, region: RankedRegion) -> list[str]:
        return [self._words.figure("—" if value is None else decimal_figure(value, self._decimals))
                for _, value in region.tally.dimensions]  # fmt: skip
