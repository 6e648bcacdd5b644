"""Exact numbers as decimal figures with a point; nothing is calculated with what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.rules import RoundingMode

if TYPE_CHECKING:
    from fractions import Fraction

MOST_DECIMALS = 6


def decimal_figure(value: Fraction, decimals: int) -> str:
    """Return a number with a fixed count of decimals, halves away from zero."""
    return write_decimal(value, decimals, RoundingMode.HALF_UP)


def exact_figure(value: Fraction, least: int = 0) -> str:
    """Return a number with all its decimals where they end early, else rounded and marked.

    Args:
        value: exact.
        least: decimals to print at least.
    """
    for places in range(least, MOST_DECIMALS + 1):
        if 10**places % value.denominator == 0:
            return decimal_figure(value, places)
    return f"≈{decimal_figure(value, MOST_DECIMALS)}"
