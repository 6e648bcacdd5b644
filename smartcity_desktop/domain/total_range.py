"""The lowest and the highest final value that an instrument can give."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.rounding import round_exactly
from smartcity_desktop.domain.rules import CombineAt, Stage, WeightKind

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument


def total_range(instrument: Instrument) -> tuple[Fraction, Fraction]:
    """Return the ends between which every final value lies, both of them reachable.

    They are what comes out when all judges give every indicator its smallest, or its largest,
    permitted value: weights are positive, and mean, median, trimmed mean and rounding never turn
    an order round. Roundings count, so the ends can lie a little outside the scale.
    """
    return (
        _total(instrument, [i.scale.exact(i.scale.minimum) for i in instrument.indicators()]),
        _total(instrument, [i.scale.exact(i.scale.maximum) for i in instrument.indicators()]),
    )


def _total(instrument: Instrument, values: list[Fraction]) -> Fraction:
    """Return the final value when all judges agree on these values, in instrument order."""
    by_id = dict(zip((i.id for i in instrument.indicators()), values, strict=True))
    total = Fraction(0)
    for dimension in instrument.dimensions:
        parts = [
            _weighted(instrument, dimension, indicator, by_id[indicator.id])
            for indicator in dimension.all_indicators()
        ]
        factor, share = Fraction(1), instrument.weight_in_total(dimension)
        if instrument.rules.weights is WeightKind.FACTOR:
            factor, share = share, factor
        figure = _rounded(instrument, Stage.DIMENSION, factor * sum(parts, Fraction(0)))
        if instrument.rules.combine_at is CombineAt.DIMENSION:
            figure = _rounded(instrument, Stage.JUDGES, figure)
        total += share * figure
    total = _rounded(instrument, Stage.TOTAL, total)
    if instrument.rules.combine_at is CombineAt.TOTAL:
        total = _rounded(instrument, Stage.JUDGES, total)
    return total


def _weighted(
    instrument: Instrument, dimension: Dimension, indicator: Indicator, value: Fraction
) -> Fraction:
    if instrument.rules.combine_at is CombineAt.INDICATOR:
        value = _rounded(instrument, Stage.JUDGES, value)
    factor = instrument.weight_in_dimension(dimension, indicator)
    return _rounded(instrument, Stage.WEIGHT, factor * value)


def _rounded(instrument: Instrument, stage: Stage, value: Fraction) -> Fraction:
    rounding = instrument.rules.rounding_after(stage)
    return round_exactly(value, rounding.decimals, rounding.mode) if rounding else value
