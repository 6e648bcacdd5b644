"""Objections, newest first, with what became of each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.secretariat.topics import region_words

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    NUMBER = 0
    REGION = 1
    CLAIM = 2
    ANSWER = 3


_TITLES = {
    Column.NUMBER: message("No."),
    Column.REGION: message("Region, objector"),
    Column.CLAIM: message("Claim"),
    Column.ANSWER: message("Outcome, answer"),
}
OUTCOMES = {
    ObjectionOutcome.OPEN: message("no answer yet"),
    ObjectionOutcome.ACCEPTED: message("accepted"),
    ObjectionOutcome.REJECTED: message("rejected"),
    ObjectionOutcome.WITHDRAWN: message("withdrawn"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ObjectionsModel(QAbstractTableModel):
    """One row an objection.

    Attributes:
        objections: in the order shown.
    """

    def __init__(self, words: Words, facts: OfficeFacts) -> None:
        """Show all objections of an assessment."""
        super().__init__()
        self._words, self._facts = words, facts
        self.objections = tuple(reversed(facts.objections))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many objections there are."""
        return 0 if parent.isValid() else len(self.objections)

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
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            return self._text(self.objections[index.row()], column)
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

    def _text(self, objection: Objection, column: Column) -> str:
        match column:
            case Column.NUMBER:
                return str(objection.number)
            case Column.REGION:
                return f"{region_words(objection.region, self._facts)}\n{objection.by}"
            case Column.CLAIM:
                return objection.claim
            case Column.ANSWER:
                said = self._words.say(OUTCOMES[objection.outcome])
                return f"{said}\n{objection.answer.text}" if objection.answer else said
