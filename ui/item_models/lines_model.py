"""What tables of lines have in common: texts in titled columns, figures at the right."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.message import Message
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

Line = TypeVar("Line")

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LinesModel(QAbstractTableModel, Generic[Line]):
    """Shows values one below the other; what stands in a cell, each kind of line says itself.

    Attributes:
        lines: in the order shown.
    """

    def __init__(
        self,
        words: Words,
        titles: Sequence[Message],
        lines: Iterable[Line],
        figures: Collection[int] = (),
    ) -> None:
        """Show these lines.

        Args:
            words: of the screen.
            titles: of the columns, from left to right.
            lines: from top to bottom.
            figures: the columns whose texts end at the right.
        """
        super().__init__()
        self._words, self._titles, self._figures = words, tuple(titles), frozenset(figures)
        self.lines = tuple(lines)

    @abstractmethod
    def text(self, line: Line, column: int) -> str:
        """Return what stands in a cell."""

    def tip(self, line: Line, column: int) -> str | None:
        """Return what is said where somebody points at a cell; nothing as a rule."""
        del line, column
        return None

    def mark(self, line: Line, column: int, role: int) -> object:
        """Return what a delegate asks for besides texts; nothing as a rule."""
        del line, column, role
        return None

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its side, its tip, or its mark."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(line, column)
        return self.mark(line, column, role)

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
            return self._side(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(self._titles[section])
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if column in self._figures else _LEFT
