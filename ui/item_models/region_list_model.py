"""The assigned regions as a list for Qt: in the order of the timetable, searched and filtered.

The list is made anew when filter, search or the current region change, and at no other time: a
row that no longer fits stays until then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.regions.searching import is_found, searchable
from smartcity_desktop.scoring.progress import Progress, is_sealed, progress_of
from smartcity_desktop.scoring.timetable import sessions_of
from ui.judge.region_words import ABSENT, SEALED, SHAPES, WORDS, code_and_province, name_session
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from ui.judge.state import JudgeState
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Filter(Enum):
    """Which regions are listed."""

    ALL = "all"
    OPEN = "open"
    PARTLY = "partly"
    FINISHED = "finished"
    DOUBTFUL = "doubtful"
    LEFT_OUT = "left_out"


PROGRESS_OF_FILTER = {
    Filter.OPEN: Progress.OPEN,
    Filter.PARTLY: Progress.PARTLY,
    Filter.FINISHED: Progress.FINISHED,
    Filter.LEFT_OUT: Progress.LEFT_OUT,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is listed: all conditions together; ``only`` names the regions of some sessions."""

    filter: Filter = Filter.ALL
    query: str = ""
    only: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class RegionRow:
    """What a row shows.

    Attributes:
        below: code and province. doubts: what is said of open doubts, or nothing.
        is_current: whether its sheet is the one on the page.
    """

    code: str
    name: str
    below: str
    state: str
    shape: MarkShape
    doubts: str
    is_current: bool


ROW = Qt.ItemDataRole.UserRole
"""Role of a RegionRow, or of the text of a heading."""
TALLEST = Qt.ItemDataRole.UserRole + 1
"""Role of the same with the longest words that may stand there; quick, asked of every row."""


