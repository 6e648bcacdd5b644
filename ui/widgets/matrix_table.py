"""A table of shapes: a click or the space bar changes the cell under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from ui.item_models.matrix_model import SHAPE
from ui.theme import GAP_8, MARK_SIZE, MATRIX_CELL, MATRIX_HEIGHT
from ui.widgets.state_mark import paint_mark

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.item_models.matrix_model import MatrixModel
    from ui.theme import Theme


class MatrixTable(QTableView):
    """Shows who scores what."""

    toggled = Signal(str, str)
    """Judge and region of a cell that a person changed."""

    def __init__(self, theme: Theme, name: str, model: MatrixModel) -> None:
        """Make the table."""
        super().__init__()
        self._matrix = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Painter(self, theme))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(theme.pixels(MATRIX_HEIGHT))
        columns, lines = self.horizontalHeader(), self.verticalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setDefaultSectionSize(theme.pixels(MATRIX_CELL))
        columns.setHighlightSections(False)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + GAP_8)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Change what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._toggle(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Change the current cell."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, place: QModelIndex) -> None:
        pair = self._matrix.pair(place)
        if pair is not None:
            self.toggled.emit(*pair)


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QTableView, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        shape = index.data(SHAPE)
        if shape is not None:
            side = self._theme.pixels(MARK_SIZE)
            box = QRectF(0, 0, side, side)
            box.moveCenter(QRectF(option.rect).center())
            paint_mark(painter, shape, box, self._theme.colours)
