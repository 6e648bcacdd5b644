"""Selection: bands fill in order, walking down the ranks; a tied group is never divided silently.

A region under a band's minimum, or whose province has reached the band's cap, waits for the next
band, and the walk goes on. A cap divides a tied group just as a quota does: where some of its
members share a province with fewer places than members, people decide (or all pass).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rules import AtCut
from smartcity_desktop.results.cuts import UNLIMITED, Cut, intake, settle_cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.results import OpenQuestion, RegionTally
    from smartcity_desktop.domain.rules import Band, Rules
    from smartcity_desktop.results.ranking import Place

    Tallies = tuple[RegionTally, ...]


class Selection(Struct, frozen=True):
    """Which band took whom.

    Attributes:
        taken: band by region code. decided: ``select`` or ``leave`` by code, where a cut was
            decided.
        open_questions, settled: in the order of bands and ranks.
        applied: numbers of the select and leave decisions in force.
    """

    taken: Mapping[str, Band]
    decided: Mapping[str, str]
    open_questions: tuple[OpenQuestion, ...]
    settled: tuple[OpenQuestion, ...]
    applied: frozenset[int]


class _Batch(Struct, frozen=True):
    """Regions of one rank that wait for a band: all ``known``, and some of the ``pending``.

    ``surplus`` of the pending ones will wait here once an earlier cut is decided; who is not
    known yet.
    """

    known: Tallies
    pending: Tallies = ()
    surplus: int = 0

    def size(self) -> int:
        return len(self.known) + self.surplus


def select_regions(
    rules: Rules,
    places: Iterable[Place],
    provinces: Mapping[str, str],
    decisions: Sequence[Decision] = (),
) -> Selection:
    """Fill the instrument's bands from the ranked places.

    While a cut is undecided, later bands keep places for those it will leave over. Where that
    depends on who they are, the bands below stay unfilled until the decision.
    """
    walk = _Walk(rules, provinces, decisions)
    waiting = [_Batch(place.members) for place in places]
    for band in rules.bands:
        waiting = walk.fill(band, waiting)
        if walk.halted:
            break
    return Selection(
        walk.taken,
        walk.decided,
        tuple(walk.open_questions),
        tuple(walk.settled),
        frozenset(walk.applied),
    )


class _Walk:
    """The bands' walk down the ranks."""

    def __init__(
        self, rules: Rules, provinces: Mapping[str, str], decisions: Sequence[Decision]
    ) -> None:
        self._all_pass = rules.at_cut is AtCut.TAKE_ALL
        self._provinces = provinces
        self._decisions = decisions
        self.taken: dict[str, Band] = {}
        self.decided: dict[str, str] = {}
        self.open_questions: list[OpenQuestion] = []
        self.settled: list[OpenQuestion] = []
        self.applied: set[int] = set()
        self.halted = False
        self._quota = 0
        self._counts: Counter[str] = Counter()

    def fill(self, band: Band, waiting: Iterable[_Batch]) -> list[_Batch]:
        """Fill one band; return who waits for the next one."""
        self._quota = band.quota
        self._counts = Counter()
        rest: list[_Batch] = []
        for batch in waiting:
            if self._quota <= 0 or self.halted or not _reaches(batch, band):
                rest.append(batch)
            elif batch.pending:
                rest += self._keep_places(band, batch)
            else:
                rest += self._offer(band, batch.known)
        return rest

    def _keep_places(self, band: Band, batch: _Batch) -> list[_Batch]:
        """Pass a batch of which some are not known yet."""
        if band.province_cap is not None:
            self.halted = True
            return [batch]
        short = batch.size() - self._quota
        self._quota = max(0, -short)
        if short <= 0:
            for tally in batch.known:
                self.taken[tally.code] = band
            return []
        return [_Batch((), batch.known + batch.pending, short)]

    def _offer(self, band: Band, group: Tallies) -> list[_Batch]:
        """Take of a tied group what the band can; return who of it waits for the next one."""
        room = {
            province: UNLIMITED
            if band.province_cap is None
            else max(0, band.province_cap - self._counts[province])
            for province in (self._provinces[tally.code] for tally in group)
        }
        welcome = tuple(t for t in group if room[self._provinces[t.code]] != 0)
        turned_away = tuple(t for t in group if t not in welcome)
        codes = [tally.code for tally in welcome]
        let_in = intake(codes, self._provinces, room)
        if self._all_pass or len(welcome) == let_in <= self._quota:
            self._take(band, codes)
            return _batches(turned_away)
        if let_in > self._quota:
            cuts = [Cut(band.name.id, welcome, self._quota, self._provinces, room)]
        else:
            cuts = self._cap_cuts(band, welcome, room)
        return self._settle(band, cuts, turned_away)

    def _cap_cuts(self, band: Band, welcome: Tallies, room: Mapping[str, int]) -> list[Cut]:
        """Take those whose province has room for all of them; return a cut for each other one."""
        cuts = []
        for province in sorted({self._provinces[tally.code] for tally in welcome}):
            own = tuple(t for t in welcome if self._provinces[t.code] == province)
            if len(own) <= room[province]:
                self._take(band, [tally.code for tally in own])
            else:
                cuts.append(Cut(band.name.id, own, room[province], self._provinces, room))
        return cuts

    def _settle(self, band: Band, cuts: Iterable[Cut], turned_away: Tallies) -> list[_Batch]:
        known, pending, surplus = list(turned_away), [], 0
        for cut in cuts:
            settlement = settle_cut(cut, self._decisions)
            self._take(band, settlement.taken)
            self._quota -= settlement.places
            self.decided |= dict.fromkeys(settlement.taken, "select")
            self.decided |= dict.fromkeys(settlement.left, "leave")
            self.open_questions += settlement.open_questions
            self.settled += settlement.settled
            self.applied |= settlement.applied
            for tally in cut.contenders:
                province = self._provinces[tally.code]
                if tally.code in settlement.undecided:
                    pending.append(tally)
                    self._counts[province] = band.province_cap or 0
                elif tally.code in settlement.left:
                    known.append(tally)
            surplus += len(settlement.undecided) - settlement.places
        known.sort(key=lambda tally: tally.code)
        return _batches(tuple(known), tuple(pending), surplus)

    def _take(self, band: Band, codes: Iterable[str]) -> None:
        for code in codes:
            self.taken[code] = band
            self._counts[self._provinces[code]] += 1
            self._quota -= 1


def _reaches(batch: _Batch, band: Band) -> bool:
    """Whether a batch has the band's minimum; all of one rank have the same total."""
    total = (batch.known or batch.pending)[0].final_total
    return band.minimum_total is None or (total is not None and total >= band.minimum_total)


def _batches(known: Tallies, pending: Tallies = (), surplus: int = 0) -> list[_Batch]:
    return [_Batch(known, pending, surplus)] if known or pending else []
