"""Every judge's score of every indicator, wherever the rules combine them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.rules import Combine, CombineAt
from smartcity_desktop.domain.score_sheet import empty_sheet
from smartcity_desktop.results.explanation import explain_region
from smartcity_desktop.secretariat.judge_matrix import list_matrix
from tests.results.building import MEAN, instrument, sheets

if TYPE_CHECKING:
    from smartcity_desktop.domain.rules import Rules
    from smartcity_desktop.secretariat.judge_matrix import MatrixLine

TWO = {"A": ("60", {"A1": "50", "A2": "50"}), "B": ("40", {"B1": "100"})}
ROWS = ("4 2 3", "3 - 2", "2 3 4")


def matrix(rules: Rules) -> tuple[MatrixLine, ...]:
    made, counted = instrument(TWO, rules), sheets("r", ROWS)
    own = [
        replace(empty_sheet(each.judge, "r", "R", 3), values=tuple(each.values)) for each in counted
    ]
    return list_matrix(made, explain_region(made, "r", counted), own)


def test_indicators_that_are_combined_stand_by_themselves() -> None:
    lines = matrix(MEAN)
    assert [line.id for line in lines] == ["A1", "A2", "B1"]
    assert all(line.combines for line in lines)
    assert lines[1].figures == {"j1": 2, "j3": 3}
    assert lines[1].combined == Fraction("2.5")


def test_below_a_dimension_that_is_combined_stand_its_scores() -> None:
    trimmed = replace(
        MEAN, combine_at=CombineAt.DIMENSION, combine_judges=Combine.TRIMMED_MEAN, trim_low=1
    )
    lines = matrix(trimmed)
    assert [line.id for line in lines] == ["A", "A1", "A2", "B", "B1"]
    assert [line.leads for line in lines] == [True, False, False, True, False]
    scores = {line.id: line.figures for line in lines}
    assert scores["A1"] == {"j1": 4, "j2": 3, "j3": 2}
    assert scores["B1"] == {"j1": 3, "j2": 2, "j3": 4}
    assert lines[3].dropped == {"j2"}
    assert [line.combines for line in lines] == [True, False, False, True, False]


def test_a_total_comes_before_everything_it_is_made_of() -> None:
    lines = matrix(replace(MEAN, combine_at=CombineAt.TOTAL))
    assert [line.id for line in lines] == ["total", "A", "A1", "A2", "B", "B1"]
    assert lines[0].name is None
    assert set(lines[0].figures) == {"j1", "j3"}
