"""The unit in which fractions become integers together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def least_common_multiple(numbers: Iterable[int]) -> int:
    """Return the least common multiple of positive integers, 1 of none."""
    multiple = 1
    for number in numbers:
        multiple *= Fraction(number, multiple).numerator
    return multiple
