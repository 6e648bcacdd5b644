"""The coordinator's list of judges: ``id,name[,institution,home_region,role,panel]``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import Offer
from smartcity_desktop.regions.finding import RegionFinder
from smartcity_desktop.tables.columns import Column, Record, read_records
from smartcity_desktop.tables.problem_list import Fault, ProblemList
from smartcity_desktop.tables.table import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.regions.official import RegionTable
    from smartcity_desktop.tables.table import Table

JUDGE_COLUMNS = (
    Column(
        "id",
        ("id_juri", "kode", "kode_juri", "judge", "juri", "judge_id", "code", "id_asesor"),
        required=True,
    ),
    Column("name", ("nama", "nama_juri", "nama_asesor", "judge_name"), required=True),
    Column("institution", ("instansi", "lembaga", "asal_instansi", "institusi")),
    Column("home_region", ("daerah_asal", "asal_daerah", "kab_kota_asal", "home")),
    Column("role", ("peran", "jabatan", "tugas", "unsur")),
    Column("panel", ("kelompok", "tim", "sub_panel", "subpanel")),
)
"""Columns of the list with every name they go by."""

_SAFE_ID = re.compile("[A-Za-z0-9_-]{1,32}")
_NOT_SAFE = re.compile("[^A-Za-z0-9_-]+")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def read_judge_list(
    table: Table, regions: Iterable[Region], official: RegionTable
) -> tuple[Judge, ...]:
    """Return the judges of a list, sorted by id.

    Args:
        table: the list.
        regions: of the assessment; a home region may be one of them or any official one, by code
            or by its full name.
        official: the official regions.

    Raises:
        InputError: every id that is missing, repeated or unsafe in a file name, every missing
            name, every home region that is not known, and persons who are listed twice.
    """
    records = read_records(table, JUDGE_COLUMNS)
    if not records:
        raise refusal(table.name, message("The list names no judge."))
    finder = RegionFinder((*(r.region() for r in official.regions), *regions), official)
    problems = ProblemList()
    lines: dict[str, int] = {}
    persons: dict[tuple[str, str], int] = {}
    judges: list[Judge] = []
    for record in records:
        judge, faults = _read(record, finder)
        problems.extend(faults)
        problems.extend(_repeated(record, judge, lines, persons))
        judges.append(judge)
    problems.refuse()
    return tuple(sorted(judges, key=lambda j: j.id))


def _read(record: Record, finder: RegionFinder) -> tuple[Judge, list[Fault]]:
    """Return the judge of a line, and all that is wrong with the line itself."""
    faults: list[Fault] = []
    judge_id, name = record.text("id"), record.words("name")
    what = _unfit_id(judge_id)
    if what:
        faults.append((record.place("id"), what))
    if not name:
        faults.append((record.place("name"), message("The name is missing.")))
    home = record.words("home_region")
    if home:
        region = finder.find(home)
        if isinstance(region, Region):
            home = region.code
        else:
            faults.append((record.place("home_region"), region))
    judge = Judge(
        judge_id,
        name,
        record.words("institution"),
        home,
        record.words("role"),
        record.words("panel"),
    )
    return judge, faults


def _unfit_id(judge_id: str) -> Message | None:
    if not judge_id:
        return message("The id is missing. Give every judge a short one, such as j01.")
    if not _SAFE_ID.fullmatch(judge_id):
        what = message(
            'The id "{id}" cannot be part of a file name. Use at most 32 letters, digits, - and _.',
            id=judge_id[:40],
        )
        plain = _NOT_SAFE.sub("-", judge_id).strip("-")[:32]
        return offering(what, [Offer(plain, plain)] if plain else ())
    if judge_id.casefold() in _RESERVED:
        return message(
            'The id "{id}" is reserved by Windows and cannot be part of a file name. Choose '
            "another.",
            id=judge_id,
        )
    return None


def _repeated(
    record: Record, judge: Judge, lines: dict[str, int], persons: dict[tuple[str, str], int]
) -> Iterator[Fault]:
    """Yield what an earlier line says already; both maps remember this line."""
    line = lines.setdefault(judge.id.casefold(), record.row.line)
    if judge.id and line != record.row.line:
        yield (
            record.place("id"),
            message(
                'The id "{id}" is in line {line} already; upper and lower case are the same.',
                id=judge.id,
                line=line,
            ),
        )
    person = (judge.name.casefold(), judge.institution.casefold())
    line = persons.setdefault(person, record.row.line)
    if judge.name and line != record.row.line:
        yield (
            record.place("name"),
            message(
                "{name} is in line {line} already. One person judges under one id; tell two "
                "persons of the same name apart by their institution.",
                name=judge.name,
                line=line,
            ),
        )
