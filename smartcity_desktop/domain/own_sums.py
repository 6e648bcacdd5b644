"""One judge's sums for many regions: the figures of ``own_figures``, with the weights read once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING

from smartcity_desktop.domain.own_figures import factor_of_sum, product_factor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Dimension, Instrument


@dataclass(frozen=True, slots=True)
class OwnSum:
    """What one sheet adds up to.

    Attributes:
        dimensions: one sum a dimension, in instrument order; None where an indicator of it was
            not scored.
        total: None when any of them is.
    """

    dimensions: tuple[Fraction | None, ...]
    total: Fraction | None


class OwnSums:
    """Adds up sheets of one instrument.

    Attributes:
        ends: of every dimension, in instrument order: the sums of the smallest and of the largest
            permitted values, between which every sum lies.
    """

    def __init__(self, instrument: Instrument) -> None:
        """Read the weights."""
        self._parts = tuple(_Part(instrument, dimension) for dimension in instrument.dimensions)
        self.ends = tuple(part.ends for part in self._parts)

    def add_up(self, values: Sequence[int | None]) -> OwnSum:
        """Return the sums of a sheet's values (integers x 10**decimals, in instrument order)."""
        given = iter(values)
        sums = tuple(part.sum([next(given) for _ in part.weights]) for part in self._parts)
        known = [
            part.factor * value
            for part, value in zip(self._parts, sums, strict=True)
            if value is not None
        ]
        return OwnSum(sums, sum(known, Fraction(0)) if len(known) == len(sums) else None)


class _Part:
    """One dimension: whole numbers over one denominator instead of a fraction each."""

    def __init__(self, instrument: Instrument, dimension: Dimension) -> None:
        factors = [
            product_factor(instrument, dimension, indicator) * indicator.scale.exact(1)
            for indicator in dimension.all_indicators()
        ]
        self.denominator = 1
        for factor in factors:
            # What a denominator adds is what it does not share with those before.
            self.denominator *= Fraction(self.denominator, factor.denominator).denominator
        self.weights = tuple(int(factor * self.denominator) for factor in factors)
        self.factor = factor_of_sum(instrument, dimension)
        scales = [indicator.scale for indicator in dimension.all_indicators()]
        self.ends = (
            self.whole_sum([scale.minimum for scale in scales]),
            self.whole_sum([scale.maximum for scale in scales]),
        )

    def sum(self, values: Sequence[int | None]) -> Fraction | None:
        known = [value for value in values if value is not None]
        return self.whole_sum(known) if len(known) == len(self.weights) else None

    def whole_sum(self, values: Sequence[int]) -> Fraction:
        return Fraction(sum(map(mul, self.weights, values)), self.denominator)
