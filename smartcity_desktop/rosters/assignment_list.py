"""Who scores what: ``judge,region[,name,day,session,room,start]``, or everybody scores all."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, Judge, Region
from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import LEAVE_OUT, MAY_LEAVE_OUT, Offer
from smartcity_desktop.regions.finding import RegionFinder
from smartcity_desktop.rosters.region_columns import REGION, REGION_NAME
from smartcity_desktop.tables.columns import Column, Record, read_records
from smartcity_desktop.tables.problem_list import ProblemList
from smartcity_desktop.tables.table import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.regions.official import RegionTable
    from smartcity_desktop.tables.table import Table

ASSIGNMENT_COLUMNS = (
    Column("judge", ("juri", "id_juri", "kode_juri", "judge_id", "asesor", "id"), required=True),
    REGION,
    REGION_NAME,
    Column("day", ("hari", "tanggal", "date")),
    Column("session", ("sesi",)),
    Column("room", ("ruang", "ruangan", "meja", "table")),
    Column("start", ("mulai", "jam", "waktu", "pukul", "time")),
)
"""Columns of the list with every name they go by."""

HOME_REGION = "home_region"
"""Source of a conflict of interest that the list of judges shows by itself."""

_HOME_REGION_REASON = "daerah asal juri"
_CLOSE = 0.6


def read_assignment_list(
    table: Table, judges: Sequence[Judge], regions: Sequence[Region], official: RegionTable
) -> tuple[Assignment, ...]:
    """Return the assignments of a list, sorted.

    Raises:
        InputError: every judge or region that is not known, with what was likely meant, and every
            pair that is there twice.
    """
    records = read_records(table, ASSIGNMENT_COLUMNS)
    if not records:
        raise refusal(table.name, message("The list names no assignment."))
    finder = RegionFinder(regions, official)
    ids = {judge.id.casefold(): judge for judge in judges}
    problems = ProblemList()
    first: dict[tuple[str, str], Record] = {}
    assignments: list[Assignment] = []
    for record in records:
        judge = ids.get(record.text("judge").casefold())
        region = finder.find(record.words("region"), record.words("name"))
        if judge is None:
            what = _unknown_judge(record.words("judge"), judges)
            problems.add(record.place("judge"), what)
        if isinstance(region, Message):
            problems.add(record.place("region"), region)
        elif judge:
            before = first.setdefault((judge.id, region.code), record)
            if before is not record:
                problems.add(record.place(), _repeated(judge, region, before, record))
            assignments.append(_assignment(record, judge, region))
    problems.refuse()
    return tuple(sorted(assignments))


def everybody_scores_all(
    judges: Iterable[Judge], regions: Sequence[Region]
) -> tuple[Assignment, ...]:
    """Return an assignment of every judge to every region, sorted."""
    return tuple(sorted(Assignment(j.id, r.code) for j in judges for r in regions))


def home_region_conflicts(
    judges: Iterable[Judge], assignments: Iterable[Assignment]
) -> tuple[ConflictOfInterest, ...]:
    """Return the assigned pairs in which a judge would score his own home region, sorted."""
    homes = {judge.id: judge.home_region for judge in judges if judge.home_region}
    pairs = sorted({(a.judge, a.region) for a in assignments})
    return tuple(
        ConflictOfInterest(judge, region, HOME_REGION, _HOME_REGION_REASON)
        for judge, region in pairs
        if homes.get(judge) == region
    )


def _assignment(record: Record, judge: Judge, region: Region) -> Assignment:
    return Assignment(
        judge.id,
        region.code,
        record.words("day"),
        record.words("session"),
        record.words("room"),
        record.words("start"),
    )


def _unknown_judge(written: str, judges: Sequence[Judge]) -> Message:
    if not written:
        return message("The judge is missing.")
    named = [j for j in judges if j.name.casefold() == written.casefold()]
    close = get_close_matches(written, [j.id for j in judges], 2, _CLOSE)
    likely = named or [j for j in judges if j.id in close]
    if not likely:
        return message('No judge has the id "{id}".', id=written[:40])
    what = message(
        'No judge has the id "{id}". Did you mean {offer}?',
        id=written[:40],
        offer=" / ".join(f"{judge.id} {judge.name}" for judge in likely),
    )
    guess = not named
    return offering(
        what, (Offer(judge.id, f"{judge.id} {judge.name}", guess=guess) for judge in likely)
    )


def _repeated(judge: Judge, region: Region, before: Record, record: Record) -> Message:
    what = message(
        "{judge} is assigned to {region} in line {line} already. Keep one of the two lines.",
        judge=f"{judge.id} {judge.name}",
        region=f"{region.code} {region.name}",
        line=before.row.line,
    )
    same = _assignment(before, judge, region) == _assignment(record, judge, region)
    return offering(what, [LEAVE_OUT if same else MAY_LEAVE_OUT])
