"""Exact numbers: from what stands in the file, and into sentences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.instruments.limits import MOST_DIGITS


def exact_number(value: int | Decimal) -> Fraction | Message:
    """Return a number of the file exactly, or the sentence that says why it cannot be used."""
    if isinstance(value, Decimal) and not value.is_finite():
        return message("{number} is no number that can be reckoned with.", number=str(value))
    if _digits(value) > MOST_DIGITS:
        return message("A number has at most {most} digits.", most=MOST_DIGITS)
    return Fraction(value)


def decimals_of(value: Fraction) -> int:
    """Return how many decimals a number needs; zeros at the end do not count.

    Only for numbers that end: those of the file do.
    """
    decimals = 0
    while 10**decimals % value.denominator:
        decimals += 1
    return decimals


def write_figure(value: Fraction) -> str:
    """Return a number for a sentence, with as many decimals as it needs, at most fifteen."""
    ends = 10**MOST_DIGITS % value.denominator == 0
    return write_decimal(value, decimals_of(value) if ends else MOST_DIGITS)


def _digits(value: int | Decimal) -> int:
    """Return how many digits the number has when it is written out."""
    if isinstance(value, int):
        return MOST_DIGITS + 1 if abs(value) >= 10**MOST_DIGITS else len(str(abs(value)))
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise TypeError("not finite")
    return max(len(digits) + exponent, 1) + max(-exponent, 0)