class RegionListModel(QAbstractListModel):
    """Regions, between headings where there is a timetable.

    Attributes:
        order: all codes, in the order of the list.
        sessions: of the timetable; empty without one.
    """

    def __init__(self, words: Words, state: JudgeState) -> None:
        """List all regions."""
        super().__init__()
        self._words, self._state = words, state
        issue = state.facts.issue
        self.sessions = sessions_of(issue.assignments)
        listed = [code for session in self.sessions for code in session.regions]
        regions = {region.code: region for region in issue.regions}
        known = [code for code in dict.fromkeys(listed) if code in regions]
        self.order = (*known, *(code for code in regions if code not in set(known)))
        self._headings = {
            code: name_session(session, words)
            for session in self.sessions
            for code in session.regions
        }
        self._texts = {code: searchable(region) for code, region in regions.items()}
        self._progress = {code: self._read_progress(code) for code in self.order}
        self._doubts = self._count_doubts()
        self._sealed: dict[str, tuple[ScoreSheet | None, bool]] = {}
        self._measured: dict[str, RegionRow] = {}
        self._wish, self._current = Wish(), ""
        self._rows: list[str | tuple[str]] = []
        self._places: dict[str, int] = {}
        self._list(())
        state.sheet_changed.connect(self._take_sheet)
        state.marks_changed.connect(self._take_marks)
        state.facts_changed.connect(self._take_all)

    @property
    def wish(self) -> Wish:
        """What is listed now."""
        return self._wish

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

    def progress(self, code: str) -> Progress:
        """Return how far the judge is with a region."""
        return self._progress[code]

    def count(self, kind: Filter) -> int:
        """Return how many regions fit a filter, whatever is searched."""
        return sum(self._fits_filter(code, kind) for code in self.order)

    def done(self) -> int:
        """Return for how many regions nothing is left to do."""
        return sum(progress.is_done for progress in self._progress.values())

    def listed(self) -> tuple[str, ...]:
        """Return the codes in the list."""
        return tuple(row for row in self._rows if isinstance(row, str))

    def place(self, code: str) -> QModelIndex:
        """Return where a region stands in the list; an invalid place where it does not."""
        row = self._places.get(code)
        return QModelIndex() if row is None else self.index(row, 0)

    def code(self, place: Index) -> str:
        """Return the region at a place; empty for a heading."""
        row = self._rows[place.row()] if place.isValid() else ("",)
        return row if isinstance(row, str) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let regions be chosen, headings not."""
        if self.code(index):
            return super().flags(index)
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, or says to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if not isinstance(row, str):
            return row[0] if role in (ROW, TALLEST, Qt.ItemDataRole.DisplayRole) else None
        if role == ROW:
            return self._row(row)
        if role == TALLEST:
            return self._tallest(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = self._row(row)
            here = self._words.say(message("open on the page")) if shown.is_current else ""
            parts = (shown.name, shown.below, shown.state, shown.doubts, here)
            return ", ".join(part for part in parts if part)
        return None

    def _row(self, code: str, *, asks_for_seal: bool = True) -> RegionRow:
        region, progress = self._state.region(code), self._progress[code]
        shape, state = SHAPES[progress], WORDS[progress]
        if self._state.sheet(code).state is SheetState.ABSENT:
            state = ABSENT
        elif progress is Progress.FINISHED and not asks_for_seal:
            state = max(state, SEALED, key=lambda word: len(self._words.say(word)))
        if asks_for_seal and progress.is_done and self._is_sealed(code):
            shape = MarkShape.SEALED
            state = SEALED if progress is Progress.FINISHED else state
        doubts = self._doubts.get(code, 0)
        return RegionRow(
            code,
            region.name,
            code_and_province(region),
            self._words.say(state),
            shape,
            self._words.say(message("look again: {count}", count=doubts)) if doubts else "",
            code == self._current,
        )

    def _tallest(self, code: str) -> RegionRow:
        if code not in self._measured:
            row = self._row(code, asks_for_seal=False)
            self._measured[code] = replace(row, is_current=False)
        return self._measured[code]

    def _is_sealed(self, code: str) -> bool:
        sheet = self._state.facts.sheets.get(code)
        known = self._sealed.get(code)
        if known is None or known[0] is not sheet:
            known = (sheet, is_sealed(self._state.facts, code, self._state.ids))
            self._sealed[code] = known
        return known[1]

    def _list(self, always: Iterable[str]) -> bool:
        """List what fits; returns whether other rows are listed than before."""
        kept = set(always)
        rows: list[str | tuple[str]] = []
        heading = ""
        for code in self.order:
            if code in kept or self._fits(code):
                own = self._headings.get(code, "")
                if own != heading:
                    rows.append((own,))
                    heading = own
                rows.append(code)
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self._places = {row: n for n, row in enumerate(rows) if isinstance(row, str)}
        self.endResetModel()
        return True

    def _fits(self, code: str) -> bool:
        wish = self._wish
        if wish.only is not None and code not in wish.only:
            return False
        if wish.query and not is_found(wish.query, self._texts[code]):
            return False
        return self._fits_filter(code, wish.filter)

    def _fits_filter(self, code: str, kind: Filter) -> bool:
        if kind is Filter.ALL:
            return True
        if kind is Filter.DOUBTFUL:
            return code in self._doubts
        return self._progress[code] is PROGRESS_OF_FILTER[kind]

    def _read_progress(self, code: str) -> Progress:
        return progress_of(self._state.facts, code, self._state.ids)

    def _count_doubts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for code, _ in self._state.facts.marks.doubts:
            counts[code] = counts.get(code, 0) + 1
        return counts

    def _take_sheet(self, code: str) -> None:
        self._progress[code] = self._read_progress(code)
        self._measured.pop(code, None)
        self._tell(code)

    def _tell(self, code: str) -> None:
        place = self.place(code)
        if place.isValid():
            self.dataChanged.emit(place, place)

    def _take_marks(self) -> None:
        doubts = self._count_doubts()
        if doubts != self._doubts:
            self._doubts = doubts
            self._measured.clear()
            self._tell_all()

    def _take_all(self) -> None:
        self._progress = {code: self._read_progress(code) for code in self.order}
        self._sealed.clear()
        self._measured.clear()
        self._doubts = self._count_doubts()
        self._tell_all()

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
