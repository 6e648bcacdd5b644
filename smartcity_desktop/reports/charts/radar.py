"""A radar chart as points around a centre: radius 1, first axis upward, the others clockwise.

The scale is fixed by what an axis can hold, never by the values at hand: two charts can be laid
side by side. These are drawings; nothing is ever calculated with their points.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    Point = tuple[float, float]

LEAST_AXES = 3
"""Fewer do not enclose anything."""

MOST_STEPS = 5
QUARTERS = 4


class RadarAxis(Struct, frozen=True):
    """One axis.

    Attributes:
        lowest, highest: what the centre and the outer ring stand for.
        value, other: of the two lines, such as a region and the mean; None where there is none.
    """

    label: str
    lowest: Fraction
    highest: Fraction
    value: Fraction | None
    other: Fraction | None


class Ring(Struct, frozen=True):
    """A line around the centre; the value it stands for, None where the axes differ.

    Attributes:
        percent: how far out it lies.
    """

    points: tuple[Point, ...]
    percent: int
    value: Fraction | None


class RadarDrawing(Struct, frozen=True):
    """What to draw.

    Attributes:
        rings: from the inside out. ends: of the axes, in their order.
        labels: text and the place beyond the axis' end that it belongs to.
        value, other: known points; a line is closed only where ``is_whole`` says so.
        is_whole: whether every axis has a value, and every axis another.
    """

    rings: tuple[Ring, ...]
    ends: tuple[Point, ...]
    labels: tuple[tuple[str, Point], ...]
    value: tuple[Point, ...]
    other: tuple[Point, ...]
    is_whole: tuple[bool, bool]


def draw_radar(axes: Sequence[RadarAxis], *, label_distance: float = 1.14) -> RadarDrawing:
    """Place rings, axes and both lines.

    Raises:
        ValueError: there are fewer than three axes; a fault of the caller.
    """
    if len(axes) < LEAST_AXES:
        raise ValueError(f"a radar needs {LEAST_AXES} axes, not {len(axes)}")
    return RadarDrawing(
        rings=tuple(_rings(axes)),
        ends=tuple(_at(axes, n, 1) for n in range(len(axes))),
        labels=tuple((axis.label, _at(axes, n, label_distance)) for n, axis in enumerate(axes)),
        value=_line(axes, lambda axis: axis.value),
        other=_line(axes, lambda axis: axis.other),
        is_whole=(
            all(axis.value is not None for axis in axes),
            all(axis.other is not None for axis in axes),
        ),
    )


def _rings(axes: Sequence[RadarAxis]) -> list[Ring]:
    shared = {(axis.lowest, axis.highest) for axis in axes}
    lowest, highest = next(iter(shared))
    span = highest - lowest
    steps = QUARTERS
    if len(shared) == 1 and span.denominator == 1 and 1 < span.numerator <= MOST_STEPS:
        steps = span.numerator
    return [
        Ring(
            tuple(_at(axes, n, step / steps) for n in range(len(axes))),
            100 * step // steps,
            lowest + span * step / steps if len(shared) == 1 else None,
        )
        for step in range(1, steps + 1)
    ]


def _line(
    axes: Sequence[RadarAxis], choose: Callable[[RadarAxis], Fraction | None]
) -> tuple[Point, ...]:
    points = []
    for n, axis in enumerate(axes):
        value = choose(axis)
        if value is not None:
            span = axis.highest - axis.lowest
            reach = float((value - axis.lowest) / span) if span else 0.0
            points.append(_at(axes, n, min(max(reach, 0.0), 1.0)))
    return tuple(points)


def _at(axes: Sequence[RadarAxis], number: int, radius: float) -> Point:
    angle = 2 * math.pi * number / len(axes)
    return radius * math.sin(angle), radius * math.cos(angle)
