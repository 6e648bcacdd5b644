"""What a list says of every assigned region, read once and again only where something changed."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.regions.searching import is_found, searchable
from smartcity_desktop.scoring.progress import Progress, is_sealed, progress_of
from smartcity_desktop.scoring.timetable import sessions_of
from ui.judge.region_words import ABSENT, SEALED, SHAPES, WORDS, code_and_province, name_session
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from ui.judge.state import JudgeState
    from ui.words import Words


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


class Wish(Struct, frozen=True):
    """What is listed: all conditions together; ``only`` names the regions of some sessions."""

    filter: Filter = Filter.ALL
    query: str = ""
    only: frozenset[str] | None = None


class RegionRow(Struct, frozen=True):
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


class RegionRows:
    """Progress, doubts and words of the regions of one open file.

    Attributes:
        sessions: of the timetable; empty without one.
        order: all codes, by session, else by code.
        headings: the name of its session by code.
    """

    def __init__(self, words: Words, state: JudgeState) -> None:
        """Read everything."""
        self._words, self._state = words, state
        issue = state.facts.issue
        self.sessions = sessions_of(issue.assignments)
        listed = [code for session in self.sessions for code in session.regions]
        regions = {region.code: region for region in issue.regions}
        self.order = tuple(code for code in dict.fromkeys((*listed, *regions)) if code in regions)
        named = [(session, name_session(session, words)) for session in self.sessions]
        self.headings = {code: name for session, name in named for code in session.regions}
        self._texts: dict[str, str] = {}
        self._sealed: dict[str, tuple[ScoreSheet | None, bool]] = {}
        self._tallest: dict[str, RegionRow] = {}
        self._doubts: dict[str, int] = {}
        self._progress: dict[str, Progress] = {}
        self._counts: Counter[Progress] = Counter()
        self.read_all()

    def progress(self, code: str) -> Progress:
        """Return how far the judge is with a region."""
        return self._progress[code]

    def count(self, kind: Filter) -> int:
        """Return how many regions fit a filter, whatever is searched."""
        if kind is Filter.ALL:
            return len(self.order)
        if kind is Filter.DOUBTFUL:
            return sum(code in self._progress for code in self._doubts)
        return self._counts[PROGRESS_OF_FILTER[kind]]

    def done(self) -> int:
        """Return for how many regions nothing is left to do."""
        return sum(count for progress, count in self._counts.items() if progress.is_done)

    def fits(self, code: str, wish: Wish) -> bool:
        """Whether a region fits a wish."""
        if wish.only is not None and code not in wish.only:
            return False
        if wish.query and not is_found(wish.query, self._text(code)):
            return False
        return self._fits_filter(code, wish.filter)

    def row(self, code: str, *, is_current: bool) -> RegionRow:
        """Return what a region's row shows now."""
        progress = self._progress[code]
        shape, state = SHAPES[progress], WORDS[progress]
        if self._state.sheet(code).state is SheetState.ABSENT:
            state = ABSENT
        if progress.is_done and self._is_sealed(code):
            shape = MarkShape.SEALED
            state = SEALED if progress is Progress.FINISHED else state
        row = self.tallest(code)
        return replace(row, state=self._words.say(state), shape=shape, is_current=is_current)

    def tallest(self, code: str) -> RegionRow:
        """Return the row with the longest words that it may come to show.

        To know whether a sheet is sealed it must be hashed; where only the height is asked, of
        hundreds of rows, that would be a stall.
        """
        if code not in self._tallest:
            region, progress = self._state.region(code), self._progress[code]
            states = [WORDS[progress]]
            if progress is Progress.FINISHED:
                states.append(SEALED)
            if self._state.sheet(code).state is SheetState.ABSENT:
                states = [ABSENT]
            doubts = self._doubts.get(code, 0)
            self._tallest[code] = RegionRow(
                code,
                region.name,
                code_and_province(region),
                max((self._words.say(state) for state in states), key=len),
                SHAPES[progress],
                self._words.say(message("look again: {count}", count=doubts)) if doubts else "",
                is_current=False,
            )
        return self._tallest[code]

    def read_sheet(self, code: str) -> None:
        """Read a region's sheet again."""
        self._counts[self._progress[code]] -= 1
        self._progress[code] = progress_of(self._state.facts, code, self._state.ids)
        self._counts[self._progress[code]] += 1
        self._tallest.pop(code, None)

    def read_marks(self) -> bool:
        """Read the doubts again; returns whether there are others than before."""
        before, self._doubts = self._doubts, self._count_doubts()
        if before == self._doubts:
            return False
        self._tallest.clear()
        return True

    def read_all(self) -> None:
        """Read everything again: sheets, doubts, seals."""
        facts, ids = self._state.facts, self._state.ids
        self._progress = {code: progress_of(facts, code, ids) for code in self.order}
        self._counts = Counter(self._progress.values())
        self._doubts = self._count_doubts()
        self._sealed.clear()
        self._tallest.clear()

    def _text(self, code: str) -> str:
        # Folded when somebody searches, not when the file is opened.
        if code not in self._texts:
            self._texts[code] = searchable(self._state.region(code))
        return self._texts[code]

    def _fits_filter(self, code: str, kind: Filter) -> bool:
        if kind is Filter.ALL:
            return True
        if kind is Filter.DOUBTFUL:
            return code in self._doubts
        return self._progress[code] is PROGRESS_OF_FILTER[kind]

    def _is_sealed(self, code: str) -> bool:
        sheet = self._state.facts.sheets.get(code)
        known = self._sealed.get(code)
        if known is None or known[0] is not sheet:
            known = (sheet, is_sealed(self._state.facts, code, self._state.ids))
            self._sealed[code] = known
        return known[1]

    def _count_doubts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for code, _ in self._state.facts.marks.doubts:
            counts[code] = counts.get(code, 0) + 1
        return counts
