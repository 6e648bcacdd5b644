"""Whom to call, as a list for Qt: a row a judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from ui.widgets.state_mark import MarkShape
from ui.widgets.two_line_delegate import SHAPE

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.secretariat.completeness_facts import Call
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class CallListModel(QAbstractTableModel):
    """One column: the judge's name, and below it what is missing.

    Attributes:
        calls: as they are listed.
    """

    def __init__(self, words: Words) -> None:
        """List nobody yet."""
        super().__init__()
        self._words = words
        self.calls: tuple[Call, ...] = ()

    def show_calls(self, calls: tuple[Call, ...]) -> None:
        """List these."""
        self.beginResetModel()
        self.calls = calls
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many judges there are."""
        return 0 if parent.isValid() else len(self.calls)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return that there is one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name and what is missing."""
        if not index.isValid():
            return None
        call = self.calls[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{call.judge.name}\n{self.said(call)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{call.judge.name}, {self.said(call)}"
        if role == SHAPE:
            return MarkShape.EMPTY if call.missing else MarkShape.REFUSED
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of the column."""
        if orientation is not Qt.Orientation.Horizontal or section:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(message("Whom to call"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def said(self, call: Call) -> str:
        """Return the judge's id and how much is missing or in conflict."""
        say, parts = self._words.say, [call.judge.id]
        if call.missing:
            parts.append(say(message("missing: {count}", count=len(call.missing))))
        if call.disputed:
            parts.append(say(message("in conflict: {count}", count=len(call.disputed))))
        return " · ".join(parts)
