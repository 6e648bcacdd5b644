"""Opening a panel file for its judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.scoring.desk import Desk
from smartcity_desktop.store.panel_file import open_panel_file
from smartcity_desktop.workplace.arriving import expect_scorable

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock


def open_desk(path: Path, clock: Clock, *, read_only: bool = False) -> Desk:
    """Open a panel file; whoever opened it calls ``desk.panel.close()``.

    Raises:
        StoreError: no panel file, newer, damaged, altered, open elsewhere, not permitted.
        HandedOverError: a sealed copy for the coordinator, in which nobody can score.
        InputError: its instrument cannot be read.
    """
    panel = open_panel_file(path, clock, read_only=read_only)
    try:
        expect_scorable(path, handed_over=panel.handed_over)
        return Desk(panel, read_instrument(panel.instrument, str(path)), clock)
    except BaseException:
        panel.close()
        raise
