"""Sessions as the lists of coordinators name them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from smartcity_desktop.domain.assessment import Assignment
from smartcity_desktop.scoring.timetable import (
    current_sessions,
    read_day,
    read_time,
    sessions_of,
)


def turn(
    region: str, day: str = "", session: str = "", start: str = "", room: str = ""
) -> Assignment:
    return Assignment("j01", region, day, session, room, start)


DAYS = (
    turn("11.01", "2026-11-24", "Sesi 2", "10.30", "Ruang A"),
    turn("11.02", "2026-11-24", "Sesi 2", "11.00", "Ruang B"),
    turn("11.03", "2026-11-24", "Sesi 1", "08.30", "Ruang A"),
    turn("11.04", "2026-11-25", "Sesi 1", "09.00", "Ruang A"),
    turn("11.05"),
)


def test_without_a_timetable_there_are_no_sessions() -> None:
    assert sessions_of([turn("11.01"), turn("11.02")]) == ()


def test_sessions_follow_day_and_time_and_regions_their_turns() -> None:
    found = sessions_of(DAYS)
    assert [s.regions for s in found] == [("11.03",), ("11.01", "11.02"), ("11.04",), ("11.05",)]
    assert found[1].room == ""
    assert found[0].room == "Ruang A"
    assert (found[1].on, found[1].at) == (date(2026, 11, 24), time(10, 30))


def test_session_ten_comes_after_session_nine() -> None:
    found = sessions_of([turn("1", "", "Sesi 10"), turn("2", "", "Sesi 9"), turn("3", "", "Sesi")])
    assert [s.name for s in found] == ["Sesi", "Sesi 9", "Sesi 10"]


@pytest.mark.parametrize(
    ("moment", "names"),
    [
        ((2026, 11, 24, 7, 0), ["11.03"]),
        ((2026, 11, 24, 8, 30), ["11.03"]),
        ((2026, 11, 24, 10, 29), ["11.03"]),
        ((2026, 11, 24, 10, 30), ["11.01", "11.02"]),
        ((2026, 11, 24, 23, 0), ["11.01", "11.02"]),
        ((2026, 11, 25, 7, 0), ["11.04"]),
        ((2026, 11, 26, 7, 0), []),
    ],
)
def test_the_session_of_the_clock(moment: tuple[int, ...], names: list[str]) -> None:
    found = current_sessions(sessions_of(DAYS), datetime(*moment))  # type: ignore[arg-type]
    assert [code for s in found for code in s.regions] == names


def test_without_times_every_session_of_the_day_is_current() -> None:
    day = "24 November 2026"
    sessions = sessions_of([turn("1", day, "Pagi"), turn("2", day, "Siang")])
    assert len(current_sessions(sessions, datetime(2026, 11, 24, 9, 0))) == 2


@pytest.mark.parametrize(
    "text",
    ["2026-11-24", "2026-11-24 00:00:00", "24-11-2026", "24/11/2026", "24.11.2026",
     "24 November 2026", "Selasa, 24 November 2026", "Tuesday 24 Nov 2026", "24 Nopember 2026"],
)  # fmt: skip
def test_days_as_people_write_them(text: str) -> None:
    assert read_day(text) == date(2026, 11, 24)


@pytest.mark.parametrize(
    "text", ["", "Selasa", "Hari 1", "31-02-2026", "24 Foo 2026", "99/99/2026"]
)
def test_what_is_no_day(text: str) -> None:
    assert read_day(text) is None


def test_times_as_people_write_them() -> None:
    assert read_time("pukul 09.30 WIB") == read_time("9:30") == time(9, 30)
    assert read_time("25.10") is read_time("pagi") is None
