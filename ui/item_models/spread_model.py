"""Lowest, mean and highest of a judge's finished sheets, in the columns of the table above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from ui.item_models.own_ranking_model import NONE, Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.own_ranking import OwnRanking, Spread
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

_LINES: tuple[tuple[Message, Callable[[Spread], Fraction]], ...] = (
    (message("Your lowest"), lambda spread: spread.lowest),
    (message("Your average"), lambda spread: spread.mean),
    (message("Your highest"), lambda spread: spread.highest),
    (message("From lowest to highest"), lambda spread: spread.highest - spread.lowest),
)


class SpreadModel(QAbstractTableModel):
    """One line a measure."""

    def __init__(self, words: Words, ranking: OwnRanking, places: int) -> None:
        """Show the spreads with so many decimals."""
        super().__init__()
        self._words, self._places = words, places
        self._columns = (ranking.total, *ranking.dimensions)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many measures there are."""
        return 0 if parent.isValid() else len(_LINES)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return as many columns as the table above has."""
        return 0 if parent.isValid() else Column.TOTAL + len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if not index.isValid():
            return None
        words, measure = _LINES[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignLeft
                if index.column() == Column.REGION
                else Qt.AlignmentFlag.AlignRight
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if index.column() == Column.REGION:
                return self._words.say(words)
            if index.column() == Column.RANK:
                return ""
            spread = self._columns[index.column() - Column.TOTAL]
            return NONE if spread is None else self._words.number(measure(spread), self._places)
        return None
