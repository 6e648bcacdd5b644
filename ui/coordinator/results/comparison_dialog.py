"""Two to four regions beside each other, dimension by dimension, a radar each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.charts.radar import RadarAxis
from ui.dialogs.dialog import Dialog
from ui.item_models.ranking_model import PENDING
from ui.judge.figures_card import short_labels
from ui.theme import GAP_12, WIDE_DIALOG
from ui.widgets.buttons import button
from ui.widgets.dimension_chart import DimensionChart
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.secretariat.ranking import RankRow
    from smartcity_desktop.secretariat.region_view import Axis
    from ui.context import Context

NONE = "—"
FEWEST, MOST = 2, 4

Compared = tuple["RankRow", "tuple[Axis, ...]"]


class ComparisonDialog(Dialog):
    """Shows figures and charts of the same scale side by side."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        instrument: Instrument,
        regions: Sequence[Compared],
        *,
        provisional: bool,
    ) -> None:
        """Compare regions with their dimensions."""
        super().__init__(parent, context, message("Comparison"), WIDE_DIALOG)
        self._instrument = instrument
        self._short = short_labels(instrument.dimensions)
        grid = QGridLayout()
        grid.setSpacing(GAP_12)
        for place, (ranked, axes) in enumerate(regions, start=1):
            self._fill(grid, place, ranked, axes)
        for number, name in enumerate(self._names(), start=1):
            made = label(name, "strong")
            made.setMinimumWidth(max(map(made.fontMetrics().horizontalAdvance, name.split(" "))))
            grid.addWidget(made, number, 0)
        inner = QWidget()
        inner.setLayout(grid)
        _read_by_rows(grid)
        close = button(self.say(message("Close")), self.reject)
        dashed = message("Solid line: this region. Dashed line: mean of all ranked.")
        key = label(self.say(dashed), "quiet")
        still = message("Provisional: these results are not declared and can still change.")
        said = label(self.say(still), "attention")
        said.setVisible(provisional)
        self.fill([said, inner, key], [close])
        close.setFocus()

    def _names(self) -> list[str]:
        """Return what stands at the left: the letters of the charts before the dimensions."""
        words = self.context.words
        first = [message("Rank"), message("Final value"), message("Selection")]
        dimensions = self._instrument.dimensions
        return [self.say(each) for each in first] + [
            f"{short}\N{NO-BREAK SPACE}{words.text(dimension.name)}"
            for short, dimension in zip(self._short, dimensions, strict=True)
        ]

    def _fill(self, grid: QGridLayout, place: int, ranked: RankRow,
              axes: tuple[Axis, ...]) -> None:  # fmt: skip
        words, places = self.context.words, self._instrument.rules.decimals
        region = ranked.region
        head = label(f"{region.name}\n{region.code} · {region.province}")
        head.setMinimumWidth(1)
        head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(head, 0, place)
        selection = words.text(ranked.ranked.selection) if ranked.ranked.selection else NONE
        if ranked.pending and ranked.ranked.selection is None:
            selection = self.say(PENDING)
        figures = [str(ranked.ranked.rank), words.figures(ranked.ranked.printed), selection]
        figures += [
            NONE if axis.value is None else words.number(axis.value, places) for axis in axes
        ]
        for number, figure in enumerate(figures, start=1):
            made = label(figure, wraps=figure == selection)
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            made.setAccessibleName(f"{region.name}: {figure}")
            grid.addWidget(made, number, place)
        chart = DimensionChart(self.context.theme)
        drawn = [
            RadarAxis(text, axis.lowest, axis.highest, axis.value, axis.mean)
            for text, axis in zip(self._short, axes, strict=True)
        ]
        chart.show_axes(drawn, "; ".join(figures))
        chart.setAccessibleName(region.name)
        grid.addWidget(chart, len(figures) + 1, place)
        grid.setColumnStretch(place, 1)


def _read_by_rows(grid: QGridLayout) -> None:
    """Let readers go along each row, whatever was made first."""
    for number in range(grid.rowCount()):
        for place in range(grid.columnCount()):
            item = grid.itemAtPosition(number, place)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.raise_()
