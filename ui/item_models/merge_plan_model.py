"""A planned merge as a table for Qt: a row a file."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from ui.coordinator.merging.outcome_words import SHAPES, outcome_word, what_changes
from ui.widgets.two_line_delegate import SHAPE

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.merging.difference import SheetDifference
    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.merging.session import PlannedMerge
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands in which column."""

    JUDGE = 0
    OUTCOME = 1
    SEAL = 2


TITLES = {
    Column.JUDGE: message("Judge, file"),
    Column.OUTCOME: message("What happens"),
    Column.SEAL: message("Seal, sheets, receipt"),
}
NONE = "—"


class PlanRow(Struct, frozen=True):
    """One file with everything that is known of it.

    Attributes:
        judge: the judge's name; empty where it is not known.
    """

    file: FilePlan
    judge: str
    differences: tuple[SheetDifference, ...]
    questions: tuple[Question, ...]


class MergePlanModel(QAbstractTableModel):
    """Judge with file, outcome with what changes, seal with its sheets."""

    def __init__(self, words: Words) -> None:
        """Show nothing yet."""
        super().__init__()
        self._words = words
        self.rows: tuple[PlanRow, ...] = ()
        self._texts: list[tuple[str, ...]] = []

    def show_plan(self, planned: PlannedMerge, roster: Roster) -> None:
        """Show the files of a plan in their order, those that need attention first."""
        names = {judge.id: judge.name for judge in roster.judges}
        differences = {file.source.label: found for file, found in planned.differences}
        questions = {file.source.label: found for file, found in planned.disputes}
        rows = [
            PlanRow(
                file,
                names.get(_judge(file), ""),
                differences.get(file.source.label, ()),
                questions.get(file.source.label, ()),
            )
            for file in planned.plan.files
        ]
        self.beginResetModel()
        self.rows = tuple(sorted(rows, key=lambda row: not row.file.cannot_stand()))
        self._texts = [self._write(row) for row in self.rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's two lines, its mark, or what a screen reader says."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[row][column]
        file = self.rows[row].file
        if role == SHAPE:
            return SHAPES[file.outcome] if column == Column.OUTCOME else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return file.source.label if column == Column.JUDGE else self._texts[row][column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self._words.say(TITLES[Column(column)])
            return f"{title}: {self._texts[row][column].replace(chr(10), ', ')}"
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

    def _write(self, row: PlanRow) -> tuple[str, ...]:
        say, file = self._words.say, row.file
        judge, last = _judge(file), file.last
        name = file.source.member or file.source.path.name
        changes = what_changes(file, row.differences, row.questions, say)
        seal = NONE
        if last is not None:
            seal = say(
                message("Seal {number} · sheets: {count}", number=last.number,
                        count=len(last.sheets))
            )  # fmt: skip
            seal += f"\n{last.receipt}"
        return (
            f"{row.judge or judge or NONE}\n{name}",
            f"{say(outcome_word(file))}\n{changes}",
            seal,
        )


def _judge(file: FilePlan) -> str:
    if file.last is not None:
        return file.last.judge
    return file.refusal.judge if file.refusal is not None else ""
