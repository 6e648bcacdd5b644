"""The judge's own figures for one region: by dimension, in all, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.own_figures import product_places
from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.reports.charts.radar import LEAST_AXES, RadarAxis
from smartcity_desktop.scoring.own_ranking import rank_own_sheets
from ui.theme import GAP_4, GAP_8
from ui.widgets.dimension_chart import DimensionChart
from ui.widgets.layouts import column
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from PySide6.QtWidgets import QLabel

    from smartcity_desktop.domain.instrument import Dimension
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.own_sums import OwnSum
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from ui.context import Context
    from ui.judge.state import JudgeState

NONE = "—"
LONGEST_LABEL = 5


class FiguresCard(QWidget):
    """Numbers right-aligned with the same decimals; what is not complete shows no number."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the card of an instrument."""
        super().__init__()
        self._words, self._state = context.words, state
        instrument = state.facts.instrument
        self._sums = OwnSums(instrument)
        self._places = product_places(instrument)
        self._dimensions = instrument.dimensions
        self._labels = short_labels(instrument.dimensions)
        say = self._words.say
        self.total, self.state = label(NONE, "figure", wraps=False), label("", "quiet")
        self.figures = [label(NONE, wraps=False) for _ in self._dimensions]
        self.chart = DimensionChart(context.theme)
        self.chart.setAccessibleName(say(message("Chart of your scores by dimension")))
        self.key = label("", "quiet")
        said = say(message("From your own scores only; not a result."))
        self.setLayout(
            column(
                [
                    label(say(message("Your scores")), "section"),
                    label(said, "quiet"), self.total, self.state, self._table(),
                    self.chart, self.key,
                ],
                gap=GAP_4,
            )
        )  # fmt: skip

    def show_sheet(self, sheet: ScoreSheet) -> None:
        """Show the figures of a sheet as it is now."""
        own = self._sums.add_up(sheet.values)
        open_ids = set(sheet.open_indicators(self._state.ids))
        scored = sheet.state is SheetState.SCORED
        self._show(self.total, own.total)
        self.state.setText(self._why_no_total(sheet, own, has_open=bool(open_ids)))
        self.state.setVisible(bool(self.state.text()))
        for dimension, figure, value in zip(
            self._dimensions, self.figures, own.dimensions, strict=True
        ):
            if value is None and scored:
                self._show_lack(figure, dimension, open_ids)
            else:
                self._show(figure, value)
        self._draw(own)

    def _table(self) -> QWidget:
        table, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(GAP_4)
        grid.setColumnStretch(1, 1)
        lines = zip(self._labels, self._dimensions, self.figures, strict=True)
        for row, (short, dimension, figure) in enumerate(lines):
            name = label(self._words.text(dimension.name), "quiet")
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(short, "quiet", wraps=False), row, 0)
            grid.addWidget(name, row, 1)
            grid.addWidget(figure, row, 2)
        # Room for the longest words, so that nothing moves when a figure takes their place.
        widest = label(self._incomplete(), "quiet", wraps=False)
        widest.ensurePolished()
        grid.setColumnMinimumWidth(2, widest.sizeHint().width())
        widest.deleteLater()
        table.setLayout(grid)
        return table

    def _show(self, figure: QLabel, value: Fraction | None) -> None:
        if figure is not self.total:
            change_kind(figure, "" if value is not None else "quiet")
        figure.setText(NONE if value is None else self._words.number(value, self._places))

    def _show_lack(self, figure: QLabel, dimension: Dimension, open_ids: set[str]) -> None:
        change_kind(figure, "quiet")
        lacks = any(i.id in open_ids for i in dimension.all_indicators())
        text = self._incomplete() if lacks else self._words.say(message("—, abstained"))
        figure.setText(text)

    def _incomplete(self) -> str:
        return self._words.say(message("—, not complete"))

    def _why_no_total(self, sheet: ScoreSheet, own: OwnSum, *, has_open: bool) -> str:
        if sheet.state is not SheetState.SCORED:
            return self._words.say(message("Not scored: {reason}", reason=sheet.reason))
        excused = self._state.facts.excused.get(sheet.region)
        if excused is not None:
            return self._words.say(message("Not to be scored: {reason}", reason=excused))
        if own.total is not None:
            return ""
        if has_open:
            return self._words.say(message("not complete"))
        return self._words.say(message("no total, because you abstained from an indicator"))

    def _draw(self, own: OwnSum) -> None:
        ranking = rank_own_sheets(self._sums, self._state.facts.sheets.values(), self._state.ids)
        means = [None if spread is None else spread.mean for spread in ranking.dimensions]
        axes = [
            RadarAxis(short, *ends, value, mean)
            for short, ends, value, mean in zip(
                self._labels, self._sums.ends, own.dimensions, means, strict=True
            )
        ]
        finished = sum(row.finished for row in ranking.rows)
        self.key.setText(self._words.say(_key(finished, len(axes))))
        self.chart.show_axes(axes, self._describe(axes))

    def _describe(self, axes: list[RadarAxis]) -> str:
        """Return what the chart shows, for those who do not see it."""
        lines = []
        for dimension, axis in zip(self._dimensions, axes, strict=True):
            lines.append(
                self._words.say(
                    message(
                        "{dimension}: {value}, your average {mean}, scale {lowest} to {highest}",
                        dimension=self._words.text(dimension.name),
                        value=self._number(axis.value),
                        mean=self._number(axis.other),
                        lowest=self._number(axis.lowest),
                        highest=self._number(axis.highest),
                    )
                )
            )
        return "; ".join(lines)

    def _number(self, value: Fraction | None) -> str:
        if value is None:
            return self._words.say(message("not complete"))
        return self._words.number(value, self._places)


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
