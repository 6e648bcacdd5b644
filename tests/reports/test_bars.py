"""Bars lie on a fixed scale."""

from __future__ import annotations

from fractions import Fraction

import pytest

from smartcity_desktop.reports.charts.bars import draw_bar
from smartcity_desktop.reports.charts.radar import RadarAxis

ONE, FOUR = Fraction(1), Fraction(4)


@pytest.mark.parametrize(
    ("value", "other", "drawn"),
    [
        (ONE, FOUR, (0.0, 1.0)),
        (Fraction(5, 2), None, (0.5, None)),
        (None, Fraction(7, 4), (None, 0.25)),
        (Fraction(9), Fraction(0), (1.0, 0.0)),
    ],
)
def test_a_bar_reaches_as_far_as_its_value_on_the_scale(
    value: Fraction | None, other: Fraction | None, drawn: tuple[float | None, float | None]
) -> None:
    assert draw_bar(RadarAxis("A", ONE, FOUR, value, other)) == drawn


def test_a_scale_of_one_value_has_no_length() -> None:
    assert draw_bar(RadarAxis("A", ONE, ONE, ONE, None)) == (0.0, None)
