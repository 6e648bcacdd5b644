"""One judge's own products and sums for one region: exact, before any rounding of the rules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rules import WeightKind

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument
    from smartcity_desktop.domain.score_sheet import ScoreSheet

MOST_PLACES = 6


class OwnLine(Struct, frozen=True):
    """One indicator on a judge's sheet; value and product are None where nothing was scored."""

    indicator: Indicator
    weight: Fraction
    value: Fraction | None
    product: Fraction | None


class OwnDimension(Struct, frozen=True):
    """One dimension on a judge's sheet; the sum is None when an indicator was not scored."""

    dimension: Dimension
    lines: tuple[OwnLine, ...]
    sum: Fraction | None


class OwnFigures(Struct, frozen=True):
    """A judge's figures for one region; the total is None when any dimension's sum is."""

    dimensions: tuple[OwnDimension, ...]
    total: Fraction | None


def own_figures(instrument: Instrument, sheet: ScoreSheet) -> OwnFigures:
    """Multiply and add up one sheet.

    With ``percent`` and ``factor`` weights the products of a dimension add up to the dimension's
    figure, which then enters the total by the dimension's weight; with ``share`` weights the
    products add up to the total directly.
    """
    position = 0
    dimensions = []
    for dimension in instrument.dimensions:
        count = sum(1 for _ in dimension.all_indicators())
        values = sheet.values[position : position + count]
        dimensions.append(_dimension(instrument, dimension, values))
        position += count
    parts = [factor_of_sum(instrument, d.dimension) * d.sum for d in dimensions
             if d.sum is not None]  # fmt: skip
    total = sum(parts, Fraction(0)) if len(parts) == len(dimensions) else None
    return OwnFigures(tuple(dimensions), total)


def factor_of_sum(instrument: Instrument, dimension: Dimension) -> Fraction:
    """Return by what a dimension's printed sum enters the total."""
    if instrument.rules.weights is WeightKind.SHARE:
        return Fraction(1)
    return instrument.weight_in_total(dimension)


def printed_weight(instrument: Instrument, dimension: Dimension, indicator: Indicator) -> Fraction:
    """Return an indicator's weight as the column shows it: percent, share or multiplier."""
    kind = instrument.rules.weights
    if kind is WeightKind.SHARE:
        return indicator.weight
    inner = instrument.weight_in_dimension(dimension, indicator)
    return inner * 100 if kind is WeightKind.PERCENT else inner


def product_places(instrument: Instrument) -> int:
    """Return how many decimals show every product of this instrument exactly, from 2 to 6."""
    products = [
        product_factor(instrument, dimension, indicator) * Fraction(1, 10**indicator.scale.decimals)
        for dimension in instrument.dimensions
        for indicator in dimension.all_indicators()
    ]
    sums = [
        product * factor_of_sum(instrument, dimension)
        for dimension in instrument.dimensions
        for product in products
    ]
    for places in range(2, MOST_PLACES):
        if all((value * 10**places).denominator == 1 for value in (*products, *sums)):
            return places
    return MOST_PLACES


def _dimension(
    instrument: Instrument, dimension: Dimension, values: tuple[int | None, ...]
) -> OwnDimension:
    lines = []
    for indicator, raw in zip(dimension.all_indicators(), values, strict=True):
        value = None if raw is None else indicator.scale.exact(raw)
        product = (
            None if value is None else value * product_factor(instrument, dimension, indicator)
        )
        weight = printed_weight(instrument, dimension, indicator)
        lines.append(OwnLine(indicator, weight, value, product))
    products = [line.product for line in lines if line.product is not None]
    whole = sum(products, Fraction(0)) if len(products) == len(lines) else None
    return OwnDimension(dimension, tuple(lines), whole)


def product_factor(instrument: Instrument, dimension: Dimension, indicator: Indicator) -> Fraction:
    """Return by what a value is multiplied to give its product."""
    weight = printed_weight(instrument, dimension, indicator)
    return weight if instrument.rules.weights is WeightKind.FACTOR else weight * Fraction(1, 100)
