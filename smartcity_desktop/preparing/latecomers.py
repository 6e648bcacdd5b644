"""Judges and regions that join after the assessment was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.rosters.judge_list import read_judge_list
from smartcity_desktop.tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Judge, Region, Roster
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.store.assessment_file import AssessmentFile

JUDGE_FIELDS = ("id", "name", "institution", "home_region", "role", "panel")
REGION_FIELDS = ("code", "name", "province")
_NUMBERED = re.compile(r"(.*?)([0-9]{1,4})")


def add_judge(file: AssessmentFile, joining: Judge, clock: Clock) -> Judge:
    """Add a judge to an assessment; no panel file is issued by this.

    Returns:
        The judge as stored: the home region as a code.

    Raises:
        RuleError: declared. InputError: an id that is taken or unsafe, no name, an unknown home
            region, or a person who judges already.
    """
    _expect_not_declared(file)
    judges = _with_judge(file.roster(), joining)
    added = next(judge for judge in judges if judge.id == joining.id.strip())
    file.rosters.add_judge(added, write_instant(clock()))
    return added


def add_region(file: AssessmentFile, joining: Region, clock: Clock) -> Region:
    """Add a region to an assessment; nobody is asked to score it by this.

    Returns:
        The region as stored, with official name and province.

    Raises:
        RuleError: declared. InputError: an unknown official code, a name that does not fit, or a
            region that is there already.
    """
    _expect_not_declared(file)
    roster = file.roster()
    rows = [_cells(region, REGION_FIELDS) for region in (*roster.regions, joining)]
    regions = read_region_list(_table(REGION_FIELDS, rows), official_regions())
    known = {region.code for region in roster.regions}
    added = next(region for region in regions if region.code not in known)
    file.rosters.add_region(added, write_instant(clock()))
    return added


def judge_problem(roster: Roster, joining: Judge) -> Message | None:
    """Return why a judge cannot join like this, or None; nothing is read from a file."""
    try:
        _with_judge(roster, joining)
    except InputError as error:
        return error.problems[0].what
    return None


def region_problem(roster: Roster, joining: Region) -> Message | None:
    """Return why a region cannot join like this, or None; nothing is read from a file."""
    table = _table(REGION_FIELDS, [_cells(joining, REGION_FIELDS)])
    try:
        (region,) = read_region_list(table, official_regions())
    except InputError as error:
        return error.problems[0].what
    if any(known.code.casefold() == region.code.casefold() for known in roster.regions):
        return message(
            "{region} belongs to this assessment already.", region=f"{region.code} {region.name}"
        )
    return None


def next_judge_id(judges: Iterable[Judge]) -> str:
    """Return an id after the pattern of the others that none of them has: juri-06 after juri-05."""
    ids = [judge.id for judge in judges]
    numbered = [found for each in ids if (found := _NUMBERED.fullmatch(each))]
    if not numbered:
        return ""
    last = max(numbered, key=lambda found: int(found[2]))
    return f"{last[1]}{int(last[2]) + 1:0{len(last[2])}}"


def _with_judge(roster: Roster, joining: Judge) -> tuple[Judge, ...]:
    rows = [_cells(judge, JUDGE_FIELDS) for judge in (*roster.judges, joining)]
    return read_judge_list(_table(JUDGE_FIELDS, rows), roster.regions, official_regions())


def _cells(value: object, fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(getattr(value, field)) for field in fields)


def _table(fields: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return what a person joined to the list would look like; its last line is the new one."""
    numbered = tuple(Row(line, cells) for line, cells in enumerate(rows, start=2))
    return Table("", fields, 1, numbered)


def _expect_not_declared(file: AssessmentFile) -> None:
    if file.declarations.standing() is not None:
        raise RuleError(
            message(
                "The results are declared. Reopen them before anybody joins. Nothing was changed."
            )
        )
