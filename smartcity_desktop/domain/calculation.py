"""The way from one row of values to a total, with every figure on the way, as paper shows it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rounding import round_exactly
from smartcity_desktop.domain.rules import Stage, WeightKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument


class Line(Struct, frozen=True):
    """One indicator: value times weight is the product, rounded after ``weight`` if declared.

    Attributes:
        weight: the factor by which the value enters its dimension.
        value, product: None where there is no value.
    """

    indicator: Indicator
    weight: Fraction
    value: Fraction | None
    product: Fraction | None


class Part(Struct, frozen=True):
    """One dimension.

    Attributes:
        sum: the products added up. factor: what multiplies the sum; 1 unless weights are plain
            factors. value: after that and the rounding after ``dimension``.
        share: of the value in the total; 1 where weights are plain factors.
        sum, value, contribution: None where a value is missing.
    """

    dimension: Dimension
    lines: tuple[Line, ...]
    sum: Fraction | None
    factor: Fraction
    value: Fraction | None
    share: Fraction
    contribution: Fraction | None


class Calculation(Struct, frozen=True):
    """A whole calculation; the total is before any rounding of its own."""

    parts: tuple[Part, ...]
    total: Fraction | None


def calculate(instrument: Instrument, values: Sequence[Fraction | None]) -> Calculation:
    """Weigh and add up one row of values, in instrument order.

    The roundings after ``weight`` and ``dimension`` are made; those after ``judges`` and
    ``total`` are the caller's, because only the caller knows whose values these are.
    """
    given = iter(values)
    parts = tuple(
        _part(
            instrument,
            dimension,
            tuple(
                _line(instrument, dimension, indicator, next(given))
                for indicator in dimension.all_indicators()
            ),
        )
        for dimension in instrument.dimensions
    )
    return Calculation(parts, _whole([part.contribution for part in parts]))


def round_after(instrument: Instrument, stage: Stage, value: Fraction) -> Fraction:
    """Return a value as it is after a stage."""
    rounding = instrument.rules.rounding_after(stage)
    return round_exactly(value, rounding.decimals, rounding.mode) if rounding else value


def factor_and_share(instrument: Instrument, dimension: Dimension) -> tuple[Fraction, Fraction]:
    """Return what multiplies a dimension's sum, and its value's share in the total."""
    weight = instrument.weight_in_total(dimension)
    plain = instrument.rules.weights is WeightKind.FACTOR
    return (weight, Fraction(1)) if plain else (Fraction(1), weight)


def _line(
    instrument: Instrument, dimension: Dimension, indicator: Indicator, value: Fraction | None
) -> Line:
    weight = instrument.weight_in_dimension(dimension, indicator)
    product = None if value is None else round_after(instrument, Stage.WEIGHT, weight * value)
    return Line(indicator, weight, value, product)


def _part(instrument: Instrument, dimension: Dimension, lines: tuple[Line, ...]) -> Part:
    factor, share = factor_and_share(instrument, dimension)
    added = _whole([line.product for line in lines])
    if added is None:
        return Part(dimension, lines, None, factor, None, share, None)
    value = round_after(instrument, Stage.DIMENSION, factor * added)
    return Part(dimension, lines, added, factor, value, share, share * value)


def _whole(values: Sequence[Fraction | None]) -> Fraction | None:
    """Return the sum, None when something is missing."""
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None
