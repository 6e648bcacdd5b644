"""The assigned regions as a list for Qt: in the order of the timetable, searched and filtered.

The list is made anew when filter, search or the current region change, and at no other time: a
row that no longer fits stays until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from ui.judge.region_rows import RegionRows, Wish

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex

    from ui.judge.state import JudgeState
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""Role of a RegionRow, or of the text of a heading."""
TALLEST = Qt.ItemDataRole.UserRole + 1
"""Role of the same with the longest words that may stand there; quick, asked of every row."""


class RegionListModel(QAbstractListModel):
    """Regions, between headings where there is a timetable.

    Attributes:
        rows: what the list says of the regions, listed or not.
    """

    def __init__(self, words: Words, state: JudgeState) -> None:
        """List all regions."""
        super().__init__()
        self._words = words
        self.rows = RegionRows(words, state)
        self._wish, self._current = Wish(), ""
        self._listed: list[str | tuple[str]] = []
        self._places: dict[str, int] = {}
        self._list(())
        state.sheet_changed.connect(self._take_sheet)
        state.marks_changed.connect(self._take_marks)
        state.facts_changed.connect(self._take_all)

    def ask_for(self, wish: Wish) -> bool:
        """List what fits now; returns whether other rows are listed than before."""
        self._wish = wish
        return self._list(())

    def set_current(self, code: str) -> bool:
        """Mark a region as the one on the page; it is listed even where it does not fit.

        Returns:
            Whether other rows are listed than before.
        """
        before, self._current = self._current, code
        if code == before:
            return False
        if self._list((code,)):
            return True
        for each in (before, code):
            self._tell(each)
        return False

    def listed(self) -> tuple[str, ...]:
        """Return the codes in the list."""
        return tuple(row for row in self._listed if isinstance(row, str))

    def place(self, code: str) -> QModelIndex:
        """Return where a region stands in the list; an invalid place where it does not."""
        row = self._places.get(code)
        return QModelIndex() if row is None else self.index(row, 0)

    def code(self, place: Index) -> str:
        """Return the region at a place; empty for a heading."""
        row = self._listed[place.row()] if place.isValid() else ("",)
        return row if isinstance(row, str) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._listed)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let regions be chosen, headings not."""
        if self.code(index):
            return super().flags(index)
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, or says to a screen reader."""
        if not index.isValid():
            return None
        row = self._listed[index.row()]
        if not isinstance(row, str):
            return row[0] if role in (ROW, TALLEST, Qt.ItemDataRole.DisplayRole) else None
        if role == TALLEST:
            return self.rows.tallest(row)
        if role == ROW:
            return self.rows.row(row, is_current=row == self._current)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        return None

    def _said(self, code: str) -> str:
        row = self.rows.row(code, is_current=code == self._current)
        here = self._words.say(message("open on the page")) if row.is_current else ""
        parts = (row.name, row.below, row.state, row.doubts, here)
        return ", ".join(part for part in parts if part)

    def _list(self, always: Iterable[str]) -> bool:
        """List what fits; returns whether other rows are listed than before."""
        kept = set(always)
        rows: list[str | tuple[str]] = []
        heading = ""
        for code in self.rows.order:
            if code in kept or self.rows.fits(code, self._wish):
                own = self.rows.headings.get(code, "")
                if own != heading:
                    rows.append((own,))
                    heading = own
                rows.append(code)
        if rows == self._listed:
            return False
        self.beginResetModel()
        self._listed = rows
        self._places = {row: n for n, row in enumerate(rows) if isinstance(row, str)}
        self.endResetModel()
        return True

    def _take_sheet(self, code: str) -> None:
        self.rows.read_sheet(code)
        self._tell(code)

    def _take_marks(self) -> None:
        if self.rows.read_marks():
            self._tell_all()

    def _take_all(self) -> None:
        self.rows.read_all()
        self._tell_all()

    def _tell(self, code: str) -> None:
        place = self.place(code)
        if place.isValid():
            self.dataChanged.emit(place, place)

    def _tell_all(self) -> None:
        if self._listed:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._listed) - 1, 0))
