"""The completeness matrix as a table for Qt: a row a region, a column a judge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.completeness import CellState
from smartcity_desktop.secretariat.completeness_facts import CELL_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.secretariat.completeness_facts import Matrix
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

CELL = Qt.ItemDataRole.UserRole
"""Role of a CellState; None where the judge does not score the region."""


class MatrixWish(Struct, frozen=True):
    """What shall be listed.

    Attributes:
        judge: an id, or empty for all. province: a name, or empty for all.
        only_missing: only regions of which something is missing or in conflict.
        only: only these regions; empty for all.
    """

    judge: str = ""
    province: str = ""
    only_missing: bool = False
    only: frozenset[str] = frozenset()


_NUMBER_AT_END = re.compile("(?<=[-_])([0-9]+)$")
"""What of an id goes below, so that more judges stand beside each other."""


class CompletenessModel(QAbstractTableModel):
    """What is known of every judge and region.

    Attributes:
        regions, judges: those that are listed.
    """

    def __init__(self, words: Words) -> None:
        """List nothing yet."""
        super().__init__()
        self._words = words
        self._all: tuple[tuple[Region, ...], tuple[Judge, ...]] = ((), ())
        self._matrix: Matrix | None = None
        self._states: Mapping[tuple[str, str], CellState] = {}
        self._lacking: set[str] = set()
        self._wish = MatrixWish()
        self._said = {state: words.say(said) for state, said in CELL_WORDS.items()}
        self.regions: tuple[Region, ...] = ()
        self.judges: tuple[Judge, ...] = ()

    def show_facts(self, facts: OfficeFacts) -> None:
        """Show the matrix as it is now; rows stay where they are."""
        self._matrix, self._states = facts.matrix, facts.matrix.states
        self._lacking = {region for _, region in facts.matrix.lacking}
        self._all = (facts.roster.regions, facts.roster.judges)
        self.ask_for(self._wish)

    def ask_for(self, wish: MatrixWish) -> None:
        """List what fits now."""
        self._wish = wish
        regions, judges = self._all
        self.beginResetModel()
        self.judges = tuple(j for j in judges if not wish.judge or j.id == wish.judge)
        self.regions = tuple(region for region in regions if self._fits(region))
        self.endResetModel()

    def cell(self, region: str, judge: str) -> CellState | None:
        """Return what is known of a region and a judge."""
        return self._states.get((judge, region))

    def counts(self) -> dict[CellState, int]:
        """Return how often each state is listed."""
        if self._matrix is not None and self._wish == MatrixWish():
            return {each: self._matrix.counts.get(each, 0) for each in CellState}
        codes, ids = {r.code for r in self.regions}, {j.id for j in self.judges}
        listed = [
            state
            for (judge, region), state in self._states.items()
            if region in codes and judge in ids
        ]
        return {each: listed.count(each) for each in CellState}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many regions are listed."""
        return 0 if parent.isValid() else len(self.regions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many judges are listed."""
        return 0 if parent.isValid() else len(self.judges)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a state for painting, or what a person hears or reads of it."""
        if not index.isValid():
            return None
        region, judge = self.regions[index.row()], self.judges[index.column()]
        if role == CELL:
            return self._states.get((judge.id, region.code))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(region, judge)
        return None

    def said(self, region: Region, judge: Judge) -> str:
        """Return what is known of a region and a judge, in words."""
        state = self._states.get((judge.id, region.code))
        none = self._words.say(message("not assigned"))
        word = self._said[state] if state is not None else none
        return f"{region.name} ({region.code}), {judge.name} ({judge.id}): {word}"

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a region with code and province, or a judge's id on two lines, the name as tip."""
        if orientation is Qt.Orientation.Vertical:
            region = self.regions[section]
            if role == Qt.ItemDataRole.DisplayRole:
                below = " · ".join(part for part in (region.code, region.province) if part)
                return f"{region.name}\n{below}"
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return None
        judge = self.judges[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _NUMBER_AT_END.sub(r"\n\1", judge.id)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{judge.name}, {judge.institution}".rstrip(", ")
        return None

    def _fits(self, region: Region) -> bool:
        wish = self._wish
        if wish.only and region.code not in wish.only:
            return False
        if wish.province and region.province != wish.province:
            return False
        if not wish.judge:
            return not wish.only_missing or region.code in self._lacking
        pair = (wish.judge, region.code)
        if wish.only_missing:
            return self._matrix is not None and pair in self._matrix.lacking
        return pair in self._states
