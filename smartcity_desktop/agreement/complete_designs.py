"""What can be said only when every judge scored every region: Kendall's W and the ICC."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.judging import Concordance, Intraclass

if TYPE_CHECKING:
    from collections.abc import Sequence


def kendalls_w(judges: Sequence[Sequence[int]]) -> Concordance | None:
    """Return how alike the judges order the regions: 1 alike, 0 not at all.

    Args:
        judges: each judge's values of the same regions in the same order.
    """
    raters = len(judges)
    regions = len(judges[0]) if judges else 0
    if raters < 2 or regions < 2:
        return None
    ranks = [_doubled_ranks(row) for row in judges]
    sums = [sum(column) for column in zip(*ranks, strict=True)]
    mean = Fraction(sum(sums), regions)
    squares = Fraction(sum(((s - mean) ** 2 for s in sums), Fraction(0)), 4)
    ties = sum(count**3 - count for row in judges for count in Counter(row).values())
    most = raters**2 * (regions**3 - regions) - raters * ties
    if not most:
        return None
    w = Fraction(12 * squares, most)
    return Concordance(w, raters * (regions - 1) * w, regions - 1)


def _doubled_ranks(values: Sequence[int]) -> list[int]:
    """Return twice the rank of every value; equal values share the mean of their ranks."""
    counts = Counter(values)
    rank: dict[int, int] = {}
    below = 0
    for value in sorted(counts):
        rank[value] = 2 * below + counts[value] + 1
        below += counts[value]
    return [rank[value] for value in values]


def intraclass(regions: Sequence[Sequence[int]]) -> Intraclass | None:
    """Return how much of the spread of values is the regions' own.

    Args:
        regions: each region's values by the same judges in the same order.
    """
    rows = len(regions)
    raters = len(regions[0]) if regions else 0
    if rows < 2 or raters < 2:
        return None
    grand = Fraction(sum(map(sum, regions)), rows * raters)
    between = raters * sum(((Fraction(sum(r), raters) - grand) ** 2 for r in regions), Fraction(0))
    columns = list(zip(*regions, strict=True))
    judges = rows * sum(((Fraction(sum(c), rows) - grand) ** 2 for c in columns), Fraction(0))
    whole = sum(((value - grand) ** 2 for row in regions for value in row), Fraction(0))
    msr, msc = Fraction(between, rows - 1), Fraction(judges, raters - 1)
    mse = Fraction(whole - between - judges, (rows - 1) * (raters - 1))
    single = msr + (raters - 1) * mse + Fraction(raters, rows) * (msc - mse)
    mean = msr + Fraction(msc - mse, rows)
    if not single or not mean:
        return None
    return Intraclass(Fraction(msr - mse, single), Fraction(msr - mse, mean))
