"""Every judge's figure in one region, dropped ones marked, and what they combine to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.results.explanation import TOTAL

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.results import Unit
    from smartcity_desktop.secretariat.region_view import RegionView
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

NONE = "—"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class JudgeMatrixModel(QAbstractTableModel):
    """One row a unit that is combined, one column a judge, and the combined value."""

    def __init__(self, words: Words, instrument: Instrument, view: RegionView) -> None:
        """Show a region."""
        super().__init__()
        self._words, self._view = words, view
        self._decimals = instrument.rules.decimals
        self._units = view.detail.units
        self._figures = [dict(unit.judges) for unit in self._units]
        self._names = {i.id: words.text(i.name) for i in instrument.indicators()}
        self._names |= {d.id: words.text(d.name) for d in instrument.dimensions}
        self._places = {i.id: i.scale.decimals for i in instrument.indicators()}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many units there are."""
        return 0 if parent.isValid() else len(self._units)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return a column for the name, one a judge, and one for the combined value."""
        return 0 if parent.isValid() else 2 + len(self._view.judges)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; a dropped figure stands in brackets."""
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column else _LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.row(), column)
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
        if role == Qt.ItemDataRole.ToolTipRole and 0 < section <= len(judges):
            return judges[section - 1].name
        return self._title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _title(self, section: int) -> str:
        judges = self._view.judges
        if not section:
            return self._words.say(message("Scored"))
        if section <= len(judges):
            return judges[section - 1].id
        return self._words.say(message("Combined"))

    def _text(self, row: int, column: int) -> str:
        unit = self._units[row]
        if not column:
            if unit.id == TOTAL:
                return self._words.say(message("Total"))
            return f"{unit.id} {self._names.get(unit.id, '')}"
        if column > len(self._view.judges):
            return NONE if unit.value is None else self._words.number(unit.value, self._decimals)
        return self._figure(unit, row, self._view.judges[column - 1].id)

    def _figure(self, unit: Unit, row: int, judge: str) -> str:
        value = self._figures[row].get(judge)
        if value is None:
            return NONE
        shown = self._words.number(value, self._places.get(unit.id, self._decimals))
        return f"({shown})" if judge in unit.dropped else shown
