"""The tally: from counted sheets to each region's totals, exact, by the instrument's rules."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING, TypeGuard

from smartcity_desktop.domain.results import Lack, LackKind, RegionTally
from smartcity_desktop.domain.rounding import round_exactly
from smartcity_desktop.domain.rules import STAGE_ORDER, CombineAt, Stage, TieKeyKind
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.combining import median_of
from smartcity_desktop.results.scheme import make_scheme
from smartcity_desktop.results.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.results.steps import Row

    Scored = tuple[str, Row]
    """A judge and the judge's values, in units of the scheme's base."""


def compute_tally(
    instrument: Instrument, regions: Sequence[str], sheets: Sequence[CountedSheet]
) -> tuple[RegionTally, ...]:
    """Return the tally of each of these regions, in their order. Only scored sheets count.

    Raises:
        ValueError: two sheets of one judge for one region, or a sheet of another length than the
            instrument; a fault of the caller.
    """
    steps = Steps(make_scheme(instrument), instrument.rules)
    scored = sort_scored(steps, sheets)
    tallier = Tallier(instrument, steps)
    return tuple(tallier.tally(code, scored.get(code, [])) for code in regions)


def sort_scored(steps: Steps, sheets: Iterable[CountedSheet]) -> dict[str, list[Scored]]:
    """Return the scored sheets of each region, by judge."""
    indicators = len(steps.scheme.weights)
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for sheet in sheets:
        if sheet.state is not SheetState.SCORED:
            continue
        own = found[sheet.region]
        if sheet.judge in own:
            raise ValueError(f"two sheets of {sheet.judge} for {sheet.region}")
        if len(sheet.values) != indicators:
            raise ValueError(f"the sheet of {sheet.judge} for {sheet.region} has another length")
        own[sheet.judge] = steps.to_base(sheet.values)
    return {region: sorted(own.items()) for region, own in found.items()}


class Tallier:
    """The tally of one region after another."""

    def __init__(self, instrument: Instrument, steps: Steps) -> None:
        """Prepare for one instrument."""
        self._steps = steps
        self._rules = instrument.rules
        self._dimensions = tuple(dimension.id for dimension in instrument.dimensions)
        self._indicators = tuple(indicator.id for indicator in instrument.indicators())
        named = {k.id for k in self._rules.tie_break if k.kind is TieKeyKind.INDICATOR}
        self._named = [(at, i) for at, i in enumerate(self._indicators) if i in named]

    def tally(self, code: str, scored: Sequence[Scored]) -> RegionTally:
        """Return the tally of a region from its scored sheets."""
        rows = [row for _, row in scored]
        match self._rules.combine_at:
            case CombineAt.INDICATOR:
                found = self._by_indicator(rows)
            case CombineAt.DIMENSION:
                found = self._by_dimension(rows)
            case CombineAt.TOTAL:
                found = self._by_total(rows)
        dimensions, exact, lacking = found
        if len(rows) < self._rules.minimum_judges:
            lacking = [Lack(LackKind.JUDGES, "", len(rows), self._rules.minimum_judges)]
        whole = None if lacking else exact
        return RegionTally(
            code=code,
            indicators=tuple((name, self._indicator(rows, at)) for at, name in self._named),
            dimensions=tuple(zip(self._dimensions, dimensions, strict=True)),
            exact_total=whole,
            final_total=None if whole is None else self._final(whole),
            median_total=self._median([row for row in rows if is_whole(row)]),
            judges=len(rows),
            lacking=tuple(lacking),
        )

    def _by_indicator(self, rows: Sequence[Row]) -> Found:
        steps = self._steps
        columns = _columns(rows, len(self._indicators))
        values, unit, short = steps.combine_all(columns, steps.scheme.base)
        lacking = [
            Lack(LackKind.INDICATOR, self._indicators[at], len(columns[at]), steps.needed)
            for at in short
        ]
        dimensions, unit = steps.dimensions(values, unit)
        total, total_unit = steps.total(dimensions, unit)
        known = steps.without_holes(dimensions, short)
        return _fractions(known, unit), Fraction(total, total_unit), lacking

    def _by_dimension(self, rows: Sequence[Row]) -> Found:
        steps = self._steps
        own = [steps.own_dimensions(row) for row in rows]
        unit = own[0][1] if own else 1
        columns = _columns([figures for figures, _ in own], len(self._dimensions))
        values, unit, short = steps.combine_all(columns, unit)
        lacking = [
            Lack(LackKind.DIMENSION, self._dimensions[at], len(columns[at]), steps.needed)
            for at in short
        ]
        total, total_unit = steps.total(values, unit)
        known = [None if at in short else value for at, value in enumerate(values)]
        return _fractions(known, unit), Fraction(total, total_unit), lacking

    def _by_total(self, rows: Sequence[Row]) -> Found:
        steps = self._steps
        own = [steps.own_dimensions(row) for row in rows]
        unit = own[0][1] if own else 1
        columns = _columns([figures for figures, _ in own], len(self._dimensions))
        shown = [_fraction(steps.combine(column, unit)) for column in columns]
        totals, unit = own_totals(steps, own)
        combined = _fraction(steps.combine(totals, unit))
        if combined is None:
            return shown, Fraction(0), [Lack(LackKind.TOTAL, "", len(totals), steps.needed)]
        return shown, combined, []

    def _final(self, exact: Fraction) -> Fraction:
        rounding = self._rules.rounding_after(STAGE_ORDER[self._rules.combine_at][-1])
        return round_exactly(exact, rounding.decimals, rounding.mode) if rounding else exact

    def _indicator(self, rows: Sequence[Row], at: int) -> Fraction | None:
        steps = self._steps
        column = [value for row in rows if (value := row[at]) is not None]
        if self._rules.combine_at is not CombineAt.INDICATOR:
            return _fraction(steps.combine(column, steps.scheme.base))
        values, unit, short = steps.combine_all([column], steps.scheme.base)
        return None if short else Fraction(values[0], unit)

    def _median(self, rows: Sequence[Sequence[int]]) -> Fraction | None:
        if not rows:
            return None
        scheme = self._steps.scheme
        number, count = median_of([sum(map(mul, row, scheme.own_weights)) for row in rows])
        return Fraction(number, count * scheme.own_unit * scheme.base)


def own_totals(
    steps: Steps, own: Iterable[tuple[Sequence[int | None], int]]
) -> tuple[list[int], int]:
    """Return the own totals, rounded after ``total``, of the judges who abstained nowhere."""
    totals, unit = [], 1
    for figures, own_unit in own:
        if is_whole(figures):
            total, unit = steps.total(figures, own_unit)
            totals.append(total)
    return steps.round_after(Stage.TOTAL, totals, unit)


def is_whole(row: Row) -> TypeGuard[Sequence[int]]:
    """Whether a judge abstained nowhere."""
    return None not in row


def _columns(rows: Sequence[Row], width: int) -> list[Sequence[int]]:
    """Return each unit's values, without the abstentions."""
    if not rows:
        return [()] * width
    whole = [row for row in rows if is_whole(row)]
    if len(whole) == len(rows):
        return list(zip(*whole, strict=True))
    return [[v for v in column if v is not None] for column in zip(*rows, strict=True)]


def _fractions(values: Iterable[int | None], unit: int) -> list[Fraction | None]:
    return [None if value is None else Fraction(value, unit) for value in values]


def _fraction(pair: tuple[int, int] | None) -> Fraction | None:
    return None if pair is None else Fraction(*pair)


if TYPE_CHECKING:
    Found = tuple[list[Fraction | None], Fraction, list[Lack]]
    """The dimensions' values, the total before its rounding, and what is lacking."""
