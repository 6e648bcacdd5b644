"""Grades, and as many digits as it takes to tell unequal totals apart."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Grade
from smartcity_desktop.results.grades import find_grade, print_totals
from tests.results.building import MEAN, band

GRADES = tuple(
    Grade(LocalText(name), Fraction(lowest))
    for name, lowest in (("Kurang", "1.6"), ("Baik", "2.6"), ("Sangat Baik", "3.6"))
)


@pytest.mark.parametrize(
    ("total", "grade"),
    [("1.59", None), ("1.6", "Kurang"), ("2.6", "Baik"), ("77/30", "Kurang"), ("4", "Sangat Baik")],
)
def test_a_grade_begins_at_its_limit(total: str, grade: str | None) -> None:
    found = find_grade(Fraction(total), GRADES)
    assert (found.name.id if found else None) == grade


def printed(*totals: str, grades: bool = False, minimum: str = "") -> list[str]:
    rules = replace(
        MEAN,
        grades=GRADES if grades else (),
        bands=(band("X", 1, minimum),) if minimum else (),
    )
    found = print_totals(rules, map(Fraction, totals))
    return [found[Fraction(total)] for total in totals]


def test_totals_have_the_instruments_decimals() -> None:
    assert printed("3", "2/3", "3.315") == ["3.00", "0.67", "3.32"]


def test_unequal_totals_that_would_look_equal_get_more_digits() -> None:
    assert printed("3.3333", "3.3341", "3.34", "3") == ["3.333", "3.334", "3.34", "3.00"]
    assert printed("3.33332", "3.33334") == ["3.33332", "3.33334"]


def test_equal_totals_look_equal() -> None:
    assert printed("2/3", "2/3") == ["0.67", "0.67"]


def test_a_total_below_a_limit_does_not_look_as_if_it_reached_it() -> None:
    assert printed("2.596", grades=True) == ["2.596"]
    assert printed("2.59996", grades=True) == ["2.59996"]
    assert printed("3.4996", minimum="3.5") == ["3.4996"]


def test_a_total_at_a_fine_limit_does_not_look_as_if_it_missed_it() -> None:
    assert printed("3.504", minimum="3.504") == ["3.504"]


@given(st.lists(st.fractions(0, 4, max_denominator=500), min_size=1, max_size=12))
def test_what_is_printed_keeps_order_and_differences(totals: list[Fraction]) -> None:
    found = print_totals(replace(MEAN, grades=GRADES), totals)
    ordered = sorted(set(totals))
    figures = [Fraction(found[total]) for total in ordered]
    assert figures == sorted(set(figures))
    for total, figure in zip(ordered, figures, strict=True):
        assert find_grade(total, GRADES) == find_grade(figure, GRADES)
