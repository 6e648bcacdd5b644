"""The rules once more, written as plainly as the text of the instrument format reads.

Fractions only, one region at a time, no common units: slow, and easy to compare with the text.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rules import Combine, CombineAt, RoundingMode, Stage, WeightKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.instrument import Dimension, Instrument

    Number = Fraction | None

EXACT = Context(prec=200)


class Expected(Struct, frozen=True):
    dimensions: tuple[Number, ...]
    exact: Number
    final: Number
    median: Number


def round_with_decimal(value: Fraction, decimals: int, mode: RoundingMode) -> Fraction:
    """Rounds by the decimal module; enough digits that the quotient itself cannot mislead."""
    kind = ROUND_HALF_UP if mode is RoundingMode.HALF_UP else ROUND_HALF_EVEN
    scaled = value * 2 * 10**decimals
    if scaled.denominator != 1:  # no half: away from it by at least 1 / denominator
        quotient = EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    else:
        quotient = EXACT.divide(Decimal(scaled.numerator), Decimal(2 * 10**decimals))
    return Fraction(quotient.quantize(Decimal(1).scaleb(-decimals), kind, EXACT))


class Reference:
    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.rules = instrument.rules

    def after(self, stage: Stage, value: Number) -> Number:
        declared = self.rules.rounding_after(stage)
        if value is None or declared is None:
            return value
        return round_with_decimal(value, declared.decimals, declared.mode)

    def combine(self, values: Sequence[Fraction]) -> Number:
        rules = self.rules
        trim = rules.trim_low + rules.trim_high
        needed = rules.minimum_scores
        if rules.combine_judges is Combine.TRIMMED_MEAN:
            needed = max(needed, trim + 1)
        if len(values) < max(needed, 1):
            return None
        ordered = sorted(values)
        if rules.combine_judges is Combine.MEDIAN:
            half = len(ordered) // 2
            return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
        if rules.combine_judges is Combine.TRIMMED_MEAN:
            ordered = ordered[rules.trim_low : len(ordered) - rules.trim_high]
        return sum(ordered, Fraction(0)) / len(ordered)

    def dimension(self, dimension: Dimension, values: Sequence[Number]) -> Number:
        found = Fraction(0)
        for indicator, value in zip(dimension.all_indicators(), values, strict=True):
            if value is None:
                return None
            weight = self.instrument.weight_in_dimension(dimension, indicator)
            found += self.after(Stage.WEIGHT, weight * value) or 0
        if self.rules.weights is WeightKind.FACTOR:
            found *= dimension.weight
        return self.after(Stage.DIMENSION, found)

    def total(self, dimensions: Sequence[Number]) -> Number:
        found = Fraction(0)
        for dimension, value in zip(self.instrument.dimensions, dimensions, strict=True):
            if value is None:
                return None
            factor = self.rules.weights is WeightKind.FACTOR
            found += value if factor else value * dimension.weight / 100
        return found

    def own_values(self, sheet: CountedSheet) -> list[Number]:
        return [
            None if value is None else indicator.scale.exact(value)
            for indicator, value in zip(self.instrument.indicators(), sheet.values, strict=True)
        ]

    def split(self, values: Sequence[Number]) -> list[Sequence[Number]]:
        parts, first = [], 0
        for dimension in self.instrument.dimensions:
            count = len(list(dimension.all_indicators()))
            parts.append(values[first : first + count])
            first += count
        return parts

    def dimensions(self, values: Sequence[Number]) -> list[Number]:
        parts = zip(self.instrument.dimensions, self.split(values), strict=True)
        return [self.dimension(dimension, part) for dimension, part in parts]

    def columns(self, rows: Sequence[Sequence[Number]], width: int) -> list[list[Fraction]]:
        return [[v for row in rows if (v := row[at]) is not None] for at in range(width)]

    def region(self, sheets: Sequence[CountedSheet]) -> Expected:
        rows = [self.own_values(sheet) for sheet in sheets]
        dimensions, exact, last = self.combined(rows)
        if len(rows) < self.rules.minimum_judges:
            exact = None
        return Expected(tuple(dimensions), exact, self.after(last, exact), self.median(rows))

    def combined(self, rows: Sequence[Sequence[Number]]) -> tuple[list[Number], Number, Stage]:
        if self.rules.combine_at is CombineAt.INDICATOR:
            columns = self.columns(rows, len(self.instrument.indicators()))
            values = [self.after(Stage.JUDGES, self.combine(column)) for column in columns]
            dimensions = self.dimensions(values)
            return dimensions, self.total(dimensions), Stage.TOTAL
        own = [self.dimensions(row) for row in rows]
        columns = self.columns(own, len(self.instrument.dimensions))
        if self.rules.combine_at is CombineAt.DIMENSION:
            dimensions = [self.after(Stage.JUDGES, self.combine(column)) for column in columns]
            return dimensions, self.total(dimensions), Stage.TOTAL
        totals = [self.after(Stage.TOTAL, self.total(row)) for row in own]
        whole = [total for total in totals if total is not None]
        return [self.combine(column) for column in columns], self.combine(whole), Stage.JUDGES

    def median(self, rows: Sequence[Sequence[Number]]) -> Number:
        own = []
        for row in rows:
            total = Fraction(0)
            for dimension, part in zip(self.instrument.dimensions, self.split(row), strict=True):
                share = dimension.weight
                if self.rules.weights is not WeightKind.FACTOR:
                    share /= 100
                for indicator, value in zip(dimension.all_indicators(), part, strict=True):
                    weight = self.instrument.weight_in_dimension(dimension, indicator)
                    total += share * weight * (value or 0)
            if None not in row:
                own.append(total)
        if not own:
            return None
        own.sort()
        half = len(own) // 2
        return own[half] if len(own) % 2 else (own[half - 1] + own[half]) / 2
