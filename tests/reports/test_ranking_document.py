"""The ranking on paper, read back with another program."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.local_text import Language, LocalText
from smartcity_desktop.domain.rules import (
    AtCut,
    Band,
    Combine,
    CombineAt,
    Rounding,
    RoundingMode,
    Rules,
    Stage,
    TieKey,
    TieKeyKind,
    WeightKind,
)
from smartcity_desktop.reports.figures import decimal_figure
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

KIND = ReportKind.RANKING


def test_every_region_stands_with_code_and_value(
    make_case: Callable[..., Any], press: Callable[[Language], Press], paper: Callable[..., Any]
) -> None:
    record = make_case(98, 21).record()
    lines = paper(build_report(KIND, record, press(Language.INDONESIAN)).pdf).text().splitlines()
    names = {region.code: region.name for region in record.roster.regions}
    for region in record.results.ranked:
        (line,) = [one for one in lines if f" {region.code} " in one]
        assert names[region.code].split()[-1] in line
        assert region.printed.replace(".", ",") in line


def test_english_paper_has_decimal_points(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case().record()
    text = paper(build_report(KIND, record, english).pdf).text()
    assert record.results.ranked[0].printed in text
    assert "SUMMARY OF SCORES AND RANKING" in text
    assert "5 May 2017, 09:30 WIB" in text


def test_limits_ties_and_decisions_are_drawn(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord], english: Press,
    paper: Callable[..., Any],
) -> None:  # fmt: skip
    record = make_eventful(make_case().record())
    flat = paper(build_report(KIND, record, english).pdf).flat()
    assert "Limit of Selected (3)" in flat
    assert "Limit of Reserve (1)" in flat
    assert f"3= {record.results.ranked[2].code}" in flat.replace("3 =", "3=")
    assert "is taken into Selected. Decided by Pleno Dewan Juri, 5 May 2017" in flat
    assert "decision 1" in flat
    assert "by vote, 14 for and 7 against. Reason: Bukti lebih lengkap." in flat
    assert "Regions that are not ranked" in flat
    assert "Only 2 judges scored it, 3 are needed." in flat
    assert "6 invited, 5 took part, 6 scored, 5 ranked, 3 selected" in flat


@pytest.mark.parametrize("mode", list(Mode))
def test_every_page_says_what_it_is(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any], mode: Mode
) -> None:
    record = make_case(60, 21, mode=mode).record()
    report = build_report(KIND, record, english, number="07")
    pages = paper(report.pdf).pages()
    assert len(pages) == report.page_count > 3
    digest = record.declaration.results_sha256
    short = " ".join(digest[n : n + 4] for n in range(0, 16, 4))
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Number 07/REK/DJLP/05/2017" in page
        assert f"Declaration 1, 5 May 2017 · results {short}" in page
        assert ("REHEARSAL, invented scores" in page) == (mode is Mode.REHEARSAL)
        assert ("OFFICIAL" in page) == (mode is Mode.OFFICIAL)
        assert "Asesmen" in page or number == 1


def test_the_head_repeats_on_every_page_of_the_table(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(98, 21).record()
    pages = paper(build_report(KIND, record, english).pdf).pages()
    codes = [region.code for region in record.results.ranked]
    with_rows = [page for page in pages if sum(f" {code} " in page for code in codes) > 2]
    assert len(with_rows) > 4
    assert all("Final value" in page and "Remark" in page for page in with_rows)


def test_anybody_is_told_how_to_check(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case().record()
    flat = paper(build_report(KIND, record, english).pdf).flat().replace(" ", "")
    assert record.declaration.results_sha256 in flat
    assert "main.pyverifyFILE.pdf--panel-filesFOLDER" in flat
    assert "QRcode" not in flat
    with_token = replace(record, declaration=replace(record.declaration, token="t" * 99))
    assert "QRcode" in paper(build_report(KIND, with_token, english).pdf).flat().replace(" ", "")


SPORT = Rules(
    weights=WeightKind.FACTOR, combine_judges=Combine.TRIMMED_MEAN, combine_at=CombineAt.TOTAL,
    minimum_judges=5, minimum_scores=5, decimals=3, trim_low=1, trim_high=2,
    rounding=(Rounding(Stage.WEIGHT, 2, RoundingMode.HALF_UP),
              Rounding(Stage.JUDGES, 3, RoundingMode.HALF_EVEN)),
    tie_break=(TieKey(TieKeyKind.EXACT_TOTAL), TieKey(TieKeyKind.INDICATOR, "B2")),
    at_cut=AtCut.TAKE_ALL,
    bands=(Band(LocalText("Final"), 8, Fraction("2.75"), 2),),
)  # fmt: skip


def test_the_rules_are_read_aloud(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    case = make_case()
    case.instrument = replace(case.instrument, rules=SPORT)
    flat = paper(build_report(KIND, case.record(), english).pdf).flat()
    for sentence in (
        "Weights are plain multipliers",
        (
            "added up to that judge's total; the judges' totals are then combined into one: the "
            "mean of those that remain when the 1 lowest and the 2 highest are left out."
        ),
        "at least 5 judges scored it and everything that is combined has at least 5 values",
        (
            "after value is multiplied by weight to 2 decimals, halves away from zero; after the "
            "judges are combined to 3 decimals, halves to the even digit. Everything else is exact."
        ),
        "(1) the total before its last rounding; (2) indicator B2 Kecukupan personel",
        "A tie is never broken by name, code or order of entry.",
        (
            "Final: by rank, the first 8, with a final value of at least 2.75, at most 2 of "
            "one province. When regions with the same final value stand across a limit, all of "
            "them are taken"
        ),
    ):
        assert sentence in flat


def test_many_dimensions_are_named_below(
    make_case: Callable[..., Any], make_wide: Callable[[int, int], Any], english: Press,
    paper: Callable[..., Any],
) -> None:  # fmt: skip
    record = make_case(instrument=make_wide(12, 2)).record()
    flat = paper(build_report(KIND, record, english).pdf).flat()
    assert "D11 D12 Final" in flat
    assert "Dimensions: D1 Dimensi nomor 1 dengan nama yang panjang; D2" in flat


@pytest.mark.parametrize(("dimensions", "shown"), [(14, True), (40, False)])
def test_a_figure_is_never_broken_into_two(
    make_case: Callable[..., Any], make_wide: Callable[[int, int], Any], english: Press,
    paper: Callable[..., Any], dimensions: int, *, shown: bool,
) -> None:  # fmt: skip
    record = make_case(instrument=make_wide(dimensions, 2)).record()
    first = record.results.ranked[0]
    text = paper(build_report(KIND, record, english).pdf).text()
    figures = [decimal_figure(v, 2) for _, v in first.tally.dimensions if v is not None]
    (row,) = [line for line in text.splitlines() if f" {first.code} " in line]
    assert (" ".join(figures) in " ".join(row.split())) is shown
    assert ("stand in the attached results.csv" in " ".join(text.split())) is not shown
