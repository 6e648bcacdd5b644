"""The regions' sheets on paper: every value, and a calculation that can be done again by hand."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.rules import (
    Combine,
    CombineAt,
    Rounding,
    RoundingMode,
    Stage,
    WeightKind,
)
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.reports.documents.region_steps import TIMES
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_all, build_region_sheet, build_report
from smartcity_desktop.results.compute import compute_results

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

KIND = ReportKind.REGION_SHEETS
CALCULATION = re.compile(r"(?:^|\. |: )(?:\w+ = )?([-\d.,+*:()% ]+) = (-?[\d.]+)$")


def computed(record: DeclaredRecord) -> DeclaredRecord:
    """The record with the results that the real rules give, and with details."""
    roster = record.roster
    results = compute_results(record.instrument, roster.regions, roster.standings, record.counted,
                              record.decisions)  # fmt: skip
    return with_details(replace(record, results=results))


def with_rules(
    make_case: Callable[..., Any], rules: dict[str, object], judges: int = 5
) -> DeclaredRecord:
    case = make_case(regions=4, judges=judges, per_region=judges)
    case.instrument = replace(case.instrument, rules=replace(case.instrument.rules, **rules))
    return computed(case.record())


def evaluate(chain: str) -> Fraction:
    """What a pocket calculator makes of a printed chain."""
    plain = re.sub(r"([\d.]+)%", r"(\1 / 100)", chain)
    plain = re.sub(r"([\d.]+)", r"Fraction('\1')", plain.replace(":", "/"))
    value = eval(plain, {"Fraction": Fraction})  # noqa: S307  digits and signs of our own paper
    assert isinstance(value, Fraction)
    return value


def read_chains(text: str) -> list[tuple[Fraction, Fraction]]:
    """Every exact calculation on the paper: what it gives, and what is printed behind it."""
    points = re.split(r"\n\s*\d+\.\s+", text)
    chains = []
    for point in points:
        line = " ".join(point.split("\n\n")[0].split()).replace(TIMES, "*")
        found = CALCULATION.search(line)
        if found and "≈" not in line:
            chains.append((evaluate(found[1]), Fraction(found[2])))
    return chains


RULES: dict[str, dict[str, object]] = {
    "mean": {},
    "trimmed": {"combine_judges": Combine.TRIMMED_MEAN, "trim_low": 1, "trim_high": 0},
    "rounded": {"rounding": (Rounding(Stage.JUDGES, 2, RoundingMode.HALF_UP),
                             Rounding(Stage.TOTAL, 2, RoundingMode.HALF_UP))},
    "dimension": {"combine_at": CombineAt.DIMENSION},
    "total": {"combine_at": CombineAt.TOTAL, "combine_judges": Combine.MEDIAN},
    "factor": {"weights": WeightKind.FACTOR, "bands": (), "grades": ()},
}  # fmt: skip


@pytest.mark.parametrize("name", list(RULES))
def test_a_pocket_calculator_gives_the_printed_figures(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any], name: str
) -> None:
    record = with_rules(make_case, RULES[name])
    region = record.results.ranked[0]
    written = paper(build_region_sheet(record, english, region.code).pdf)
    chains = read_chains(written.text(2))
    assert len(chains) >= 5
    assert [given for given, _ in chains] == [printed for _, printed in chains]
    if name != "total":
        assert chains[-1][1] == region.tally.exact_total
    assert f"final value is {region.printed}" in written.flat()


def test_every_value_of_every_judge_stands_there(
    make_case: Callable[..., Any], press: Callable[[Language], Press], paper: Callable[..., Any]
) -> None:
    trimmed = RULES["trimmed"]
    for judges in (3, 30):
        record = with_rules(make_case, trimmed, judges)
        code = record.results.ranked[-1].code
        report = build_region_sheet(record, press(Language.INDONESIAN), code)
        lines = [line.split() for line in paper(report.pdf).text().splitlines()]
        (detail,) = [d for d in record.details if d.code == code]
        for unit in detail.units:
            shown = [f"({v})" if j in unit.dropped else str(v) for j, v in unit.judges]
            first, *blocks = [line for line in lines if line[:1] == [unit.id]]
            given = [value for block in blocks for value in block[1:]]
            assert " ".join(shown) in " ".join(given or first)
            assert len(unit.dropped) == 1


def test_the_chair_reads_one_sentence(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = with_rules(make_case, {})
    first, *_, last = record.results.ranked
    flat = paper(build_report(KIND, record, english).pdf).flat()
    names = {region.code: region.name for region in record.roster.regions}
    assert f"{names[first.code]} takes rank 1 of 4 regions, with the final value" in flat
    assert "and this result of the selection: Selected." in flat
    assert f"{names[last.code]} takes rank 4 of 4 regions" in flat
    assert "(two point" in flat or "(three point" in flat
    plain = with_rules(make_case, {"bands": (), "grades": ()})
    flat = paper(build_report(KIND, plain, english).pdf).flat()
    assert "with the final value" in flat
    assert "selection" not in flat.replace("How every", "")


def test_what_was_not_scored_is_told_with_its_reason(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(regions=2, judges=5, per_region=5).record()
    code = record.roster.regions[0].code
    blank = (None,) * 30
    own = [s for s in record.sheets if s.region == code]
    sheets = [
        replace(own[0], values=(None, *own[0].values[1:]), abstained=(("A1", "Berkas rusak."),)),
        replace(own[1], state=SheetState.RECUSED, values=blank, reason="Saudara kandung."),
        replace(own[2], state=SheetState.ABSENT, values=blank, reason="Kursi kosong."),
    ]
    rest = [s for s in record.sheets if s.region != code]
    counted = tuple(
        next(c for c in record.counted if (c.judge, c.region) == (s.judge, s.region))._replace(
            state=s.state, values=s.values
        )
        for s in [*sheets, *rest]
    )  # fmt: skip
    few = computed(replace(record, sheets=(*sheets, *rest), counted=counted))
    flat = paper(build_region_sheet(few, english, code).pdf).flat()
    for said in (
        "did not score A1: Berkas rusak.", "conflict of interest. Saudara kandung.",
        "reported the region absent. Kursi kosong.", "has no rank. It has too few score sheets",
        "There is no final value.",
    ):  # fmt: skip
        assert said in flat, said
    assert "Total =" not in flat


def test_a_region_that_nobody_scored_has_a_page(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(regions=3).record()
    code = record.roster.regions[1].code
    standings = tuple(
        replace(s, status=RegionStatus.WITHDRAWN, reason="Surat wali kota") if s.region == code
        else s for s in record.roster.standings
    )  # fmt: skip
    out = computed(replace(
        record, roster=replace(record.roster, standings=standings),
        counted=tuple(c for c in record.counted if c.region != code),
        sheets=tuple(s for s in record.sheets if s.region != code),
    ))  # fmt: skip
    flat = paper(build_region_sheet(out, english, code).pdf).flat()
    assert "has no rank. It withdrew: Surat wali kota" in flat
    assert "No scored sheet of this region counts." in flat


def test_one_file_for_all_or_one_for_each(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = with_rules(make_case, {})
    ((name, whole),) = build_all(KIND, record, english)
    assert name == "lembar-daerah-resmi-penetapan-1-en.pdf"
    text = paper(whole.pdf).text()
    codes = [region.code for region in record.roster.regions]
    assert all(f"{code} · " in text for code in codes)
    files = dict(build_all(KIND, record, english, codes[:2]))
    assert list(files) == [f"lembar-daerah-{c}-resmi-penetapan-1-en.pdf" for c in codes[:2]]
    alone = paper(files[f"lembar-daerah-{codes[0]}-resmi-penetapan-1-en.pdf"].pdf).text()
    assert f"{codes[0]} · " in alone
    assert f"{codes[1]} · " not in alone
