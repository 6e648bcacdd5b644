"""The judge's regions by session, where the assignments say when; and which session is now."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from smartcity_desktop.domain.assessment import Assignment

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb pebruari", "maret march mar",
            "april apr", "mei may", "juni june jun", "juli july jul", "agustus august agu aug",
            "september sep", "oktober october okt oct", "november nov nopember",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")
_NAMED = re.compile(r"\b(\d{1,2}) ([a-z]+) (\d{4})\b")
_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\b")
_NUMBER = re.compile(r"(\d+)")


class Session(Struct, frozen=True):
    """Regions that are scored together.

    Attributes:
        day, name, room, start: as the list of assignments has them, any of them may be empty;
            the room only where it is the same for all, the start of the first region.
        regions: codes, in the order of their turns.
        on, at: day and start where they can be understood.
    """

    day: str
    name: str
    room: str
    start: str
    regions: tuple[str, ...]
    on: date | None
    at: time | None


def sessions_of(assignments: Iterable[Assignment]) -> tuple[Session, ...]:
    """Return the sessions in their order; nothing where there is no timetable.

    Regions without a day and a session come last, as a session without a name.
    """
    groups: dict[tuple[str, str], list[Assignment]] = {}
    for each in assignments:
        groups.setdefault((each.day, each.session), []).append(each)
    if set(groups) <= {("", "")}:
        return ()
    return tuple(sorted((_session(*key, turns) for key, turns in groups.items()), key=_order))


def current_sessions(sessions: Iterable[Session], moment: datetime) -> tuple[Session, ...]:
    """Return the sessions of this day and time: begun last, or first of the day before it begins.

    Several where the timetable says no time, or where they begin together. A session without a
    day takes place on any day, if it has a time.
    """
    today = [s for s in sessions if s.on == moment.date() or (not s.day and s.at is not None)]
    timed = sorted({s.at for s in today if s.at is not None})
    begun = [at for at in timed if at <= moment.time()]
    now = begun[-1] if begun else next(iter(timed), None)
    return tuple(s for s in today if s.at in (None, now))


def read_day(text: str) -> date | None:
    """Return the day of ``2026-11-24``, ``24/11/2026`` or ``Selasa, 24 November 2026``."""
    words = " ".join(text.casefold().replace(",", " ").split())
    if found := _YEAR_FIRST.search(words):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.search(words):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _NAMED.search(words)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2]], int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """Return the time of ``09.30``, ``9:30`` or ``pukul 09.30 WIB``."""
    found = _TIME.search(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _session(day: str, name: str, turns: list[Assignment]) -> Session:
    ordered = sorted(turns, key=lambda t: (read_time(t.start) or time.max, t.start, t.region))
    rooms = {turn.room for turn in turns}
    times = [at for turn in turns if (at := read_time(turn.start)) is not None]
    return Session(
        day, name, rooms.pop() if len(rooms) == 1 else "", ordered[0].start,
        tuple(turn.region for turn in ordered), read_day(day), min(times, default=None),
    )  # fmt: skip


def _order(session: Session) -> tuple[object, ...]:
    return (
        not (session.day or session.name),
        session.on or date.max,
        session.day,
        session.at or time.max,
        [(int(part) if part.isdigit() else 0, part) for part in _NUMBER.split(session.name)],
    )
