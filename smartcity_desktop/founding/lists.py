"""Typed lists as the tables that the readers of files read, so that the same checks hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.errors import Problem
    from smartcity_desktop.domain.instrument import Instrument

    Rows = tuple[tuple[str, ...], ...]

REGION_TITLES = ("code", "name", "province")
JUDGE_TITLES = ("id", "name", "institution", "home_region", "role", "panel")
ASSIGNMENT_TITLES = ("judge", "region", "day", "session", "room", "start")
DOSSIER_TITLES = ("region", "indicator", "figure", "answer", "level")

REGION_LIST = message("List of regions")
JUDGE_LIST = message("List of judges")
ASSIGNMENT_LIST = message("List of assignments")
DOSSIER_LIST = message("Dossiers")


def as_table(name: Message, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return typed lines as a table; lines are counted from 1, as the screen shows them.

    Lines of which nothing was typed are left out, as in a file.
    """
    width = len(titles)
    filled = tuple(
        Row(line, (*row, *("",) * width)[:width])
        for line, row in enumerate(rows, start=1)
        if any(cell.strip() for cell in row)
    )
    return Table(name, tuple(titles), 0, filled)


COLUMNS = {
    "code": message("Code"),
    "name": message("Name"),
    "province": message("Province"),
    "id": message("Id"),
    "institution": message("Institution"),
    "home_region": message("Home region"),
    "role": message("Role"),
    "panel": message("Panel"),
    "judge": message("Judge"),
    "region": message("Region"),
    "day": message("Day"),
    "session": message("Session"),
    "room": message("Room"),
    "start": message("Start"),
    "indicator": message("Indicator"),
    "figure": message("Figure"),
    "answer": message("Answer"),
    "level": message("Level"),
}
"""Titles of the columns on the screen."""


def in_words(problem: Problem) -> Problem:
    """Return the problem with the column's title on the screen in place of its name."""
    where = problem.where
    if not isinstance(where, Message):
        return problem
    fields = tuple(
        (name, COLUMNS.get(value, value) if name == "column" and isinstance(value, str) else value)
        for name, value in where.fields
    )
    return replace(problem, where=Message(where.template, fields))


def region_rows(regions: Iterable[Region]) -> Rows:
    """Return regions as they would be typed."""
    return tuple((r.code, r.name, r.province) for r in regions)


def judge_rows(judges: Iterable[Judge]) -> Rows:
    """Return judges as they would be typed."""
    return tuple((j.id, j.name, j.institution, j.home_region, j.role, j.panel) for j in judges)


def assignment_rows(assignments: Iterable[Assignment]) -> Rows:
    """Return assignments as they would be typed."""
    return tuple((a.judge, a.region, a.day, a.session, a.room, a.start) for a in assignments)


def dossier_rows(dossiers: Mapping[str, Dossier], instrument: Instrument) -> Rows:
    """Return dossiers as they would be typed, levels as the scale writes them."""
    scales = {indicator.id: indicator.scale for indicator in instrument.indicators()}
    rows: list[tuple[str, ...]] = []
    for code, dossier in dossiers.items():
        rows += [(code, "", name, text, "") for name, text in dossier.figures]
        for answer in dossier.answers:
            level = ""
            if answer.claimed is not None:
                scale = scales[answer.indicator]
                level = write_decimal(scale.exact(answer.claimed), scale.decimals)
            rows.append((code, answer.indicator, "", answer.text, level))
    return tuple(rows)
