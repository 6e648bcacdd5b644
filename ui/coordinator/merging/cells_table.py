"""A table of scores beside each other: regions go through all columns, names go on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView

from ui.theme import CELLS_HEIGHT, GAP_16, GAP_32
from ui.widgets.plain_table import PlainTable
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from ui.item_models.cells_model import CellsModel
    from ui.theme import Theme


class CellsTable(PlainTable):
    """Shows one CellsModel in a narrow place."""

    least_letters = 12

    def __init__(self, name: str, theme: Theme, model: CellsModel) -> None:
        """Show the lines of a model."""
        super().__init__(name)
        self._lines, self._tall = model.lines, 0
        self.setMinimumHeight(theme.pixels(CELLS_HEIGHT))
        self.show_model(model, stretched=0)
        metrics = self.fontMetrics()
        for column in range(1, model.columnCount()):
            title = str(model.headerData(column, self._across()))
            texts = [*title.split("\n"), *model.longest_figures(column)]
            width = max(map(metrics.horizontalAdvance, texts)) + GAP_32
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        delegate = TwoLineDelegate(self, theme)
        self._tall = delegate.row_height()
        self.setItemDelegate(delegate)
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() + GAP_16)
        for number, line in enumerate(model.lines):
            if line.heads:
                self.setSpan(number, 0, 1, model.columnCount())
        self.let_rows_grow()

    def fit_rows(self) -> None:
        """Measure rows; Qt does not know that regions have the whole line."""
        super().fit_rows()
        for number, line in enumerate(self._lines):
            if line.heads:
                self.setRowHeight(number, self._tall)

    def _across(self) -> Qt.Orientation:
        return self.horizontalHeader().orientation()
