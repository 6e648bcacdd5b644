"""One region's dimensions against the mean of all ranked regions: a radar and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.calculation import calculate
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.charts.radar import LEAST_AXES, RadarAxis, draw_radar
from smartcity_desktop.reports.figures import decimal_figure, exact_figure
from smartcity_desktop.reports.layout.cells import PAD_X, Align, Column, Row
from smartcity_desktop.reports.layout.ink import CELL, CELL_BOLD, HEAD, HEAD_FILL, MM, SMALL
from smartcity_desktop.reports.layout.radar_chart import RadarChart
from smartcity_desktop.reports.layout.side_by_side import SideBySide
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import flush, gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.reports.charts.radar import Ring
    from smartcity_desktop.reports.documents.region_facts import RegionFacts
    from smartcity_desktop.reports.words import Words

CHART = (78 * MM, 64 * MM)
NARROWEST_NAME = 23 * MM
MANY_AXES = 8
"""With more, the axes carry ids alone; the table beside the chart names them."""

FIGURE_HEADS = (message("This region"), message("Mean"), message("Difference"))

DIFFERENCE_EXACT = message("The difference is that of the exact figures, not of the printed ones.")

MOST_BESIDE = 12
"""With more dimensions the table stands below the chart, where it can break between pages."""


class RegionDimensions:
    """Sets chart and table; what all regions share is worked out once."""

    def __init__(
        self, instrument: Instrument, means: Mapping[str, Fraction], ranked: int, words: Words
    ) -> None:
        """Take the instrument, the means of all dimensions and of how many regions they are."""
        self._instrument = instrument
        self._means = means
        self._ranked = ranked
        self._words = words
        self._ends = self._scale_ends()
        self._figure_width = self._width_of_figures()

    def flowables(self, facts: RegionFacts, width: float) -> list[Flowable]:
        """Return the table, beside or below the chart where there are enough dimensions."""
        values = dict(facts.tally.dimensions) if facts.tally else {}
        dimensions = self._instrument.dimensions
        exact = flush(self._words.say(DIFFERENCE_EXACT), SMALL)
        if len(dimensions) < LEAST_AXES:
            return [self._table(values, width), exact]
        chart = self._chart(facts, values)
        beside = width - CHART[0]
        narrow = beside - 3 * self._figure_width < NARROWEST_NAME
        if narrow or len(dimensions) > MOST_BESIDE:
            return [chart, self._table(values, width), exact]
        return [SideBySide(chart, [self._table(values, beside), gap(2), exact], CHART[0])]

    def _chart(self, facts: RegionFacts, values: Mapping[str, Fraction | None]) -> RadarChart:
        words = self._words
        dimensions = self._instrument.dimensions
        axes = [
            RadarAxis(
                words.name(d.id) if len(dimensions) > MANY_AXES
                else f"{words.name(d.id)}. {words.local(d.name)}",
                *ends, values.get(d.id), self._means.get(d.id),
            )
            for d, ends in zip(dimensions, self._ends, strict=True)
        ]  # fmt: skip
        names = (words.name(facts.region.name), self._mean_name())
        return RadarChart(draw_radar(axes), CHART, names, self._ring_name, self._said(names))

    def _said(self, names: tuple[str, str]) -> str:
        own, mean = names
        what = message(
            "Radar chart by dimension: {region} and {mean}. The same figures stand in the table "
            "next to it.",
            region=own,
            mean=mean,
        )
        return self._words.say(what)

    def _mean_name(self) -> str:
        return self._words.say(message("Mean of the ranked regions ({count})", count=self._ranked))

    def _ring_name(self, ring: Ring) -> str:
        if ring.value is None:
            return f"{ring.percent}%"
        return self._words.figure(exact_figure(ring.value))

    def _table(self, values: Mapping[str, Fraction | None], width: float) -> RuledTable:
        words = self._words
        figure = self._figure_width
        columns = [Column(width - 3 * figure), *(Column(figure, Align.RIGHT) for _ in range(3))]
        heads = (message("Dimension"), *FIGURE_HEADS)
        rows = []
        for dimension in self._instrument.dimensions:
            own, mean = values.get(dimension.id), self._means.get(dimension.id)
            name = f"{words.name(dimension.id)}. {words.local(dimension.name)}"
            apart = None if own is None or mean is None else own - mean
            rows.append(Row((name, ((self._figure(own), CELL_BOLD),), self._figure(mean),
                             self._signed(apart)), CELL))  # fmt: skip
        head = Row(tuple(words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9, middle=True)
        return RuledTable(columns, [head], rows)

    def _figure(self, value: Fraction | None) -> str:
        decimals = self._instrument.rules.decimals
        return "—" if value is None else self._words.figure(decimal_figure(value, decimals))

    def _signed(self, value: Fraction | None) -> str:
        shown = self._figure(value)
        if value is None or not shown.strip("-0,."):
            return shown
        return f"+{shown}" if value > 0 else shown.replace("-", "\N{MINUS SIGN}")

    def _width_of_figures(self) -> float:
        """Return the width in which no figure and no word of a head is broken."""
        heads = [word for head in FIGURE_HEADS for word in self._words.say(head).split()]
        figures = [self._signed(value) for ends in self._ends for value in ends]
        widths = [HEAD.width(word) for word in heads]
        widths += [CELL_BOLD.width(f"+{figure}") for figure in figures]
        return max(widths) + 2 * PAD_X + 1

    def _scale_ends(self) -> Sequence[tuple[Fraction, Fraction]]:
        """Return the lowest and the highest value of every dimension."""
        scales = [indicator.scale for indicator in self._instrument.indicators()]
        low = calculate(self._instrument, [s.exact(s.minimum) for s in scales])
        high = calculate(self._instrument, [s.exact(s.maximum) for s in scales])
        return [(a.value, b.value) for a, b in zip(low.parts, high.parts, strict=True)
                if a.value is not None and b.value is not None]  # fmt: skip
