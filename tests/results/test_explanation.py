"""A region judge by judge: who was dropped, and the same values as the tally's."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.rules import Combine, CombineAt, Stage
from smartcity_desktop.results.explanation import explain_region
from smartcity_desktop.results.tally import compute_tally
from tests.results.building import MEAN, instrument, rounding, sheet, sheets

TWO = {"A": ("60", {"A1": "50", "A2": "50"}), "B": ("40", {"B1": "100"})}
ROWS = ("4 2 3", "3 - 2", "2 3 4")
TRIMMED = replace(MEAN, combine_judges=Combine.TRIMMED_MEAN, trim_low=1, trim_high=1)
ONE = {"A": ("100", {"A1": "100"})}


def dropped(values: str, low: int = 1, high: int = 1) -> tuple[str, ...]:
    rules = replace(TRIMMED, trim_low=low, trim_high=high)
    (unit,) = explain_region(instrument(ONE, rules), "r", sheets("r", values.split())).units
    return unit.dropped


@pytest.mark.parametrize(
    ("values", "judges"),
    [
        ("2 9 5 1 4", ("j2", "j4")),
        ("3 3 3 3", ("j1", "j2")),  # lowest id first: j1 below, then j2 above
        ("1 1 4 4", ("j1", "j3")),
        ("4 4 1 1", ("j1", "j3")),
        ("9 1 3 3 9 1", ("j1", "j2")),
        ("5 5", ()),  # too few to trim: nothing is dropped, and there is no value
    ],
)
def test_of_equal_values_the_lowest_judge_id_is_dropped(
    values: str, judges: tuple[str, ...]
) -> None:
    assert dropped(values) == judges


def test_uneven_trims() -> None:
    assert dropped("1 2 3 4 5", low=0, high=2) == ("j4", "j5")
    assert dropped("1 2 3 4 5", low=2, high=1) == ("j1", "j2", "j5")


def test_units_at_the_indicator() -> None:
    detail = explain_region(instrument(TWO), "r", sheets("r", ROWS))
    assert [unit.id for unit in detail.units] == ["A1", "A2", "B1"]
    assert detail.units[1].judges == (("j1", Fraction(2)), ("j3", Fraction(3)))
    assert detail.units[1].value == Fraction("2.5")
    assert detail.shown == ()


def test_units_at_the_dimension_show_figures_after_their_stages() -> None:
    rules = replace(MEAN, combine_at=CombineAt.DIMENSION, rounding=(rounding(Stage.DIMENSION, 0),))
    detail = explain_region(instrument(TWO, rules), "r", sheets("r", ROWS))
    assert [unit.id for unit in detail.units] == ["A", "B"]
    assert detail.units[0].judges == (("j1", Fraction(3)), ("j3", Fraction(3)))  # 2.5 -> 3


def test_one_unit_at_the_total_and_dimensions_beside_it() -> None:
    rules = replace(MEAN, combine_at=CombineAt.TOTAL, rounding=(rounding(Stage.TOTAL, 0),))
    detail = explain_region(instrument(TWO, rules), "r", sheets("r", ("- - -", *ROWS)))
    (total,) = detail.units
    assert (total.id, total.value) == ("total", Fraction(3))
    assert total.judges == (("j2", Fraction(3)), ("j4", Fraction(3)))  # 3 and 3.1 -> 3
    assert [unit.id for unit in detail.shown] == ["A", "B"]
    assert [judge for judge, _ in detail.shown[1].judges] == ["j2", "j3", "j4"]


@pytest.mark.parametrize("at", list(CombineAt))
def test_the_values_are_the_tallys(at: CombineAt) -> None:
    rules = replace(
        TRIMMED, combine_at=at, rounding=(rounding(Stage.WEIGHT, 1), rounding(Stage.JUDGES, 1))
    )
    one = instrument(ONE, rules)
    all_sheets = [*sheets("r", ["3", "4.44", "1.26", "2.5", "3.9"]), sheet("j1", "s", "1")]
    (found,) = compute_tally(one, ["r"], all_sheets)
    detail = explain_region(one, "r", all_sheets)
    values = [unit.value for unit in detail.units]
    assert values == [found.final_total if at is CombineAt.TOTAL else found.dimensions[0][1]]
    assert [unit.value for unit in detail.shown] == (
        [value for _, value in found.dimensions] if at is CombineAt.TOTAL else []
    )


def test_a_region_without_sheets_has_empty_units() -> None:
    for at in CombineAt:
        detail = explain_region(instrument(ONE, replace(MEAN, combine_at=at)), "r", [])
        assert [(unit.value, unit.judges, unit.dropped) for unit in detail.units] == [
            (None, (), ())
        ]
