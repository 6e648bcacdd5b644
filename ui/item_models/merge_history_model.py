"""Earlier merges as a table for Qt: a row a file, the latest merge first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.plenary.refusal_words import REFUSAL_WORDS
from ui.coordinator.merging.outcome_words import SHAPES, WORDS
from ui.widgets.two_line_delegate import SHAPE

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.refusal import Outcome
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


BACKSLASH = "\\"


class Column(IntEnum):
    """What stands in which column."""

    MERGE = 0
    JUDGE = 1
    OUTCOME = 2


TITLES = {
    Column.MERGE: message("Merging"),
    Column.JUDGE: message("Judge, file"),
    Column.OUTCOME: message("What happened"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    merge: int
    at: str
    judge: str
    name: str
    outcome: Outcome
    reason: str


class MergeHistoryModel(QAbstractTableModel):
    """Merge, judge with file, outcome."""

    def __init__(self, words: Words, facts: OfficeFacts) -> None:
        """Show what was merged before."""
        super().__init__()
        self._words = words
        names = {judge.id: judge.name for judge in facts.roster.judges}
        self._rows = [
            _Row(merge.number, merge.at, names.get(file.judge, file.judge) or "—", file.name,
                 file.outcome, file.reason)
            for merge in reversed(facts.merges)
            for file in merge.files
        ]  # fmt: skip

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's two lines, its mark, or the whole text as a tip."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == SHAPE and column is Column.OUTCOME:
            return SHAPES[row.outcome]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name if column is Column.JUDGE else self._text(row, column)
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
            return self._words.say(TITLES[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: _Row, column: Column) -> str:
        say = self._words.say
        match column:
            case Column.MERGE:
                number = say(message("Merge {number}", number=row.merge))
                return f"{number}\n{self._words.moment(row.at)}"
            case Column.JUDGE:
                return f"{row.judge}\n{row.name.replace(BACKSLASH, '/').rpartition('/')[2]}"
            case _:
                why = say(REFUSAL_WORDS[RefusalReason(row.reason)]) if row.reason else ""
                return f"{say(WORDS[row.outcome])}\n{why}"
