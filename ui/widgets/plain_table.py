"""A table for reading: rows are chosen, never edited; the keyboard leaves it with Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import GAP_8, GAP_32

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent

MOST_MEASURED = 200
"""Rows whose texts decide how wide a column is."""


class PlainTable(QTableView):
    """Shows one model."""

    entered = Signal(int)
    """The row that was chosen with Enter or a double click."""

    def __init__(self, name: str) -> None:
        """Make an empty table with this accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda place: self.entered.emit(place.row()))

    def wrap_lines(self) -> None:
        """Let long texts go on in further lines, and rows be as high as their texts."""
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        header = self.verticalHeader()
        header.setMinimumSectionSize(self.fontMetrics().lineSpacing() + 2 * GAP_8)
        self.horizontalHeader().sectionResized.connect(lambda *_: self.resizeRowsToContents())

    def sizeHintForRow(self, row: int) -> int:  # noqa: N802 - Qt's name
        """Leave some room between the texts of two rows."""
        return super().sizeHintForRow(row) + GAP_8

    def show_model(
        self, model: QAbstractItemModel, *, stretched: int | None = None, lines: int = 1
    ) -> None:
        """Show a model.

        Args:
            model: what to show.
            stretched: the column that takes what is left of the width.
            lines: of text in a row.
        """
        self.setModel(model)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(lines * metrics.lineSpacing() + 2 * GAP_8)
        header = self.horizontalHeader()
        for section in range(model.columnCount()):
            if section == stretched:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
                continue
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(section, self._width(model, section))
        if self.wordWrap():
            self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Enter for the chosen row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _width(self, model: QAbstractItemModel, section: int) -> int:
        rows = range(min(model.rowCount(), MOST_MEASURED))
        texts = [str(model.index(row, section).data() or "") for row in rows]
        texts.append(str(model.headerData(section, Qt.Orientation.Horizontal)))
        lines = {line for text in texts for line in text.split("\n")}
        return max(map(self.fontMetrics().horizontalAdvance, lines)) + GAP_32
