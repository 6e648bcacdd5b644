"""Every judge's figure in one region, dropped ones marked, and what they combine to."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.judge_matrix import list_matrix

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.secretariat.judge_matrix import MatrixLine
    from smartcity_desktop.secretariat.region_view import RegionView
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

NONE = "—"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """From left to right; then one column a judge."""

    NAME = 0
    COMBINED = 1
    JUDGES = 2


class JudgeMatrixModel(QAbstractTableModel):
    """One row an indicator, and each other unit that is combined; one column a judge."""

    def __init__(self, words: Words, instrument: Instrument, view: RegionView) -> None:
        """Show a region."""
        super().__init__()
        self._words, self._view = words, view
        self._decimals = instrument.rules.decimals
        self._lines = list_matrix(instrument, view.detail, view.sheets)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return a column for the name, one for the combined value, and one a judge."""
        return 0 if parent.isValid() else Column.JUDGES + len(self._view.judges)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; a dropped figure stands in brackets."""
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column else _LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self._lines[index.row()], column)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the judge of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        judges = self._view.judges
        if role == Qt.ItemDataRole.ToolTipRole and section >= Column.JUDGES:
            return judges[section - Column.JUDGES].name
        return self._title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _title(self, section: int) -> str:
        if section == Column.NAME:
            return self._words.say(message("Scored"))
        if section == Column.COMBINED:
            return self._words.say(message("Combined"))
        return self._view.judges[section - Column.JUDGES].id

    def _text(self, line: MatrixLine, column: int) -> str:
        if column == Column.NAME:
            return self._name(line)
        if column == Column.COMBINED:
            if line.combined is None:
                return NONE if line.combines else ""
            return self._words.number(line.combined, self._decimals)
        return self._figure(line, self._view.judges[column - Column.JUDGES].id)

    def _name(self, line: MatrixLine) -> str:
        if line.name is None:
            return self._words.say(message("Total"))
        named = f"{line.id} {self._words.text(line.name)}"
        if not line.leads:
            return named
        return self._words.say(message("Dimension {name}", name=named))

    def _figure(self, line: MatrixLine, judge: str) -> str:
        value = line.figures.get(judge)
        if value is None:
            return NONE
        shown = self._words.number(value, line.decimals)
        return f"({shown})" if judge in line.dropped else shown
