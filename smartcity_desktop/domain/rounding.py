"""Exact rounding of fractions to a number of decimals, and the figures that print them."""

from __future__ import annotations

from fractions import Fraction

from smartcity_desktop.domain.rules import RoundingMode


def round_exactly(value: Fraction, decimals: int, mode: RoundingMode) -> Fraction:
    """Return the value rounded to so many decimals; ``half_up`` goes away from zero."""
    return Fraction(_steps(value, decimals, mode), 10**decimals)


def write_decimal(
    value: Fraction | int, decimals: int, mode: RoundingMode = RoundingMode.HALF_UP
) -> str:
    """Return ``87.45``: always so many decimals, a decimal point, no grouping, never ``-0``."""
    steps = _steps(Fraction(value), decimals, mode)
    digits = str(abs(steps)).rjust(decimals + 1, "0")
    sign = "-" if steps < 0 else ""
    if decimals == 0:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def _steps(value: Fraction, decimals: int, mode: RoundingMode) -> int:
    """Return the rounded value counted in units of the last decimal."""
    scale: int = 10**decimals
    whole, rest = divmod(abs(value.numerator) * scale, value.denominator)
    twice = 2 * rest
    up = twice > value.denominator or (
        twice == value.denominator and (mode is RoundingMode.HALF_UP or whole % 2 == 1)
    )
    size = whole + int(up)
    return -size if value < 0 else size
