"""One region's arithmetic judge by judge: what its printed sheet shows."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.results import RegionDetail, Unit
from smartcity_desktop.domain.rules import CombineAt
from smartcity_desktop.results.combining import find_dropped
from smartcity_desktop.results.scheme import make_scheme
from smartcity_desktop.results.steps import Steps
from smartcity_desktop.results.tally import own_totals, sort_scored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.results.steps import Row

TOTAL = "total"
"""Id of the one unit that is combined at the total."""


def explain_region(
    instrument: Instrument, region: str, sheets: Sequence[CountedSheet]
) -> RegionDetail:
    """Return every judge's own figures in one region, and whose were dropped.

    The figures are those that were combined, after the roundings that come before ``judges``; a
    unit's value is the tally's.

    Args:
        instrument: with the rules.
        region: its code.
        sheets: any counted sheets; those of other regions are passed over.
    """
    steps = Steps(make_scheme(instrument), instrument.rules)
    scored = sort_scored(steps, [s for s in sheets if s.region == region]).get(region, [])
    judges = [judge for judge, _ in scored]
    rows = [row for _, row in scored]
    explainer = _Explainer(steps, judges)
    if instrument.rules.combine_at is CombineAt.INDICATOR:
        names = [indicator.id for indicator in instrument.indicators()]
        return RegionDetail(region, explainer.units(names, rows, steps.scheme.base))
    names = [dimension.id for dimension in instrument.dimensions]
    own = [steps.own_dimensions(row) for row in rows]
    unit = own[0][1] if own else 1
    figures = [values for values, _ in own]
    if instrument.rules.combine_at is CombineAt.DIMENSION:
        return RegionDetail(region, explainer.units(names, figures, unit))
    shown = explainer.units(names, figures, unit, rounded=False)
    totals: list[Row] = []
    total_unit = 1
    for values in figures:
        found, own_unit = own_totals(steps, [(values, unit)])
        totals.append(found or (None,))
        total_unit = own_unit if found else total_unit
    return RegionDetail(region, explainer.units([TOTAL], totals, total_unit), shown)


class _Explainer:
    """Makes units out of the judges' figures."""

    def __init__(self, steps: Steps, judges: Sequence[str]) -> None:
        self._steps = steps
        self._judges = judges

    def units(
        self, names: Sequence[str], rows: Sequence[Row], unit: int, *, rounded: bool = True
    ) -> tuple[Unit, ...]:
        return tuple(
            self._unit(name, [row[at] for row in rows], unit, rounded=rounded)
            for at, name in enumerate(names)
        )

    def _unit(self, name: str, column: Row, unit: int, *, rounded: bool) -> Unit:
        judges = [
            (judge, Fraction(value, unit))
            for judge, value in zip(self._judges, column, strict=True)
            if value is not None
        ]
        values = [value for value in column if value is not None]
        dropped = find_dropped(judges, self._steps.rules)
        return Unit(name, self._combined(values, unit, rounded=rounded), tuple(judges), dropped)

    def _combined(self, values: Sequence[int], unit: int, *, rounded: bool) -> Fraction | None:
        if not rounded:
            pair = self._steps.combine(values, unit)
            return None if pair is None else Fraction(*pair)
        numbers, unit, lacking = self._steps.combine_all([values], unit)
        return None if lacking else Fraction(numbers[0], unit)
