"""How firmly the ranks stand: other juries drawn from the same judges, other weights."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.judging import RankBand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartcity_desktop.agreement.draws import Draws

WHOLE = 1 << 16
"""What drawn weights add up to."""

FINE = 1 << 40
"""Means are compared in these parts of a unit."""

TAIL = 20
"""One part in so many is left out at either end of a band of ranks."""


def bands_by_judges(
    values: Sequence[Mapping[str, int]], draws: Draws, rounds: int, places: int
) -> tuple[RankBand, ...]:
    """Draw juries of the same size from the same judges, with repetition, and rank anew.

    Args:
        values: each region's values by judge.
        draws: where the numbers come from.
        rounds: how many juries to draw.
        places: how many regions are selected; 0 for none.
    """
    judges = sorted({judge for row in values for judge in row})
    place = {judge: n for n, judge in enumerate(judges)}
    rows = [[(place[judge], value) for judge, value in row.items()] for row in values]
    plain = [_mean(row, [1] * len(judges)) for row in rows]

    def totals() -> Iterator[list[int]]:
        for _ in range(rounds):
            times = [0] * len(judges)
            for _ in judges:
                times[draws.below(len(judges))] += 1
            yield [_mean(row, times, usual) for row, usual in zip(rows, plain, strict=True)]

    return _bands(totals(), len(values), rounds, places)


def bands_by_weights(
    values: Sequence[Sequence[int]], draws: Draws, rounds: int, places: int
) -> tuple[RankBand, ...]:
    """Draw weights of the dimensions, all divisions equally likely, and rank anew.

    Args:
        values: each region's values by dimension, all on one scale.
        draws: where the numbers come from.
        rounds: how many sets of weights to draw.
        places: how many regions are selected; 0 for none.
    """
    width = len(values[0]) if values else 0

    def totals() -> Iterator[list[int]]:
        for _ in range(rounds):
            weights = draws.shares(width, WHOLE)
            yield [sum(w * v for w, v in zip(weights, row, strict=True)) for row in values]

    return _bands(totals(), len(values), rounds, places)


def _mean(row: Sequence[tuple[int, int]], times: Sequence[int], usual: int = 0) -> int:
    """Return the weighted mean in fine parts; ``usual`` where none of the judges was drawn."""
    weight = added = 0
    for judge, value in row:
        count = times[judge]
        weight += count
        added += count * value
    return FINE * added // weight if weight else usual


def _bands(
    rounds: Iterable[Sequence[int]], size: int, count: int, places: int
) -> tuple[RankBand, ...]:
    ranks: list[list[int]] = [[] for _ in range(size)]
    kept = [0] * size
    for totals in rounds:
        for region, rank in enumerate(_competition_ranks(totals)):
            ranks[region].append(rank)
            kept[region] += rank <= places
    left_out = count // TAIL
    found = []
    for own, times in zip(ranks, kept, strict=True):
        own.sort()
        share = Fraction(times, count) if places else None
        found.append(RankBand(own[left_out], own[-1 - left_out], share))
    return tuple(found)


def _competition_ranks(totals: Sequence[int]) -> list[int]:
    first: dict[int, int] = {}
    for place, total in enumerate(sorted(totals, reverse=True), start=1):
        first.setdefault(total, place)
    return [first[total] for total in totals]
