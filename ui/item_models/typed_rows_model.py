"""A list that is typed: lines of cells, always one empty line below, bad lines marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex
    Rows = tuple[tuple[str, ...], ...]


class TypedRowsModel(QAbstractTableModel):
    """Lines are counted from 1, as the sentences about them do."""

    edited = Signal(object)
    """The lines as they are now, those of which nothing was typed at the end left out."""

    marked = Signal()
    """Other lines are marked than before."""

    def __init__(self, theme: Theme, titles: Sequence[str], rows: Rows = ()) -> None:
        """Show lines below titles."""
        super().__init__()
        self._theme, self._titles = theme, tuple(titles)
        self._rows: list[list[str]] = []
        self._bad: Collection[int] = ()
        self.show_rows(rows)

    def rows(self) -> Rows:
        """Return the lines that were typed."""
        kept = list(self._rows)
        while kept and not any(cell.strip() for cell in kept[-1]):
            kept.pop()
        return tuple(tuple(row) for row in kept)

    def show_rows(self, rows: Rows) -> None:
        """Show other lines; nothing happens where they are the same."""
        if rows == self.rows() and self._rows:
            return
        width = len(self._titles)
        self.beginResetModel()
        self._rows = [list((*row, *("",) * width)[:width]) for row in rows]
        self._rows.append([""] * width)
        self.endResetModel()

    def mark_bad(self, lines: Collection[int]) -> None:
        """Mark the lines with these numbers, the others not."""
        if lines != self._bad:
            self._bad = lines
            # Not dataChanged: that would put back the text of a cell somebody is typing in.
            self.marked.emit()

    def remove(self, lines: Collection[int]) -> None:
        """Take lines out, by their number from 0."""
        left = tuple(tuple(row) for at, row in enumerate(self._rows) if at not in lines)
        self.show_rows(tuple(row for row in left if any(cell.strip() for cell in row)))
        self.edited.emit(self.rows())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many lines there are, the empty one included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be typed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}, {self._titles[index.column()]}: {text}"
        if role == Qt.ItemDataRole.BackgroundRole and index.row() + 1 in self._bad:
            return QColor(self._theme.colours.attention_soft)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Take what was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = str(value or "")
        if self._rows[index.row()][index.column()] == text:
            return True
        self._rows[index.row()][index.column()] = text
        self.dataChanged.emit(index, index)
        if index.row() == len(self._rows) - 1:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append([""] * len(self._titles))
            self.endInsertRows()
        self.edited.emit(self.rows())
        return True

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column, or the number of a line."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section] if orientation is Qt.Orientation.Horizontal else section + 1
