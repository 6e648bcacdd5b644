"""The acts of the audit log, newest first, as far as they fit what is searched for."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.secretariat.audit_trail import TrailLine
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    NUMBER = 0
    TIME = 1
    ACT = 2
    DETAILS = 3


_TITLES = {
    Column.NUMBER: message("No."),
    Column.TIME: message("Time"),
    Column.ACT: message("Act"),
    Column.DETAILS: message("Details"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AuditModel(QAbstractTableModel):
    """One row an act.

    Attributes:
        shown: the acts that fit, newest first. known: how many there are in all.
    """

    def __init__(self, words: Words, lines: Sequence[TrailLine]) -> None:
        """Show all of them."""
        super().__init__()
        self._words = words
        self._all = tuple(reversed(lines))
        self._searched = [f"{line.kind} {line.details}".casefold() for line in self._all]
        self.shown, self.known = self._all, len(self._all)

    def search(self, text: str) -> None:
        """Show only acts in which every word of a text occurs."""
        wanted = text.casefold().split()
        self.beginResetModel()
        self.shown = tuple(
            line
            for line, searched in zip(self._all, self._searched, strict=True)
            if all(word in searched for word in wanted)
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many acts fit."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column is Column.NUMBER else _LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(self.shown[index.row()], column)
        return None

    def text(self, line: TrailLine, column: Column) -> str:
        """Return what stands in a column."""
        if column is Column.NUMBER:
            return str(line.number)
        if column is Column.TIME:
            return self._words.moment(line.at, seconds=True)
        return line.kind if column is Column.ACT else line.details

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == Column.NUMBER else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(_TITLES[Column(section)])
        return None
