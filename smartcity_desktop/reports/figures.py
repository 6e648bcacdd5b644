"""Exact numbers as decimal figures with a point; nothing is calculated with what is printed."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.rules import RoundingMode

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
    return _exact_figure(value.numerator, value.denominator, least)


@lru_cache(maxsize=65536)
def _exact_figure(numerator: int, denominator: int, least: int) -> str:
    """Return the figure; whole numbers are found again much faster than fractions."""
    value = Fraction(numerator, denominator)
    for places in range(least, MOST_DECIMALS + 1):
        if 10**places % denominator == 0:
            return decimal_figure(value, places)
    return f"≈{decimal_figure(value, MOST_DECIMALS)}"
