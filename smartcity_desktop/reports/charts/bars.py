"""Bars for what has too few axes for a radar chart: how far along a fixed scale a value lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.reports.charts.radar import RadarAxis


def draw_bar(axis: RadarAxis) -> tuple[float | None, float | None]:
    """Return how far value and other reach, from 0 (lowest) to 1 (highest); None without one."""
    span = axis.highest - axis.lowest
    reaches = [
        None if value is None else float((value - axis.lowest) / span) if span else 0.0
        for value in (axis.value, axis.other)
    ]
    own, other = (None if r is None else min(max(r, 0.0), 1.0) for r in reaches)
    return own, other
