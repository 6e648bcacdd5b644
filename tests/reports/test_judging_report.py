"""The report on the judging: published formulas, on paper, beside the result."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from smartcity_desktop.agreement.krippendorff import interval_alpha
from smartcity_desktop.domain.own_figures import own_figures
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.plenary.judging import with_judging
from smartcity_desktop.reports.figures import decimal_figure
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

KIND = ReportKind.JUDGING


def totals(record: DeclaredRecord) -> dict[str, list[Fraction]]:
    """Each region's totals of whole sheets, worked out another way."""
    found: dict[str, list[Fraction]] = {}
    for sheet in record.sheets:
        total = own_figures(record.instrument, sheet).total
        if sheet.state is SheetState.SCORED and total is not None:
            found.setdefault(sheet.region, []).append(total)
    return found


def test_the_printed_alpha_is_that_of_the_judges_totals(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = with_judging(make_case(regions=12, judges=6).record())
    assert record.judging is not None
    units = [[int(total * 10_000) for total in unit] for unit in totals(record).values()]
    expected = interval_alpha(units)
    assert record.judging.total.alpha == expected
    assert expected is not None
    flat = paper(build_report(KIND, record, english).pdf).flat()
    assert f"alpha of the judges' totals {decimal_figure(expected, 3)}" in flat
    assert flat.count("Not applicable: not every judge scored every ranked region.") == 3
    assert "changed nothing in it: no score, no total, no rank and no selection" in flat


def test_a_complete_design_says_more(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = with_judging(make_case(regions=8, judges=4, per_region=4).record())
    judging = record.judging
    assert judging is not None
    assert judging.concordance is not None
    assert judging.intraclass is not None
    assert judging.concordance.freedom == 7
    flat = paper(build_report(KIND, record, english).pdf).flat()
    assert f"ICC(2,1), one judge {decimal_figure(judging.intraclass.single, 3)}" in flat
    assert "with 7 degrees of freedom" in flat
    assert "Not applicable" not in flat


def test_every_judge_and_region_stands_there(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = with_judging(make_case(regions=20, judges=5).record())
    judging = record.judging
    assert judging is not None
    assert sum((e.effect or Fraction(0) for e in judging.judges), Fraction(0)) == 0
    text = paper(build_report(KIND, record, english).pdf).text()
    for judge in record.roster.judges:
        assert judge.name in text
    for region, (code, band) in zip(record.results.ranked, judging.by_judges, strict=True):
        assert region.code == code
        assert band.best <= band.worst
        assert f" {code} " in text


def test_an_abstention_takes_the_sheet_out_of_totals_only(make_case: Callable[..., Any]) -> None:
    record = make_case(regions=6, judges=3).record()
    first = record.counted[0]
    counted = (first._replace(values=(None, *first.values[1:])), *record.counted[1:])
    judging = with_judging(replace(record, counted=counted)).judging
    assert judging is not None
    (own,) = [effect for effect in judging.judges if effect.judge == first.judge]
    assert own.count == sum(s.judge == first.judge for s in record.counted) - 1
    assert judging.concordance is None
    assert [unit.regions for unit in judging.indicators] == [6] * 30


def test_the_same_results_give_the_same_figures(make_case: Callable[..., Any]) -> None:
    record = make_case(regions=10, judges=4).record()
    again = replace(record, counted=tuple(reversed(record.counted)))
    assert with_judging(record).judging == with_judging(again).judging


def test_statistics_are_needed(make_case: Callable[..., Any], english: Press) -> None:
    with pytest.raises(ValueError, match="no statistics"):
        build_report(KIND, make_case().record(), english)


def test_one_judge_and_one_region_say_little(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = with_judging(make_case(regions=1, judges=1).record())
    flat = paper(build_report(KIND, record, english).pdf).flat()
    assert "no scores to compare" in flat
    assert flat.count("no scores to compare") == 1
    assert flat.count("there is nothing to compare") == 1
    bare = replace(record, counted=(), results=replace(record.results, ranked=()))
    assert build_report(KIND, with_judging(bare), english).page_count >= 1
