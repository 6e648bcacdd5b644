"""The table of a judge's own regions with its lines for lowest, mean and highest below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.item_models.own_ranking_model import Column
from ui.theme import GAP_4, GAP_8, GAP_12, GAP_16, GAP_32
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel, QModelIndex
    from PySide6.QtGui import QKeyEvent

    from ui.item_models.own_ranking_model import OwnRankingModel


MOST_MEASURED = 8
"""Of a column's texts, the longest by letters, one of which is the widest."""


class OwnTable(QWidget):
    """Two tables of the same columns: the lower one stays in sight.

    Attributes:
        regions, spread: the two tables.
    """

    opened = Signal(int, int)
    """Row and column of a cell that was clicked, or chosen with Enter."""

    def __init__(self, regions: OwnRankingModel, spread: QAbstractTableModel) -> None:
        """Show two models; columns have their width after ``set_widths``."""
        super().__init__()
        self._model = regions
        self.regions, self.spread = _Table(regions), _Table(spread)
        self.regions.setSortingEnabled(True)
        header = self.regions.horizontalHeader()
        header.setSortIndicator(Column.RANK, Qt.SortOrder.AscendingOrder)
        self.spread.horizontalHeader().hide()
        self.regions.clicked.connect(self._open)
        self.regions.entered_by_key.connect(self._open)
        self._set_heights()
        bar, below = self.regions.horizontalScrollBar(), self.spread.horizontalScrollBar()
        self.spread.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.spread.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.regions.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar.valueChanged.connect(below.setValue)
        below.valueChanged.connect(bar.setValue)
        header.sectionResized.connect(self._follow)
        below_the_bar = row([self.spread])
        below_the_bar.setContentsMargins(0, 0, GAP_12, 0)
        whole = column([self.regions, below_the_bar], gap=GAP_8)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def set_widths(self) -> None:
        """Give every column the width of its longest text; measured once, not row by row."""
        metrics, spread = self.regions.fontMetrics(), self.spread.model()
        for section in range(self._model.columnCount()):
            texts = [str(spread.index(row, section).data()) for row in range(spread.rowCount())]
            texts += self._model.longest_texts(section)
            texts.append(str(self._model.headerData(section, Qt.Orientation.Horizontal)))
            lines = {line for text in texts for line in text.split("\n")}
            longest = sorted(lines, key=len)[-MOST_MEASURED:]
            # Room for the gaps and for the arrow of the sorted column.
            width = max(metrics.horizontalAdvance(line) for line in longest) + GAP_32 + GAP_8
            self.regions.setColumnWidth(section, width)
            self.spread.setColumnWidth(section, width)

    def _follow(self, section: int, _before: int, width: int) -> None:
        # A function without a name would keep a table that never found its place in a window.
        self.spread.setColumnWidth(section, width)

    def _open(self, place: QModelIndex) -> None:
        self.opened.emit(place.row(), place.column())

    def _set_heights(self) -> None:
        metrics = self.regions.fontMetrics()
        self.regions.verticalHeader().setDefaultSectionSize(2 * metrics.lineSpacing() + GAP_16)
        one = metrics.lineSpacing() + GAP_8
        self.spread.verticalHeader().setDefaultSectionSize(one)
        rows = self.spread.model().rowCount()
        self.spread.setFixedHeight(rows * one + 2 * self.spread.frameWidth() + GAP_4)


class _Table(QTableView):
    entered_by_key = Signal(object)

    def __init__(self, model: QAbstractTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("figures")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_by_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
