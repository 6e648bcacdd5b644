"""The steps from indicator values to a total, on integers, with the declared roundings.

A list of numbers is always handed on with the unit it counts: value = integer / unit.
"""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING

from smartcity_desktop.domain.rules import Rules, Stage
from smartcity_desktop.results.combining import choose_combiner, values_needed
from smartcity_desktop.results.multiples import least_common_multiple
from smartcity_desktop.results.quotients import RoundedQuotients

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.results.scheme import Scheme

    Row = Sequence[int | None]
    Scaled = tuple[list[int], int]


class Steps:
    """One instrument's arithmetic; keeps the quotients it has rounded."""

    def __init__(self, scheme: Scheme, rules: Rules) -> None:
        """Prepare the rules of one instrument."""
        self.scheme = scheme
        self.rules = rules
        self.needed = values_needed(rules)
        self._combine = choose_combiner(rules)
        self._tables: dict[tuple[Stage, int], RoundedQuotients] = {}

    def to_base(self, row: Row) -> Row:
        """Return a sheet's values in units of 1/base."""
        scales = self.scheme.scales
        if not scales:
            return row
        return [None if v is None else v * s for v, s in zip(row, scales, strict=True)]

    def round_after(self, stage: Stage, numbers: Iterable[int], unit: int) -> Scaled:
        """Return the numbers as they are after a stage."""
        rounding = self.rules.rounding_after(stage)
        if rounding is None:
            return list(numbers), unit
        table = self._tables.get((stage, unit))
        if table is None:
            table = self._tables[stage, unit] = RoundedQuotients(unit, rounding)
        return list(map(table.__getitem__, numbers)), 10**rounding.decimals

    def dimensions(self, values: Iterable[int], unit: int) -> Scaled:
        """Return the dimensions' values from those of all indicators."""
        scheme = self.scheme
        weighted, unit = self.round_after(
            Stage.WEIGHT, map(mul, values, scheme.weights), unit * scheme.weight_unit
        )
        sums = (sum(weighted[part]) for part in scheme.parts)
        return self.round_after(
            Stage.DIMENSION, map(mul, sums, scheme.factors), unit * scheme.factor_unit
        )

    def own_dimensions(self, row: Row) -> tuple[list[int | None], int]:
        """Return one judge's dimensions; None where the judge abstained inside one."""
        filled = [v or 0 for v in row]
        values, unit = self.dimensions(filled, self.scheme.base)
        return self.without_holes(values, [i for i, v in enumerate(row) if v is None]), unit

    def without_holes(self, values: list[int], places: Iterable[int]) -> list[int | None]:
        """Return the dimensions' values, None for those that hold one of these indicators."""
        found: list[int | None] = list(values)
        for place in places:
            for at, part in enumerate(self.scheme.parts):
                if part.start <= place < part.stop:
                    found[at] = None
        return found

    def total(self, dimensions: Iterable[int], unit: int) -> tuple[int, int]:
        """Return the total of the dimensions' values, before its rounding."""
        return sum(map(mul, dimensions, self.scheme.shares)), unit * self.scheme.share_unit

    def combine(self, values: Sequence[int], unit: int) -> tuple[int, int] | None:
        """Return the judges' values as one, unrounded; None when there are too few."""
        if len(values) < self.needed:
            return None
        number, count = self._combine(values)
        return number, count * unit

    def combine_all(self, columns: Iterable[Sequence[int]], unit: int) -> Combined:
        """Return every unit's values as one, rounded after ``judges``; and who has too few."""
        needed, combine = self.needed, self._combine
        pairs = [combine(c) if len(c) >= needed else (0, 0) for c in columns]
        lacking = [at for at, (_, count) in enumerate(pairs) if not count]
        counts = {count for _, count in pairs if count}
        common = least_common_multiple(counts)
        if self.rules.rounding_after(Stage.JUDGES) is None and counts == {common}:
            return [number for number, _ in pairs], unit * common, lacking
        times = {count: common // count for count in counts} | {0: 0}
        numbers = (number * times[count] for number, count in pairs)
        return *self.round_after(Stage.JUDGES, numbers, unit * common), lacking


if TYPE_CHECKING:
    Combined = tuple[list[int], int, list[int]]
    """Numbers, the unit they count, and the places of those with too few values (there 0)."""
