"""Scores beside each other, region by region, as a table for Qt: before and after, or rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex


class CellLine(Struct, frozen=True):
    """One line.

    Attributes:
        first: an indicator of the region above; or a region, its code in a second line.
        figures: a text a column.
        region: the code of the region to which the line belongs.
        heads: whether it names a region; it then goes through all columns.
    """

    first: str
    figures: tuple[str, ...]
    region: str = ""
    heads: bool = False


class CellsModel(QAbstractTableModel):
    """A first column of words, then figures at the right."""

    def __init__(self, titles: Sequence[str], lines: Sequence[CellLine]) -> None:
        """Show lines below these titles."""
        super().__init__()
        self._titles, self.lines = tuple(titles), tuple(lines)
        self._strong = QFont()
        self._strong.setWeight(QFont.Weight.DemiBold)

    def longest_figures(self, column: int) -> list[str]:
        """Return the texts of a column with the most letters."""
        found = {line.figures[column - 1] for line in self.lines if len(line.figures) >= column}
        return sorted(found, key=len)[-8:]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a text, or how it is set."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            figures = dict(enumerate(line.figures, start=1))
            return line.first if not index.column() else figures.get(index.column(), "")
        if role == Qt.ItemDataRole.FontRole and line.heads:
            return self._strong
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    @staticmethod
    def _side(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
