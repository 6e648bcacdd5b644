"""A table one types in: letters begin to type, Enter and F2 edit, Tab leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
)

from ui.theme import GAP_4, GAP_12, GAP_32, TARGET_SIZE
from ui.widgets.column_shares import share_room
from ui.widgets.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ui.item_models.typed_rows_model import TypedRowsModel
    from ui.theme import Theme

MOST_MEASURED = 60
LEAST_LETTERS = 6


class TypedTable(QTableView):
    """Shows a list that is typed."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: TypedRowsModel,
        known: Mapping[int, Sequence[str]] | None = None,
        shares: Mapping[int, int] | None = None,
    ) -> None:
        """Make the table.

        Args:
            theme: measures.
            name: accessible name.
            model: the lines.
            known: words that are offered while one types, by column.
            shares: columns that take the room that is left, with how many parts each takes.
        """
        super().__init__()
        self._typed, self._shares, self._fitted = model, shares or {}, 0
        self.setModel(model)
        self.setAccessibleName(name)
        self.setObjectName("typed")
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setItemDelegate(_Offering(self, known or {}))
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(theme.pixels(TARGET_SIZE) + GAP_4)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._fit_cell)
        model.marked.connect(self.viewport().update)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew where there is more or less of it."""
        super().resizeEvent(event)
        if self.viewport().width() != self._fitted:
            self.fit()

    def fit(self) -> None:
        """Let columns share the room; a text that is longer than its column goes on below."""
        self._fitted = self.viewport().width()
        columns = range(self._typed.columnCount())
        measured = [self._measure(column) for column in columns]
        wanted, least = ([each[part] for each in measured] for part in (0, 1))
        widths = share_room(wanted, least, self._fitted, self._shares)
        for column, width in zip(columns, widths, strict=True):
            self.setColumnWidth(column, width)
        for line in range(self._typed.rowCount()):
            self._fit_line(line)

    def _measure(self, column: int) -> tuple[int, int]:
        """Return the widths of a column's longest text and of its longest word."""
        model, measure = self._typed, self.fontMetrics().horizontalAdvance
        rows = range(min(model.rowCount(), MOST_MEASURED))
        texts = [str(model.index(row, column).data()) for row in rows]
        words = [word for text in texts for word in text.split()]
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        always = max(measure(title), measure("n" * LEAST_LETTERS))
        return (
            max([always, *map(measure, texts)]) + GAP_32,
            max([always, *map(measure, words)]) + GAP_32,
        )

    def _fit_cell(self, changed: QModelIndex) -> None:
        """Give a column what others have to spare, those at its right first; none is cut."""
        column = changed.column()
        lacks = self._measure(column)[0] - self.columnWidth(column)
        for other in reversed(range(self._typed.columnCount())):
            spare = min(lacks, self.columnWidth(other) - self._measure(other)[0])
            if other != column and spare > 0:
                self.setColumnWidth(other, self.columnWidth(other) - spare)
                self.setColumnWidth(column, self.columnWidth(column) + spare)
                lacks -= spare
        self._fit_line(changed.row())

    def _fit_line(self, line: int) -> None:
        """Make a line as high as the text in it that takes most room."""
        metrics, usual = self.fontMetrics(), self.verticalHeader().defaultSectionSize()
        height = usual
        for column in range(self._typed.columnCount()):
            text = str(self._typed.index(line, column).data())
            room = self.columnWidth(column) - GAP_32
            if metrics.horizontalAdvance(text) > room:
                flags = int(Qt.TextFlag.TextWordWrap)
                box = metrics.boundingRect(0, 0, room, 0, flags, text)
                height = max(height, box.height() + GAP_12)
        if height != self.rowHeight(line):
            self.setRowHeight(line, height)

    def chosen_lines(self) -> set[int]:
        """Return the numbers, from 0, of the lines in which something is chosen."""
        return {place.row() for place in self.selectionModel().selectedIndexes()}

    def remove_chosen(self) -> None:
        """Take the chosen lines out."""
        self._typed.remove(self.chosen_lines())

    def finish(self) -> None:
        """Take what is typed in a cell that is still open."""
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isHidden():
                # Closed already, and on its way out.
                continue
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter edit, and Delete empty what is chosen."""
        key = event.key()
        rests = self.state() is not QAbstractItemView.State.EditingState
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if rests:
                self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            for place in self.selectionModel().selectedIndexes():
                self._typed.setData(place, "")
        else:
            super().keyPressEvent(event)


class _Offering(QStyledItemDelegate):
    """Offers known words while one types."""

    def __init__(self, parent: QTableView, known: Mapping[int, Sequence[str]]) -> None:
        super().__init__(parent)
        self._known = known

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
            made.setAccessibleName(str(header))
            if index.column() in self._known:
                suggest(made, self._known[index.column()])
        return made
