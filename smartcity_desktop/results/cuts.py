"""One cut through a tied group: who contends for how many places, and what people decided."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.results import OpenQuestion
from smartcity_desktop.results.basis import cut_basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.results import RegionTally

UNLIMITED = -1
"""In place of a count where a band has no cap on provinces."""


class Cut(Struct, frozen=True):
    """A tied group that a band cannot take as a whole.

    Attributes:
        band: the band's Indonesian name, which decisions name.
        contenders: those the band could take, sorted by code.
        provinces: of each contender. room: places left for each of these provinces, or UNLIMITED.
        places: how many contenders the band takes: fewer than there are.
    """

    band: str
    contenders: tuple[RegionTally, ...]
    places: int
    provinces: Mapping[str, str]
    room: Mapping[str, int]


class Settlement(Struct, frozen=True):
    """What the decisions make of a cut.

    Attributes:
        taken, left: codes in and out by decision, or because nothing else is possible after it.
        undecided: codes of which the band still takes ``places``.
        applied: numbers of the decisions in force.
    """

    taken: tuple[str, ...]
    left: tuple[str, ...]
    undecided: tuple[str, ...]
    places: int
    applied: frozenset[int]
    open_questions: tuple[OpenQuestion, ...]
    settled: tuple[OpenQuestion, ...]


def intake(codes: Iterable[str], provinces: Mapping[str, str], room: Mapping[str, int]) -> int:
    """Return how many of these regions the caps on their provinces let in."""
    counts = Counter(provinces[code] for code in codes)
    return sum(
        count if room[province] == UNLIMITED else min(count, room[province])
        for province, count in counts.items()
    )


def settle_cut(cut: Cut, decisions: Sequence[Decision]) -> Settlement:
    """Apply the decisions on a cut: the last word on each region, as far as they agree.

    From the last decision back, each counts that still fits: never more regions than places or
    caps allow, never so many left that a place would go to a lower rank.
    """
    basis = cut_basis(cut.band, cut.places, cut.contenders)
    codes = tuple(tally.code for tally in cut.contenders)
    state = _Answers(cut, list(codes))
    for decision in reversed(decisions):
        if decision.basis == basis and decision.kind in (DecisionKind.SELECT, DecisionKind.LEAVE):
            state.answer(decision)
    if state.applied:
        state.conclude()
    undecided = tuple(state.undecided)
    answered = tuple(code for code in codes if code not in undecided)
    return Settlement(
        tuple(sorted(state.taken)),
        tuple(sorted(state.left)),
        undecided,
        state.places,
        frozenset(state.applied),
        _question(undecided, basis, cut.band, state.places, blocking=True),
        _question(answered, basis, cut.band, cut.places, blocking=False),
    )


def _question(
    codes: tuple[str, ...], basis: str, band: str, places: int, *, blocking: bool
) -> tuple[OpenQuestion, ...]:
    if not codes:
        return ()
    return (OpenQuestion("cut", codes, basis, blocking, band, places),)


class _Answers:
    """The answers to one cut as they come in."""

    def __init__(self, cut: Cut, undecided: list[str]) -> None:
        self._band = cut.band
        self._provinces = cut.provinces
        self._room = dict(cut.room)
        self.places = cut.places
        self.undecided = undecided
        self.taken: list[str] = []
        self.left: list[str] = []
        self.applied: set[int] = set()

    def answer(self, decision: Decision) -> None:
        code, *band = decision.subject
        if code not in self.undecided or band != [self._band]:
            return
        if decision.kind is DecisionKind.SELECT:
            fits = self.places > 0 and self._room[self._provinces[code]] != 0
            if fits:
                self._take(code)
        else:
            others = [c for c in self.undecided if c != code]
            fits = self._intake(others) >= self.places
            if fits:
                self._leave(code)
        if fits:
            self.applied.add(decision.number)

    def conclude(self) -> None:
        """Take and leave those for whom nothing else is possible any more."""
        for code in list(self.undecided):
            if self.places == 0 or self._room[self._provinces[code]] == 0:
                self._leave(code)
        if self._intake(self.undecided) > self.places:
            return
        counts = Counter(self._provinces[code] for code in self.undecided)
        room = dict(self._room)
        for code in list(self.undecided):
            province = self._provinces[code]
            if room[province] == UNLIMITED or counts[province] <= room[province]:
                self._take(code)

    def _intake(self, codes: Iterable[str]) -> int:
        return intake(codes, self._provinces, self._room)

    def _take(self, code: str) -> None:
        self.undecided.remove(code)
        self.taken.append(code)
        self.places -= 1
        if self._room[self._provinces[code]] != UNLIMITED:
            self._room[self._provinces[code]] -= 1

    def _leave(self, code: str) -> None:
        self.undecided.remove(code)
        self.left.append(code)
