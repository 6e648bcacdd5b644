"""The panel files that were handed out, one row each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.assessment import IssueKind
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.issuing import IssueLine
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    JUDGE = 0
    ISSUE = 1
    REGIONS = 2
    ISSUED = 3
    STATE = 4


_TITLES = {
    Column.JUDGE: message("Judge"),
    Column.ISSUE: message("Panel file"),
    Column.REGIONS: message("Regions"),
    Column.ISSUED: message("Issued"),
    Column.STATE: message("State"),
}
KINDS = {
    IssueKind.FIRST: message("first"),
    IssueKind.SUPPLEMENTARY: message("supplementary"),
    IssueKind.REPLACEMENT: message("replacement"),
    IssueKind.PAPER: message("paper"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class IssuesModel(QAbstractTableModel):
    """In the order of judges and numbers."""

    def __init__(self, words: Words, lines: Sequence[IssueLine]) -> None:
        """Show these."""
        super().__init__()
        self._words = words
        self.lines = tuple(lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many panel files there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column is Column.REGIONS else _LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self.lines[index.row()], column)
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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == Column.REGIONS else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(_TITLES[Column(section)])
        return None

    def _text(self, line: IssueLine, column: Column) -> str:
        issue, judge = line.issue, line.judge
        match column:
            case Column.JUDGE:
                second = " · ".join(part for part in (judge.id, judge.institution) if part)
                return f"{judge.name}\n{second}"
            case Column.ISSUE:
                return f"{issue.id}\n{self._kind(line)}"
            case Column.REGIONS:
                return str(len(issue.regions))
            case Column.ISSUED:
                day, _, time = self._words.moment(issue.issued_at).rpartition(" ")
                return f"{day}\n{time}"
            case Column.STATE:
                return self._words.say(_state(line))

    def _kind(self, line: IssueLine) -> str:
        said = self._words.say(KINDS[line.issue.kind])
        if not line.issue.typist:
            return said
        return f"{said} {line.issue.typist}"


def _state(line: IssueLine) -> Message:
    if line.replaced_by:
        return message("Lost\n{issue} stands in", issue=line.replaced_by)
    if line.seals:
        return message("In use\nseals received: {count}", count=line.seals)
    return message("In use\nnothing received yet")
