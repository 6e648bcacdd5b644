"""Judges beside each other, regions below each other: who scores what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.founding.reading import Reading
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex
    Pair = tuple[str, str]

SHAPE = Qt.ItemDataRole.UserRole
"""Role of the shape that is painted into a cell."""

SCORES = message("scores it")
NOT = message("does not score it")
CONFLICT = message("conflict of interest")


class MatrixModel(QAbstractTableModel):
    """Shows one reading of a draft."""

    def __init__(self, words: Words) -> None:
        """Show nothing."""
        super().__init__()
        self._words = words
        self._reading: Reading | None = None
        self._pairs: set[Pair] = set()
        self._barred: set[Pair] = set()

    def show_reading(self, reading: Reading) -> None:
        """Show who scores what."""
        same = (
            self._reading is not None
            and self._reading.judges == reading.judges
            and self._reading.regions == reading.regions
        )
        if not same:
            self.beginResetModel()
        self._reading = reading
        self._pairs = {(a.judge, a.region) for a in reading.assignments or ()}
        self._barred = {(c.judge, c.region) for c in reading.conflicts}
        if not same:
            self.endResetModel()
        elif self.rowCount() and self.columnCount():
            ends = self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(*ends)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def pair(self, index: Index) -> Pair | None:
        """Return judge and region of a cell, None where nothing may be changed."""
        if self._reading is None or not index.isValid():
            return None
        judge = (self._reading.judges or ())[index.column()]
        region = (self._reading.regions or ())[index.row()]
        pair = (judge.id, region.code)
        return None if pair in self._barred else pair

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many regions there are."""
        if parent.isValid() or self._reading is None:
            return 0
        return len(self._reading.regions or ())

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many judges there are."""
        if parent.isValid() or self._reading is None:
            return 0
        return len(self._reading.judges or ())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the shape of a cell, or what it says."""
        if self._reading is None or not index.isValid():
            return None
        judge = (self._reading.judges or ())[index.column()]
        region = (self._reading.regions or ())[index.row()]
        pair = (judge.id, region.code)
        if pair in self._barred:
            shape, word = MarkShape.LEFT_OUT, CONFLICT
        elif pair in self._pairs:
            shape, word = MarkShape.FINISHED, SCORES
        else:
            shape, word = MarkShape.EMPTY, NOT
        if role == SHAPE:
            return shape
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self._words.say(word)
            return f"{region.name} ({region.code}), {judge.id} {judge.name}: {said}"
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a judge's id and load, or a region with how many judges it has."""
        reading = self._reading
        if reading is None or reading.coverage is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            judge = (reading.judges or ())[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{judge.id}\n{reading.coverage.regions_of[judge.id]}"
            return judge.name if role == Qt.ItemDataRole.ToolTipRole else None
        region = (reading.regions or ())[section]
        if role == Qt.ItemDataRole.DisplayRole:
            count = reading.coverage.judges_of[region.code]
            judges = self._words.say(message("judges: {count}", count=count))
            return f"{region.name}\n{region.code} · {judges}"
        return None
