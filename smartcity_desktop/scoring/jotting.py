"""What a judge notes for himself: bounded text, kept in the panel file, never sealed or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.scoring.wording import LONGEST_NOTE, clean_note

if TYPE_CHECKING:
    from smartcity_desktop.scoring.desk import Desk

LONGEST_JOTTING = LONGEST_NOTE


def write_jotting(desk: Desk, code: str, indicator: str, text: str) -> None:
    """Keep a private note on an indicator (``*`` for the region); an empty one is taken away.

    Raises:
        InputError: the text is too long, or the region is not in this file.
        StoreError: it could not be saved.
    """
    region = desk.region(code)
    desk.panel.jottings.write(region.code, indicator, clean_note(text))
