"""The judge's own figures for one region: by dimension, in all, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.own_figures import product_places
from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.reports.charts.radar import LEAST_AXES, RadarAxis
from smartcity_desktop.scoring.own_averages import OwnAverages
from ui.judge.dimension_line import NONE, DimensionLine, dimension_table
from ui.theme import GAP_4, GAP_12
from ui.widgets.dimension_chart import DimensionChart
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Dimension
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.own_sums import OwnSum
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.own_averages import OwnAverage
    from ui.context import Context
    from ui.judge.state import JudgeState

LONGEST_LABEL = 5


class FiguresCard(QWidget):
    """Numbers right-aligned with the same decimals; what is not complete shows no number."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the card of an instrument."""
        super().__init__()
        self._words, self._state = context.words, state
        instrument = state.facts.instrument
        self._sums = OwnSums(instrument)
        self._averages = OwnAverages(self._sums, state.ids)
        self._places = product_places(instrument)
        self._dimensions = instrument.dimensions
        self._labels = short_labels(instrument.dimensions)
        say = self._words.say
        self.total, self.state = label(NONE, "figure", wraps=False), label("", "quiet")
        self.lines = [
            DimensionLine(short, self._words.text(dimension.name))
            for short, dimension in zip(self._labels, self._dimensions, strict=True)
        ]
        for line, ends in zip(self.lines, self._sums.ends, strict=True):
            line.keep_room(self._figure(end) for end in ends)
        self.chart = DimensionChart(context.theme)
        self.chart.setAccessibleName(say(message("Chart of your scores by dimension")))
        self.key = label("", "quiet")
        said = say(message("From your own scores only; not a result."))
        total = row([self.total, self.state], gap=GAP_12)
        total.setStretch(1, 1)
        self.setLayout(
            column(
                [
                    label(say(message("Your scores")), "section"),
                    label(said, "quiet"), total, dimension_table(self.lines),
                    self.chart, self.key,
                ],
                gap=GAP_4,
            )
        )  # fmt: skip

    def show_sheet(self, sheet: ScoreSheet) -> None:
        """Show the figures of a sheet as it is now."""
        own = self._sums.add_up(sheet.values)
        average = self._averages.over(self._state.facts.sheets)
        still_open = set(sheet.open_indicators(self._state.ids))
        self.total.setText(self._figure(own.total))
        self.state.setText(
            self._why_no_total(sheet, has_open=bool(still_open))
            if own.total is None
            else self._mean(average.total)
        )
        self.total.setAccessibleName(f"{self.total.text()}, {self.state.text()}")
        for dimension, line, value, mean in zip(
            self._dimensions, self.lines, own.dimensions, average.dimensions, strict=True
        ):
            lacks = any(i.id in still_open for i in dimension.all_indicators())
            below = self._mean(mean) if value is not None else self._lack(sheet, lacks=lacks)
            line.show_figure(self._figure(value), below)
        self._draw(own, average)

    def _figure(self, value: Fraction | None) -> str:
        return NONE if value is None else self._words.number(value, self._places)

    def _mean(self, mean: Fraction | None) -> str:
        if mean is None:
            return ""
        return self._words.say(message("your average {mean}", mean=self._figure(mean)))

    def _lack(self, sheet: ScoreSheet, *, lacks: bool) -> str:
        if sheet.state is not SheetState.SCORED or sheet.region in self._state.facts.excused:
            return self._words.say(message("not to be scored"))
        return self._words.say(message("not complete") if lacks else message("abstained"))

    def _why_no_total(self, sheet: ScoreSheet, *, has_open: bool) -> str:
        if sheet.state is not SheetState.SCORED:
            return self._words.say(message("not to be scored: {reason}", reason=sheet.reason))
        excused = self._state.facts.excused.get(sheet.region)
        if excused is not None:
            return self._words.say(message("not to be scored: {reason}", reason=excused))
        if has_open:
            return self._words.say(message("not complete"))
        return self._words.say(message("no total, because you abstained from an indicator"))

    def _draw(self, own: OwnSum, average: OwnAverage) -> None:
        axes = [
            RadarAxis(short, *ends, value, mean)
            for short, ends, value, mean in zip(
                self._labels, self._sums.ends, own.dimensions, average.dimensions, strict=True
            )
        ]
        scale = (
            self._scale()
            if len(set(self._sums.ends)) == 1
            else message("The scale goes from the lowest to the highest possible figure.")
        )
        self.key.setText(
            f"{self._words.say(_key(average.finished, len(axes)))} {self._words.say(scale)}"
        )
        self.chart.show_axes(axes, self._describe(axes))

    def _scale(self) -> Message:
        lowest, highest = self._sums.ends[0]
        return message(
            "Scale {lowest} to {highest}.",
            lowest=self._figure(lowest),
            highest=self._figure(highest),
        )

    def _describe(self, axes: list[RadarAxis]) -> str:
        """Return what the chart shows, for those who do not see it."""
        lines = []
        for line, axis in zip(self.lines, axes, strict=True):
            lines.append(
                self._words.say(
                    message(
                        "{dimension}: {value}, your average {mean}, scale {lowest} to {highest}",
                        dimension=line.name.text(),
                        value=self._said(axis.value),
                        mean=self._said(axis.other),
                        lowest=self._said(axis.lowest),
                        highest=self._said(axis.highest),
                    )
                )
            )
        return "; ".join(lines)

    def _said(self, value: Fraction | None) -> str:
        return self._words.say(message("no figure")) if value is None else self._figure(value)


def short_labels(dimensions: Sequence[Dimension]) -> tuple[str, ...]:
    """Return what stands for the dimensions where there is little room: their ids, or numbers."""
    ids = tuple(dimension.id for dimension in dimensions)
    if all(len(one) <= LONGEST_LABEL for one in ids):
        return ids
    return tuple(str(number) for number in range(1, len(ids) + 1))


def _key(finished: int, axes: int) -> Message:
    if not finished:
        return message("Your average appears here once a sheet is finished.")
    if axes < LEAST_AXES:
        return message(
            "Bar: this region. Dashed mark: your average over {count} finished sheets.",
            count=finished,
        )
    return message(
        "Solid line: this region. Dashed line: your average over {count} finished sheets.",
        count=finished,
    )
