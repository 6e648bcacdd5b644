"""A balanced spread of regions over judges: enough judges a region, loads as equal as can be."""

from __future__ import annotations

from collections import Counter, deque
from itertools import combinations
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from smartcity_desktop.domain.assessment import Judge, Region

    Pair = tuple[str, str]


def spread_evenly(
    judges: Sequence[Judge], regions: Sequence[Region], barred: Collection[Pair], least: int
) -> tuple[Pair, ...]:
    """Return which judge scores which region; the same input gives the same answer.

    Every region gets exactly ``least`` judges. No other choice has smaller differences between
    the loads; without conflicts of interest they differ by at most one. Judges meet in changing
    company, so that regions are linked by common judges.

    Args:
        judges: who may score.
        regions: what must be scored.
        barred: (judge id, region code) that must not come together.
        least: judges a region.

    Returns:
        (judge id, region code), sorted.

    Raises:
        InputError: every region for which there are fewer judges without a conflict of interest.
    """
    ids = sorted(judge.id for judge in judges)
    allowed = {
        region.code: [judge for judge in ids if (judge, region.code) not in barred]
        for region in regions
    }
    problems = list(_too_few(regions, allowed, least))
    if problems:
        raise InputError(problems)
    spread = _Spread(ids, allowed)
    spread.fill(least)
    spread.level()
    return tuple(sorted((judge, code) for judge in ids for code in spread.regions[judge]))


def _too_few(
    regions: Sequence[Region], allowed: dict[str, list[str]], least: int
) -> Iterator[Problem]:
    for region in regions:
        have = len(allowed[region.code])
        if have < least:
            what = message(
                "{region}: {have} judges may score it, but {least} are wanted for every region. "
                "Add judges, lower the number, or look at the conflicts of interest.",
                region=f"{region.name} ({region.code})",
                have=have,
                least=least,
            )
            yield Problem("", what)


class _Spread:
    """Who has which regions so far."""

    def __init__(self, judges: Sequence[str], allowed: dict[str, list[str]]) -> None:
        self.regions: dict[str, set[str]] = {judge: set() for judge in judges}
        self._allowed = allowed

    def fill(self, least: int) -> None:
        """Give every region its judges, those with the fewest choices first."""
        met: Counter[frozenset[str]] = Counter()
        for code in sorted(self._allowed, key=lambda c: (len(self._allowed[c]), c)):
            chosen: list[str] = []
            for _ in range(least):
                free = [judge for judge in self._allowed[code] if judge not in chosen]
                chosen.append(min(free, key=lambda judge: self._burden(judge, chosen, met)))
            for judge in chosen:
                self.regions[judge].add(code)
            met.update(frozenset(pair) for pair in combinations(chosen, 2))

    def level(self) -> None:
        """Move regions along chains of judges while that makes two loads more equal."""
        while any(self._relieve(judge) for judge in self._by_load()):
            pass

    def _burden(
        self, judge: str, chosen: Sequence[str], met: Counter[frozenset[str]]
    ) -> tuple[int, int, str]:
        company = sum(met[frozenset((judge, other))] for other in chosen)
        return len(self.regions[judge]), company, judge

    def _by_load(self) -> list[str]:
        return sorted(self.regions, key=lambda judge: (-len(self.regions[judge]), judge))

    def _relieve(self, judge: str) -> bool:
        """Move one region on from a judge, over others, to one with at least two fewer."""
        most = len(self.regions[judge]) - 2
        if all(len(own) > most for own in self.regions.values()):
            return False
        came: dict[str, Pair] = {}
        waiting = deque([judge])
        while waiting:
            giver = waiting.popleft()
            for taker, code in self._moves(giver):
                if taker == judge or taker in came:
                    continue
                came[taker] = (giver, code)
                if len(self.regions[taker]) <= most:
                    self._move_along(came, taker, judge)
                    return True
                waiting.append(taker)
        return False

    def _moves(self, giver: str) -> Iterator[Pair]:
        """Yield each judge who could take a region over, with the first such region."""
        found: dict[str, str] = {}
        for code in sorted(self.regions[giver]):
            for taker in self._allowed[code]:
                if taker not in found and code not in self.regions[taker]:
                    found[taker] = code
            if len(found) == len(self.regions) - 1:
                break
        yield from sorted(found.items())

    def _move_along(self, came: dict[str, Pair], end: str, start: str) -> None:
        taker = end
        while taker != start:
            giver, code = came[taker]
            self.regions[giver].remove(code)
            self.regions[taker].add(code)
            taker = giver
