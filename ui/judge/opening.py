"""Opening a panel file on a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.scoring.desk_facts import read_desk
from smartcity_desktop.scoring.opening import open_desk

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts


def open_with_facts(path: Path, clock: Clock) -> tuple[Desk, DeskFacts]:
    """Open and read everything; runs on the lane that will do all further work on the file."""
    desk = open_desk(path, clock)
    try:
        return desk, read_desk(desk)
    except BaseException:
        desk.panel.close()
        raise
