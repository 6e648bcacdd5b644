"""How strict each judge is, compared with the others on the same regions: least squares, exact.

A value is taken as region + judge + rest. Judges who share no region, not even through others,
cannot be compared: they fall into groups, and the judges of each group average zero.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.judging import JudgeEffect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Given = Mapping[str, Mapping[str, int]]
    """Values by judge, then region."""


def judge_effects(given: Given) -> tuple[JudgeEffect, ...]:
    """Return every judge with a value, sorted by id."""
    by_region: dict[str, dict[str, int]] = defaultdict(dict)
    for judge, values in given.items():
        for region, value in values.items():
            by_region[region][judge] = value
    found: dict[str, JudgeEffect] = {}
    for number, group in enumerate(_groups(given, by_region), start=1):
        effects = _solve(group, by_region) if len(group) > 1 else {}
        merits = _merits(effects, by_region)
        for judge in group:
            found[judge] = _effect(judge, number, given[judge], effects, merits)
    return tuple(found[judge] for judge in sorted(found))


def _groups(given: Given, by_region: Mapping[str, Mapping[str, int]]) -> list[list[str]]:
    """Return the judges who can be compared, group by group, all sorted."""
    open_ones = {judge for judge, values in given.items() if values}
    groups = []
    while open_ones:
        reached, waiting = set(), [min(open_ones)]
        while waiting:
            judge = waiting.pop()
            if judge not in reached:
                reached.add(judge)
                waiting += [other for region in given[judge] for other in by_region[region]]
        open_ones -= reached
        groups.append(sorted(reached))
    return groups


def _solve(group: Sequence[str], by_region: Mapping[str, Mapping[str, int]]) -> dict[str, Fraction]:
    """Solve the normal equations of one group with the regions already eliminated."""
    place = {judge: n for n, judge in enumerate(group)}
    size = len(group)
    rows = [[Fraction(0)] * (size + 1) for _ in group]
    for values in by_region.values():
        if next(iter(values)) not in place:
            continue
        share = Fraction(1, len(values))
        mean = share * sum(values.values())
        for judge, value in values.items():
            row = rows[place[judge]]
            row[place[judge]] += 1
            row[size] += value - mean
            for other in values:
                row[place[other]] -= share
    rows[-1] = [Fraction(1)] * size + [Fraction(0)]  # the effects of a group average zero
    return dict(zip(group, _eliminate(rows), strict=True))


def _eliminate(rows: list[list[Fraction]]) -> list[Fraction]:
    size = len(rows)
    for column in range(size):
        pivot = next(n for n in range(column, size) if rows[n][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column]
        for n in range(column + 1, size):
            row = rows[n]
            factor = Fraction(row[column], head[column])
            if factor:
                for k in range(column, size + 1):
                    row[k] -= factor * head[k]
    found = [Fraction(0)] * size
    for n in reversed(range(size)):
        rest = rows[n][size] - sum((rows[n][k] * found[k] for k in range(n + 1, size)), Fraction(0))
        found[n] = Fraction(rest, rows[n][n])
    return found


def _merits(
    effects: Mapping[str, Fraction], by_region: Mapping[str, Mapping[str, int]]
) -> dict[str, Fraction]:
    """Return what is left of every region's values when the judges' effects are taken away."""
    found = {}
    for region, values in by_region.items():
        if next(iter(values)) in effects:
            strict = sum((effects[judge] for judge in values), Fraction(0))
            found[region] = Fraction(sum(values.values()) - strict, len(values))
    return found


def _effect(
    judge: str, group: int, values: Mapping[str, int], effects: Mapping[str, Fraction],
    merits: Mapping[str, Fraction],
) -> JudgeEffect:  # fmt: skip
    mean = Fraction(sum(values.values()), len(values))
    own = effects.get(judge)
    if own is None:
        return JudgeEffect(judge, len(values), mean, None, None, group)
    rest = sum((abs(v - merits[region] - own) for region, v in values.items()), Fraction(0))
    return JudgeEffect(judge, len(values), mean, own, Fraction(rest, len(values)), group)
