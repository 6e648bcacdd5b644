"""The radar chart: its scale is that of the instrument, never that of the values at hand."""

from __future__ import annotations

import ast
import math
from fractions import Fraction
from pathlib import Path

import pytest

from smartcity_desktop.reports.charts import radar
from smartcity_desktop.reports.charts.radar import RadarAxis, draw_radar


def axes(*values: int | None, lowest: int = 1, highest: int = 4) -> list[RadarAxis]:
    return [
        RadarAxis(f"D{n}", Fraction(lowest), Fraction(highest),
                  None if value is None else Fraction(value), Fraction(2))
        for n, value in enumerate(values)
    ]  # fmt: skip


def radii(points: tuple[tuple[float, float], ...]) -> list[float]:
    return [round(math.hypot(x, y), 9) for x, y in points]


def test_the_centre_is_the_lowest_value_and_the_outer_ring_the_highest() -> None:
    drawing = draw_radar(axes(1, 4, 2, 3))
    assert radii(drawing.value) == [0, 1, round(1 / 3, 9), round(2 / 3, 9)]
    assert [ring.value for ring in drawing.rings] == [2, 3, 4]
    assert [ring.percent for ring in drawing.rings] == [33, 66, 100]
    assert radii(drawing.other) == [round(1 / 3, 9)] * 4
    assert drawing.is_whole == (True, True)


def test_the_first_axis_points_upward_and_the_second_is_at_its_right() -> None:
    (up, right, down, left) = draw_radar(axes(4, 4, 4, 4)).ends
    assert up == pytest.approx((0, 1))
    assert right == pytest.approx((1, 0))
    assert down == pytest.approx((0, -1))
    assert left == pytest.approx((-1, 0))


def test_equal_low_values_draw_a_small_figure_not_a_full_one() -> None:
    assert radii(draw_radar(axes(2, 2, 2)).value) == [round(1 / 3, 9)] * 3


def test_axes_of_different_reach_are_marked_in_percent() -> None:
    mixed = [*axes(1, 2), RadarAxis("X", Fraction(0), Fraction(100), Fraction(50), None)]
    drawing = draw_radar(mixed)
    assert [(ring.percent, ring.value) for ring in drawing.rings] == [
        (25, None), (50, None), (75, None), (100, None)
    ]  # fmt: skip
    assert radii(drawing.value)[2] == 0.5
    assert drawing.is_whole == (True, False)


def test_a_missing_value_leaves_a_gap() -> None:
    drawing = draw_radar(axes(3, None, 3, 3))
    assert len(drawing.value) == 3
    assert drawing.is_whole == (False, True)


def test_a_wide_scale_has_quarters() -> None:
    drawing = draw_radar(axes(10, 20, 100, lowest=0, highest=100))
    assert [ring.value for ring in drawing.rings] == [25, 50, 75, 100]


def test_two_axes_are_no_radar() -> None:
    with pytest.raises(ValueError, match="3 axes"):
        draw_radar(axes(1, 2))


def test_screen_and_paper_share_the_drawing() -> None:
    tree = ast.parse(Path(radar.__file__).read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not any(name and name.startswith(("reportlab", "PySide6")) for name in names)
