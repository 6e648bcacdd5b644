"""A judge's own sheets beside each other."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.domain.score_sheet import ScoreSheet, SheetState, empty_sheet
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.scoring.own_ranking import OwnRanking, Spread, rank_own_sheets
from tests.workshop import INSTRUMENT

IDS = ("A1", "A2", "B1")


def sheet(code: str, *values: int | None) -> ScoreSheet:
    return replace(empty_sheet("j01", code, f"Kota {code}", 3), values=values)


def rank(*sheets: ScoreSheet) -> OwnRanking:
    return rank_own_sheets(OwnSums(read_instrument(INSTRUMENT, "uji.toml")), sheets, IDS)


def test_equal_totals_share_a_rank_and_the_next_one_is_left_out() -> None:
    found = rank(sheet("1", 1, 1, 1), sheet("2", 4, 4, 4), sheet("3", 2, 4, 1), sheet("4", 4, 2, 1))
    assert [(row.region, row.rank) for row in found.rows] == [
        ("1", 4), ("2", 1), ("3", 2), ("4", 2),
    ]  # fmt: skip


def test_equal_totals_of_unlike_sheets_are_equal_without_rounding() -> None:
    found = rank(sheet("1", 1, 2, 4), sheet("2", 3, 4, 1))
    assert [row.sums.total for row in found.rows] == [Fraction(5, 2), Fraction(5, 2)]
    assert [row.rank for row in found.rows] == [1, 1]


def test_an_unfinished_sheet_has_no_rank_and_is_in_no_spread() -> None:
    found = rank(sheet("1", 3, 3, None), sheet("2", 1, 2, 4))
    assert [(row.finished, row.rank) for row in found.rows] == [(False, None), (True, 1)]
    assert found.rows[0].sums.dimensions == (Fraction(3), None)
    half = Fraction(3, 2)
    assert found.dimensions[0] == Spread(1, half, half, half)


def test_an_abstention_takes_its_dimension_out_and_leaves_the_others_in() -> None:
    abstained = replace(sheet("1", 3, None, 2), abstained=(("A2", "Tidak hadir saat paparan"),))
    found = rank(abstained, sheet("2", 1, 2, 4))
    assert found.rows[0].finished
    assert found.rows[0].rank is None
    assert found.dimensions[1] == Spread(2, Fraction(2), Fraction(3), Fraction(4))
    assert found.total == Spread(1, Fraction(5, 2), Fraction(5, 2), Fraction(5, 2))


def test_a_recused_region_is_neither_finished_nor_ranked() -> None:
    recused = replace(sheet("1", None, None, None), state=SheetState.RECUSED, reason="Adik")
    found = rank(recused)
    assert (found.rows[0].finished, found.rows[0].rank) == (False, None)
    assert found.dimensions == (None, None)
    assert found.total is None
