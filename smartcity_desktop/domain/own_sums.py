"""One judge's sums for many regions: the figures of ``own_figures``, with the weights read once."""

from __future__ import annotations

from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.own_figures import factor_of_sum, product_factor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Instrument


class OwnSum(Struct, frozen=True):
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
        self._parts: list[tuple[slice, _Weights]] = []
        in_total: list[Fraction] = []
        for dimension in instrument.dimensions:
            factors = [
                product_factor(instrument, dimension, indicator) * indicator.scale.exact(1)
                for indicator in dimension.all_indicators()
            ]
            place = slice(len(in_total), len(in_total) + len(factors))
            self._parts.append((place, _Weights(factors)))
            in_total += [factor_of_sum(instrument, dimension) * factor for factor in factors]
        self._total = _Weights(in_total)
        scales = [indicator.scale for indicator in instrument.indicators()]
        self.ends = tuple(
            (
                weights.apply([scale.minimum for scale in scales[place]]),
                weights.apply([scale.maximum for scale in scales[place]]),
            )
            for place, weights in self._parts
        )

    def add_up(self, values: Sequence[int | None]) -> OwnSum:
        """Return the sums of a sheet's values (integers x 10**decimals, in instrument order)."""
        return OwnSum(
            tuple(_sum(weights, values[place]) for place, weights in self._parts),
            _sum(self._total, values),
        )


class _Weights:
    """Weights as whole numbers over one denominator, instead of a fraction each."""

    def __init__(self, factors: Sequence[Fraction]) -> None:
        self._denominator = 1
        for factor in factors:
            # What a denominator adds is what it does not share with those before.
            self._denominator *= Fraction(self._denominator, factor.denominator).denominator
        self._whole = tuple(int(factor * self._denominator) for factor in factors)

    def apply(self, values: Sequence[int]) -> Fraction:
        return Fraction(sum(map(mul, self._whole, values)), self._denominator)


def _sum(weights: _Weights, values: Sequence[int | None]) -> Fraction | None:
    if None in values:
        return None
    return weights.apply([value for value in values if value is not None])
