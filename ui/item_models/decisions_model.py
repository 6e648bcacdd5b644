"""Decisions that were recorded, newest first; lapsed ones say so."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.decision import DecisionKind, Manner
from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.deciding import lapsed_decisions
from smartcity_desktop.secretariat.topics import describe_ruling

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    NUMBER = 0
    WHAT = 1
    BY = 2
    STATE = 3


_TITLES = {
    Column.NUMBER: message("No."),
    Column.WHAT: message("Decision and reason"),
    Column.BY: message("Decided by"),
    Column.STATE: message("State"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DecisionsModel(QAbstractTableModel):
    """One row a decision."""

    def __init__(self, words: Words, facts: OfficeFacts) -> None:
        """Show all decisions of an assessment."""
        super().__init__()
        self._words, self._facts = words, facts
        self._lapsed = lapsed_decisions(facts)
        self.decisions = tuple(reversed(facts.reckoning.decisions))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many decisions there are."""
        return 0 if parent.isValid() else len(self.decisions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; the whole decision where somebody points at it."""
        if not index.isValid():
            return None
        decision, column = self.decisions[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column is Column.NUMBER else _LEFT
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            return self._text(decision, column)
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
            return _RIGHT if section == Column.NUMBER else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(_TITLES[Column(section)])
        return None

    def _text(self, decision: Decision, column: Column) -> str:
        say = self._words.say
        match column:
            case Column.NUMBER:
                return str(decision.number)
            case Column.WHAT:
                arguments = (*decision.subject, *((decision.choice,) if decision.choice else ()))
                ruling = (decision.kind.value, *arguments)
                return f"{say(describe_ruling(ruling, self._facts))}\n{decision.reason}"
            case Column.BY:
                if decision.kind is DecisionKind.NAME:  # nobody musters a plenary for it
                    return decision.by
                return f"{decision.by}\n{say(_manner(decision))}"
            case Column.STATE:
                if decision.number in self._lapsed:
                    return say(message("Lapsed: the facts changed"))
                return say(message("In force"))


def _manner(decision: Decision) -> Message:
    if decision.manner is Manner.CONSENSUS:
        return message("by consensus")
    return message(
        "by vote, {for_count} for and {against_count} against",
        for_count=decision.votes_for,
        against_count=decision.votes_against,
    )
