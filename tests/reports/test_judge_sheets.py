"""A judge's sheets on paper, read back with another program."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.own_figures import own_figures, product_places
from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.domain.score_sheet import Evidence, SheetState
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.reports.judge_record import JudgeRecord, sheets_of
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.printing import build_all, build_judge_sheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.press import Press

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def own(make_case: Callable[..., Any], **changes: object) -> JudgeRecord:
    return sheets_of(make_case(**changes).record(), "j02")


def with_values(sheet: ScoreSheet, **changes: object) -> ScoreSheet:
    return replace(sheet, **changes)


def test_every_score_can_be_read_back(
    make_case: Callable[..., Any], press: Callable[[Language], Press], paper: Callable[..., Any]
) -> None:
    record = own(make_case, regions=3)
    report = build_judge_sheets(record, press(Language.INDONESIAN))
    pages = paper(report.pdf).pages()
    ids = [i.id for i in record.instrument.indicators()]
    for sheet in record.sheets:
        (page,) = [one for one in pages if f"{sheet.region} · {sheet.name}" in one]
        rows = {parts[0]: parts for line in page.splitlines() if (parts := line.split())}
        for indicator, value in zip(ids, sheet.values, strict=True):
            weight, shown = rows[indicator][-3], rows[indicator][-2]
            assert shown == str(value)
            product = Fraction(rows[indicator][-1].replace(",", "."))
            assert product == Fraction(weight) * int(shown) / 100
        total = own_figures(record.instrument, sheet).total
        assert total is not None
        assert f"{float(total):.3f}"[:4].replace(".", ",") in page


def test_what_was_not_scored_says_why_and_shows_no_sum(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = own(make_case, regions=4, judges=3)
    first, second, third, fourth = record.sheets
    blank = (None,) * 30
    changed = (
        with_values(
            first, values=(None, *first.values[1:]), abstained=(("A1", "Berkas rusak."),),
            notes=(("*", "Presentasi terlambat."), ("B2", "Lihat halaman 4.")),
            evidence=(("B2", Evidence("foto.pdf", 10, "00" * 32)),),
        ),
        with_values(second, state=SheetState.RECUSED, values=blank, reason="Saudara kandung."),
        with_values(third, state=SheetState.ABSENT, values=blank, reason="Tidak hadir."),
        with_values(fourth, values=(*fourth.values[:-2], None, None)),
    )  # fmt: skip
    report = build_judge_sheets(replace(record, sheets=changed, seals=(), declared=None), english)
    flat = paper(report.pdf).flat()
    for said in (
        "Not scored: Berkas rusak.", "A Policy 20 —", "This judge's total for the region —",
        "Lihat halaman 4.", "Evidence: foto.pdf", "Remark on the region: Presentasi terlambat.",
        "Region not scored (conflict of interest)", "Reason: Saudara kandung.",
        "Region reported absent", "Not complete; indicators still to score: 2", "Not scored yet",
        "Not sealed: nothing here counts yet",
    ):  # fmt: skip
        assert said in flat, said


def test_sealed_and_unsealed_sheets_are_told_apart_on_every_page(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = own(make_case, mode=Mode.REHEARSAL)
    sealed = paper(build_judge_sheets(record, english).pdf).pages()
    receipt = record.seals[0].receipt
    assert all(f"Receipt {receipt}" in page and "Initials" in page for page in sealed)
    assert not any("NOT SEALED" in page for page in sealed)
    bare = replace(record, seals=(), declared=None)
    unsealed = paper(build_judge_sheets(bare, english).pdf).pages()
    assert all("REHEARSAL, invented scores · NOT SEALED" in page for page in unsealed)
    assert not any(receipt in page for page in unsealed)


def test_the_judge_signs_at_the_end(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = own(make_case)
    last = paper(build_judge_sheets(record, english).pdf).pages()[-1]
    assert "I have read all scores above back, and they are those I gave. 6 sheets in all." in (
        " ".join(last.split())
    )
    assert record.judge.name in last
    assert f"They are sealed with the receipt {record.seals[0].receipt}." in last


def test_all_judges_get_their_own_file(make_case: Callable[..., Any], english: Press) -> None:
    case = make_case(regions=3, judges=3, mode=Mode.REHEARSAL)
    files = dict(build_all(ReportKind.JUDGE_SHEETS, case.record(), english))
    assert list(files) == [f"lembar-juri-j0{n}-latihan-penetapan-1-en.pdf" for n in (1, 2, 3)]
    assert len({report.pdf for report in files.values()}) == 3
    (name,) = dict(build_all(ReportKind.RANKING, case.record(), english))
    assert name == "rekapitulasi-latihan-penetapan-1-en.pdf"


def test_products_add_up_to_the_totals_of_the_rules(make_case: Callable[..., Any]) -> None:
    for kind in WeightKind:
        case = make_case(regions=2, judges=1)
        case.instrument = replace(
            case.instrument, rules=replace(case.instrument.rules, weights=kind)
        )
        record = case.record()
        for sheet in record.sheets:
            figures = own_figures(case.instrument, sheet)
            expected = sum(
                case.instrument.weight_in_total(d) * value
                for d, (_, value) in zip(
                    case.instrument.dimensions,
                    next(
                        r for r in record.results.ranked if r.code == sheet.region
                    ).tally.dimensions,
                    strict=True,
                )
                if value is not None
            )
            assert figures.total == expected
        assert product_places(case.instrument) >= 2


def test_a_sheet_of_47_indicators_stands_on_one_page(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    shipped = RESOURCES / "instruments" / "contoh-spbe-47.toml"
    instrument = read_instrument(shipped.read_bytes(), "spbe")
    record = own(make_case, regions=4, instrument=instrument)
    pages = paper(build_judge_sheets(record, english).pdf).pages()
    assert len(pages) == 1 + len(record.sheets) + 1
    for page, sheet in zip(pages[1:], record.sheets, strict=False):
        assert f"{sheet.region} · {sheet.name}" in page
        assert "I01 " in page
        assert "I47 " in page
        assert "This judge's total for the region" in page


def test_the_regions_of_a_judge_are_listed_on_the_first_page(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = own(make_case, regions=17, judges=4)
    first, second, *_ = paper(build_judge_sheets(record, english).pdf).pages()
    assert all(f"{sheet.region} " in first for sheet in record.sheets)
    assert "Weights are percent." in first
    assert f"{record.sheets[0].region} · " in second
