"""How a person wants the window; kept on this laptop, never in a panel file."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from smartcity_desktop.domain.local_text import Language

TEXT_PERCENTS = (100, 112, 125, 137, 150)
"""Sizes of text that "A-" and "A+" go through."""
IDLE_MINUTES = (0, 5, 10, 15, 30)
"""After how many idle minutes the window may lock itself; 0 = never."""


class Appearance(Enum):
    """Dark text on light ground, or the other way round."""

    LIGHT = "light"
    DARK = "dark"


class Preferences(Struct, frozen=True):
    """How a person wants the window.

    Attributes:
        text_percent: one of ``TEXT_PERCENTS``.
        idle_minutes: the window locks itself after so many minutes without a touch; 0 = never.
        size_offered: the text size was offered once, at the first opening.
    """

    language: Language = Language.INDONESIAN
    appearance: Appearance = Appearance.LIGHT
    text_percent: int = 100
    idle_minutes: int = 0
    size_offered: bool = False


def nearest_percent(percent: int, step: int) -> int:
    """Return the next smaller (-1), the same (0) or the next larger (+1) size of text."""
    place = min(range(len(TEXT_PERCENTS)), key=lambda at: abs(TEXT_PERCENTS[at] - percent))
    return TEXT_PERCENTS[max(0, min(len(TEXT_PERCENTS) - 1, place + step))]
