"""Agreement against numbers that others published."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.agreement.complete_designs import intraclass, kendalls_w
from smartcity_desktop.agreement.krippendorff import (
    alpha,
    interval,
    interval_alpha,
    nominal,
    ordinal,
    ratio,
)

FILE = Path(__file__).resolve().parents[1] / "data" / "published_statistics.json"
PUBLISHED: dict[str, dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))

Metric = Callable[[Mapping[int, int]], Callable[[int, int], Fraction]]

unit_lists = st.lists(st.lists(st.integers(1, 9), max_size=6), max_size=12)


def units() -> list[list[int]]:
    columns = zip(*PUBLISHED["krippendorff_C"]["rows"], strict=True)
    return [[value for value in column if value is not None] for column in columns]


@pytest.mark.parametrize(
    ("name", "metric"),
    [("nominal", nominal), ("ordinal", ordinal), ("interval", interval), ("ratio", ratio)],
)
def test_krippendorffs_own_example(name: str, metric: Metric) -> None:
    found = alpha(units(), metric)
    assert found is not None
    assert round(float(found), 6) == PUBLISHED["krippendorff_C"][name]


@given(unit_lists)
def test_the_fast_way_gives_the_same_alpha(given_units: list[list[int]]) -> None:
    assert interval_alpha(given_units) == alpha(given_units, interval)


def test_agreement_needs_two_values_and_a_difference() -> None:
    assert interval_alpha([]) is None
    assert interval_alpha([[3], [4]]) is None
    assert interval_alpha([[3, 3], [3, 3]]) is None
    assert alpha([[3, 3], [3, 3]], ordinal) is None
    assert interval_alpha([[1, 1], [4, 4]]) == 1


def test_shrout_and_fleiss_1979() -> None:
    published = PUBLISHED["shrout_fleiss_1979"]
    found = intraclass(published["data"])
    assert found is not None
    assert round(float(found.single), 4) == published["icc_4dp"]["2,1"]
    assert round(float(found.mean), 4) == published["icc_4dp"]["2,4"]


def test_kendalls_w_with_ties() -> None:
    published = PUBLISHED["nag_g08daf"]
    found = kendalls_w([[int(2 * value) for value in row] for row in published["rows"]])
    assert found is not None
    assert round(float(found.w), 10) == published["W_full"]
    assert round(float(found.chi_square), 6) == published["chi2"]
    assert found.freedom == published["df"]


def test_what_cannot_be_said_is_not_said() -> None:
    assert kendalls_w([]) is None
    assert kendalls_w([[1, 2, 3]]) is None
    assert kendalls_w([[2, 2], [2, 2]]) is None
    assert intraclass([]) is None
    assert intraclass([[1], [2]]) is None
    assert intraclass([[2, 2], [2, 2]]) is None


def test_judges_of_one_mind() -> None:
    same = kendalls_w([[1, 2, 3, 4]] * 3)
    turned = kendalls_w([[1, 2, 3, 4], [4, 3, 2, 1]])
    assert same is not None
    assert turned is not None
    assert same.w == 1
    assert turned.w == 0
    found = intraclass([[1, 1], [2, 2], [4, 4]])
    assert found is not None
    assert found.single == found.mean == 1
