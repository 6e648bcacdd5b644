"""Judges and regions that join after the assessment was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.rosters.judge_list import read_judge_list
from smartcity_desktop.tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.assessment_file import AssessmentFile

JUDGE_FIELDS = ("id", "name", "institution", "home_region", "role", "panel")
REGION_FIELDS = ("code", "name", "province")


def add_judge(file: AssessmentFile, joining: Judge, clock: Clock) -> Judge:
    """Add a judge to an assessment; no panel file is issued by this.

    Returns:
        The judge as stored: the home region as a code.

    Raises:
        RuleError: declared. InputError: an id that is taken or unsafe, no name, an unknown home
            region, or a person who judges already.
    """
    _expect_not_declared(file)
    roster = file.roster()
    rows = [_cells(judge, JUDGE_FIELDS) for judge in (*roster.judges, joining)]
    judges = read_judge_list(_table(JUDGE_FIELDS, rows), roster.regions, official_regions())
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
