"""The statistics of a declaration, from the sheets that count."""

from __future__ import annotations

from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.agreement.complete_designs import intraclass, kendalls_w
from smartcity_desktop.agreement.draws import Draws
from smartcity_desktop.agreement.krippendorff import alpha, interval_alpha, ordinal
from smartcity_desktop.agreement.severity import judge_effects
from smartcity_desktop.agreement.stability import bands_by_judges, bands_by_weights
from smartcity_desktop.domain.calculation import calculate
from smartcity_desktop.domain.judging import JudgeEffect, Judging, UnitAgreement
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.scheme import make_scheme, over_common_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.judging import RankBand
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.results.scheme import Scheme

ROUNDS = 400


def with_judging(record: DeclaredRecord) -> DeclaredRecord:
    """Return the record with the statistics about the judging."""
    return replace(record, judging=_Figures(record).judging())


class _Figures:
    """The judges' own figures as whole numbers over one unit."""

    def __init__(self, record: DeclaredRecord) -> None:
        self._record = record
        self._scheme = make_scheme(record.instrument)
        self._scored = [s for s in record.counted if s.state is SheetState.SCORED]
        self._unit = self._scheme.own_unit * self._scheme.base
        self._totals: dict[str, dict[str, int]] = {}
        for sheet in self._scored:
            row = _to_base(self._scheme, sheet)
            if None not in row:
                whole = [value or 0 for value in row]
                total = sum(map(mul, whole, self._scheme.own_weights))
                self._totals.setdefault(sheet.judge, {})[sheet.region] = total

    def judging(self) -> Judging:
        record = self._record
        ranked = [region.code for region in record.results.ranked]
        complete = self._complete(ranked)
        taken = sum(1 for r in record.results.ranked if r.selection and not r.reserve)
        return Judging(
            total=_interval("total", self._by_region().values()),
            dimensions=tuple(self._dimensions()),
            indicators=tuple(self._indicators()),
            concordance=kendalls_w(complete),
            intraclass=intraclass(list(zip(*complete, strict=True))),
            judges=tuple(self._scaled(effect) for effect in judge_effects(self._totals)),
            by_judges=self._by_judges(ranked, taken),
            by_weights=self._by_weights(ranked, taken),
            rounds=ROUNDS,
        )

    def _by_region(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for values in self._totals.values():
            for region, value in values.items():
                found.setdefault(region, []).append(value)
        return found

    def _complete(self, ranked: Sequence[str]) -> list[list[int]]:
        """Return the judges' totals of the ranked regions if no judge lacks any, else nothing."""
        rows = [values for values in self._totals.values() if values]
        if not all(code in values for values in rows for code in ranked):
            return []
        return [[values[code] for code in ranked] for values in rows]

    def _dimensions(self) -> Iterable[UnitAgreement]:
        for dimension, part in zip(self._record.instrument.dimensions, self._scheme.parts,
                                   strict=True):  # fmt: skip
            units: dict[str, list[int]] = {}
            for sheet in self._scored:
                row = _to_base(self._scheme, sheet)[part]
                if None not in row:
                    value = sum(map(mul, (v or 0 for v in row), self._scheme.weights[part]))
                    units.setdefault(sheet.region, []).append(value)
            yield _interval(dimension.id, units.values())

    def _indicators(self) -> Iterable[UnitAgreement]:
        for at, indicator in enumerate(self._record.instrument.indicators()):
            units: dict[str, list[int]] = {}
            for sheet in self._scored:
                value = sheet.values[at]
                if value is not None:
                    units.setdefault(sheet.region, []).append(value)
            several = [unit for unit in units.values() if len(unit) > 1]
            yield UnitAgreement(indicator.id, len(several), alpha(several, ordinal))

    def _scaled(self, effect: JudgeEffect) -> JudgeEffect:
        """Return an effect on the scale of the final value."""
        unit = self._unit
        return replace(
            effect,
            mean=Fraction(effect.mean, unit),
            effect=None if effect.effect is None else Fraction(effect.effect, unit),
            rest=None if effect.rest is None else Fraction(effect.rest, unit),
        )

    def _by_judges(self, ranked: Sequence[str], taken: int) -> tuple[tuple[str, RankBand], ...]:
        rows: dict[str, dict[str, int]] = {code: {} for code in ranked}
        for judge, values in self._totals.items():
            for region, value in values.items():
                if region in rows:
                    rows[region][judge] = value
        codes = [code for code in ranked if rows[code]]
        draws = Draws(f"judges {self._record.declaration.results_sha256}")
        bands = bands_by_judges([rows[code] for code in codes], draws, ROUNDS, taken)
        return tuple(zip(codes, bands, strict=True))

    def _by_weights(self, ranked: Sequence[str], taken: int) -> tuple[tuple[str, RankBand], ...]:
        """Rank the dimensions' values, each as a part of its own scale."""
        instrument = self._record.instrument
        scales = [indicator.scale for indicator in instrument.indicators()]
        low = calculate(instrument, [s.exact(s.minimum) for s in scales]).parts
        high = calculate(instrument, [s.exact(s.maximum) for s in scales]).parts
        ends = [(a.value or Fraction(0), b.value or Fraction(0))
                for a, b in zip(low, high, strict=True)]  # fmt: skip
        if len(ends) < 2 or any(a == b for a, b in ends):
            return ()
        parts = [
            Fraction((value or Fraction(0)) - a, b - a)
            for region in self._record.results.ranked
            for (_, value), (a, b) in zip(region.tally.dimensions, ends, strict=True)
        ]
        numbers, _ = over_common_unit(parts)
        width = len(ends)
        rows = [numbers[n : n + width] for n in range(0, len(numbers), width)]
        draws = Draws(f"weights {self._record.declaration.results_sha256}")
        bands = bands_by_weights(rows, draws, ROUNDS, taken)
        return tuple(zip(ranked, bands, strict=True))


def _to_base(scheme: Scheme, sheet: CountedSheet) -> Sequence[int | None]:
    """Return a sheet's values in units of 1/base."""
    if not scheme.scales:
        return sheet.values
    return [None if v is None else v * s for v, s in zip(sheet.values, scheme.scales, strict=True)]


def _interval(name: str, units: Iterable[list[int]]) -> UnitAgreement:
    several = [unit for unit in units if len(unit) > 1]
    return UnitAgreement(name, len(several), interval_alpha(several))
