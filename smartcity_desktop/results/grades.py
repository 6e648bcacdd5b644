"""Grades, and totals as they are printed: enough digits that nothing looks equal that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.rounding import round_exactly, write_decimal
from smartcity_desktop.domain.rules import RoundingMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from smartcity_desktop.domain.rules import Grade, Rules


def find_grade(total: Fraction, grades: Iterable[Grade]) -> Grade | None:
    """Return the highest grade that the total reaches, None below the lowest."""
    reached = [grade for grade in grades if grade.lowest <= total]
    return max(reached, key=lambda grade: grade.lowest, default=None)


def print_totals(rules: Rules, totals: Iterable[Fraction]) -> Mapping[Fraction, str]:
    """Return how each total is printed, with a decimal point.

    With the instrument's decimals; with more where two different totals would look equal, or
    where a total would look as if it stood on the other side of a grade's or a band's limit.
    """
    ordered = sorted(set(totals))
    limits = [grade.lowest for grade in rules.grades]
    limits += [band.minimum_total for band in rules.bands if band.minimum_total is not None]
    printed = {}
    for at, total in enumerate(ordered):
        neighbours = ordered[max(0, at - 1) : at] + ordered[at + 1 : at + 2]
        decimals = rules.decimals
        while _misleads(total, neighbours, limits, decimals):
            decimals += 1
        printed[total] = write_decimal(total, decimals)
    return printed


def _misleads(
    total: Fraction, neighbours: Iterable[Fraction], limits: Iterable[Fraction], decimals: int
) -> bool:
    shown = _shown(total, decimals)
    return any(shown == _shown(other, decimals) for other in neighbours) or any(
        (total >= limit) is not (shown >= limit) for limit in limits
    )


def _shown(total: Fraction, decimals: int) -> Fraction:
    return round_exactly(total, decimals, RoundingMode.HALF_UP)
