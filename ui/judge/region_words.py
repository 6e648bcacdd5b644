"""How a region's state is said and shown: word and painted mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.progress import Progress
from ui.widgets.state_mark import MarkShape

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.scoring.timetable import Session
    from ui.words import Words

SHAPES = {
    Progress.OPEN: MarkShape.EMPTY,
    Progress.PARTLY: MarkShape.PARTLY,
    Progress.FINISHED: MarkShape.FINISHED,
    Progress.LEFT_OUT: MarkShape.LEFT_OUT,
}
WORDS = {
    Progress.OPEN: message("not yet"),
    Progress.PARTLY: message("partly"),
    Progress.FINISHED: message("finished"),
    Progress.LEFT_OUT: message("left out"),
}
SEALED = message("sealed")
ABSENT = message("reported absent")


def code_and_province(region: Region) -> str:
    """Return what stands below a region's name."""
    return " · ".join(part for part in (region.code, region.province) if part)


def name_session(session: Session, words: Words) -> str:
    """Return the heading of a session: day, name, room, start."""
    if not session.day and not session.name:
        return words.say(message("Without a time"))
    day = session.day
    if session.on is not None:
        from smartcity_desktop.language.dates import print_day

        day = print_day(session.on, words.language)
    return " · ".join(part for part in (day, session.name, session.room, session.start) if part)
