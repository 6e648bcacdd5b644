"""Opening a panel file on a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.scoring.desk_facts import read_desk
from smartcity_desktop.scoring.opening import open_desk
from smartcity_desktop.workplace.arriving import describe, find_other_copy, look_at
from smartcity_desktop.workplace.places import Place

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.workplace.arriving import OtherCopy
    from smartcity_desktop.workplace.recent import RecentFile
    from ui.context import Context


class Seen(Struct, frozen=True):
    """What was found out about a file before anything was written."""

    file: RecentFile
    other: OtherCopy | None
    place: Place


def open_with_facts(path: Path, clock: Clock) -> tuple[Desk, DeskFacts]:
    """Open and read everything; runs on the lane that will do all further work on the file."""
    desk = open_desk(path, clock)
    try:
        return desk, read_desk(desk)
    except BaseException:
        desk.panel.close()
        raise


def look(path: Path, context: Context) -> Seen:
    """Find out whose file it is, whether a newer copy is known, and where it lies.

    Raises:
        StoreError: it cannot be opened for reading.
        HandedOverError: nobody can score in it.
    """
    return _seen(look_at(path, context.clock), path, context)


def recognise(path: Path, facts: DeskFacts, context: Context) -> Seen:
    """Find out the same of a file that is open already."""
    file = describe(path, facts.issue, facts.history.changes, context.clock)
    return _seen(file, path, context)


def _seen(file: RecentFile, path: Path, context: Context) -> Seen:
    recent = context.memory.now.recent
    other = find_other_copy(file, recent, context.own_folder, context.clock)
    inside = path.absolute().is_relative_to(context.own_folder.absolute())
    return Seen(file, other, Place.OWN if inside else context.place_of(path))
