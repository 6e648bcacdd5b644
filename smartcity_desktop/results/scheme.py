"""An instrument's weights as integers over common units, so that sums stay integers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.results.multiples import least_common_multiple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.instrument import Dimension, Instrument


class Scheme(Struct, frozen=True):
    """The arithmetic of one instrument; tuples are in instrument order.

    Attributes:
        base: a sheet's integers, times their ``scales``, count units of 1/base. ``scales`` is
            empty where every indicator has the same decimals.
        weights: of each indicator in its dimension, in units of 1/weight_unit.
        parts: where each dimension's indicators lie among all indicators.
        factors: what a dimension's sum is multiplied by, in units of 1/factor_unit; 1 unless
            weights are plain factors.
        shares: of each dimension's value in the total, in units of 1/share_unit.
        own_weights: of each indicator in a judge's own unrounded total, in units of 1/own_unit.
    """

    base: int
    scales: tuple[int, ...]
    weights: tuple[int, ...]
    weight_unit: int
    parts: tuple[slice, ...]
    factors: tuple[int, ...]
    factor_unit: int
    shares: tuple[int, ...]
    share_unit: int
    own_weights: tuple[int, ...]
    own_unit: int


def make_scheme(instrument: Instrument) -> Scheme:
    """Read the weights of an instrument once."""
    decimals = [indicator.scale.decimals for indicator in instrument.indicators()]
    most = max(decimals, default=0)
    inside, factors, shares = [], [], []
    for dimension in instrument.dimensions:
        weight = instrument.weight_in_total(dimension)
        plain = instrument.rules.weights is WeightKind.FACTOR
        factors.append(weight if plain else Fraction(1))
        shares.append(Fraction(1) if plain else weight)
        inside.append(
            [instrument.weight_in_dimension(dimension, i) for i in dimension.all_indicators()]
        )
    weights, weight_unit = over_common_unit(weight for part in inside for weight in part)
    factor_numbers, factor_unit = over_common_unit(factors)
    share_numbers, share_unit = over_common_unit(shares)
    own_weights, own_unit = over_common_unit(
        weight * factor * share
        for part, factor, share in zip(inside, factors, shares, strict=True)
        for weight in part
    )
    return Scheme(
        base=10**most,
        scales=tuple(10 ** (most - d) for d in decimals) if len(set(decimals)) > 1 else (),
        weights=weights,
        weight_unit=weight_unit,
        parts=tuple(_parts(instrument.dimensions)),
        factors=factor_numbers,
        factor_unit=factor_unit,
        shares=share_numbers,
        share_unit=share_unit,
        own_weights=own_weights,
        own_unit=own_unit,
    )


def over_common_unit(numbers: Iterable[Fraction]) -> tuple[tuple[int, ...], int]:
    """Return the numbers as integers, and the unit they count: value = integer / unit."""
    exact = tuple(numbers)
    unit = least_common_multiple(number.denominator for number in exact)
    return tuple(number.numerator * (unit // number.denominator) for number in exact), unit


def _parts(dimensions: Iterable[Dimension]) -> Iterator[slice]:
    first = 0
    for dimension in dimensions:
        count = sum(1 for _ in dimension.all_indicators())
        yield slice(first, first + count)
        first += count
