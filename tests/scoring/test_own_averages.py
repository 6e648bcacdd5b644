"""Averages that follow the sheets are those that a fresh look finds."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.domain.score_sheet import ScoreSheet, empty_sheet
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.scoring.own_averages import OwnAverages
from smartcity_desktop.scoring.own_ranking import rank_own_sheets
from tests.workshop import INSTRUMENT

IDS = ("A1", "A2", "B1")
SUMS = OwnSums(read_instrument(INSTRUMENT, "uji.toml"))


def sheet(code: str, values: tuple[int | None, ...]) -> ScoreSheet:
    return replace(empty_sheet("j01", code, f"Kota {code}", 3), values=values)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.tuples(*[st.none() | st.integers(1, 4)] * 3)),
        max_size=12,
    )
)
def test_after_every_change_they_are_the_means_of_the_finished_sheets(
    changes: list[tuple[str, tuple[int | None, ...]]],
) -> None:
    averages, sheets = OwnAverages(SUMS, IDS), dict[str, ScoreSheet]()
    for code, values in changes:
        sheets = {**sheets, code: sheet(code, values)}
        found = averages.over(sheets)
        ranking = rank_own_sheets(SUMS, sheets.values(), IDS)
        assert found.finished == sum(row.finished for row in ranking.rows)
        assert found.dimensions == tuple(s and s.mean for s in ranking.dimensions)
        assert found.total == (ranking.total and ranking.total.mean)


def test_a_sheet_that_goes_takes_its_figures_along() -> None:
    averages = OwnAverages(SUMS, IDS)
    both = {"a": sheet("a", (4, 4, 4)), "b": sheet("b", (2, 2, 2))}
    assert averages.over(both).total == Fraction(3)
    assert averages.over({"b": both["b"]}).total == Fraction(2)
    assert averages.over({}).total is None
