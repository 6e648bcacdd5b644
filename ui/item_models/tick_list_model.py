"""Official regions with a tick before each that takes part; searched, and by province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.regions.searching import is_found, searchable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.assessment import Region
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class TickListModel(QAbstractListModel):
    """Lists what fits the search; the ticks of what is not listed stay as they are."""

    ticked = Signal(object)
    """The codes of all regions with a tick."""

    def __init__(self, words: Words, regions: Sequence[Region], codes: Collection[str]) -> None:
        """List all regions, those with these codes ticked."""
        super().__init__()
        self._words = words
        self._all = tuple(regions)
        self._texts = {region.code: searchable(region) for region in regions}
        self._listed = self._all
        self._ticked = set(codes)

    def search(self, query: str, province: str) -> None:
        """List the regions that fit; an empty province is any."""
        self.beginResetModel()
        self._listed = tuple(
            region
            for region in self._all
            if (not province or region.province == province)
            and is_found(query, self._texts[region.code])
        )
        self.endResetModel()

    def listed(self) -> tuple[Region, ...]:
        """Return what is listed now."""
        return self._listed

    def show_ticks(self, codes: Collection[str]) -> None:
        """Show other ticks."""
        if self._ticked != set(codes):
            self._ticked = set(codes)
            self._tell()

    def toggle(self, row: int) -> None:
        """Give a region a tick, or take it away."""
        self._ticked ^= {self._listed[row].code}
        self._tell()
        self.ticked.emit(frozenset(self._ticked))

    def tick_listed(self, *, on: bool) -> None:
        """Give everything that is listed a tick, or take it away."""
        codes = {region.code for region in self._listed}
        self._ticked = self._ticked | codes if on else self._ticked - codes
        self._tell()
        self.ticked.emit(frozenset(self._ticked))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many regions are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return two lines of text, and the tick."""
        if not index.isValid():
            return None
        region = self._listed[index.row()]
        on = region.code in self._ticked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{region.name}\n{region.code} · {region.province}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = message("takes part") if on else message("does not take part")
            return f"{region.name}, {region.code}, {region.province}, {self._words.say(state)}"
        return None

    def _tell(self) -> None:
        if self._listed:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._listed) - 1, 0))
