"""Krippendorff's alpha, exact: 1 is full agreement, 0 what chance would give.

Units are what was judged; each holds the values that judges gave, in any order. Units with fewer
than two values say nothing of agreement and are passed over.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Distance = Callable[[int, int], Fraction]


def interval_alpha(units: Iterable[Sequence[int]]) -> Fraction | None:
    """Return alpha for values whose differences mean something; None where nothing differs.

    The same as ``alpha`` with ``interval``, but in time that grows with the number of values.
    """
    observed = Fraction(0)
    count = total = squares = 0
    for unit in units:
        size = len(unit)
        if size < 2:
            continue
        added, squared = sum(unit), sum(value * value for value in unit)
        observed += Fraction(2 * (size * squared - added * added), size - 1)
        count, total, squares = count + size, total + added, squares + squared
    expected = 2 * (count * squares - total * total)
    if not expected:
        return None
    return 1 - Fraction(observed * (count - 1), expected)


def alpha(
    units: Iterable[Sequence[int]], metric: Callable[[Mapping[int, int]], Distance]
) -> Fraction | None:
    """Return alpha for any metric; None where nothing differs.

    Args:
        units: the values by unit.
        metric: ``nominal``, ``ordinal``, ``interval`` or ``ratio``.
    """
    pairable = [Counter(unit) for unit in units if len(unit) > 1]
    counts = sum(pairable, Counter[int]())
    distance = metric(counts)
    values = sorted(counts)
    apart = {(c, k): distance(c, k) for c in values for k in values if c < k}
    observed = Fraction(0)
    for unit in pairable:
        size = unit.total()
        own = sorted(unit)
        pairs = sum((unit[c] * unit[k] * apart[c, k] for c in own for k in own if c < k),
                    Fraction(0))  # fmt: skip
        observed += Fraction(pairs, size - 1)
    expected = sum((counts[c] * counts[k] * d for (c, k), d in apart.items()), Fraction(0))
    if not expected:
        return None
    return 1 - Fraction((counts.total() - 1) * observed, expected)


def nominal(_counts: Mapping[int, int]) -> Distance:
    """Values are names: they are the same or not."""
    return lambda c, k: Fraction(c != k)


def ordinal(counts: Mapping[int, int]) -> Distance:
    """Values are ranked: what lies between two of them tells how far they are apart."""
    values = sorted(counts)
    below = dict(zip(values, accumulate((counts[v] for v in values), initial=0), strict=False))

    def distance(c: int, k: int) -> Fraction:
        low, high = min(c, k), max(c, k)
        between = below[high] + counts[high] - below[low]
        return (between - Fraction(counts[c] + counts[k], 2)) ** 2

    return distance


def interval(_counts: Mapping[int, int]) -> Distance:
    """Differences between values mean something."""
    return lambda c, k: Fraction((c - k) ** 2)


def ratio(_counts: Mapping[int, int]) -> Distance:
    """Values are counted from a true zero."""
    return lambda c, k: Fraction(c - k, c + k) ** 2
