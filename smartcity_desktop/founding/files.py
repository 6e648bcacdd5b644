"""Files that a coordinator gives: each read whole or refused with all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.founding.completing import with_judge_ids, with_region_codes
from smartcity_desktop.founding.list_import import ListKind
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.regions.region_list import REGION_COLUMNS, read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.reports.letterhead_emblem import with_emblem
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.rosters.assignment_list import ASSIGNMENT_COLUMNS, read_assignment_list
from smartcity_desktop.rosters.dossier_list import DOSSIER_COLUMNS, read_dossiers
from smartcity_desktop.rosters.judge_list import JUDGE_COLUMNS, read_judge_list
from smartcity_desktop.tables.reading import read_table_file
from smartcity_desktop.workplace.given_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.tables.table import Table


def instrument_in(path: Path) -> tuple[Instrument, bytes]:
    """Return an instrument and the exact bytes it was read from."""
    data = read_bytes(path)
    return read_instrument(data, str(path)), data


def table_in(path: Path) -> Table:
    """Return the table in a file, before it is known what it says."""
    return read_table_file(path)


def region_kind() -> ListKind[tuple[Region, ...]]:
    """Return how lists of regions are read."""
    return ListKind(
        REGION_COLUMNS,
        lambda table: read_region_list(table, official_regions()),
        with_region_codes,
    )


def judge_kind(regions: Sequence[Region]) -> ListKind[tuple[Judge, ...]]:
    """Return how lists of judges are read."""
    return ListKind(
        JUDGE_COLUMNS,
        lambda table: read_judge_list(table, regions, official_regions()),
        with_judge_ids,
    )


def dossier_kind(instrument: Instrument, regions: Sequence[Region]) -> ListKind[dict[str, Dossier]]:
    """Return how dossiers are read, by region code."""
    return ListKind(
        DOSSIER_COLUMNS,
        lambda table: read_dossiers(table, instrument, regions, official_regions()),
    )


def assignment_kind(
    judges: Sequence[Judge], regions: Sequence[Region]
) -> ListKind[tuple[Assignment, ...]]:
    """Return how lists of assignments are read."""
    return ListKind(
        ASSIGNMENT_COLUMNS,
        lambda table: read_assignment_list(table, judges, regions, official_regions()),
    )


def regions_in(path: Path) -> tuple[Region, ...]:
    """Return the regions of a list."""
    kind = region_kind()
    return kind.read(kind.complete(table_in(path)))


def judges_in(path: Path, regions: Sequence[Region]) -> tuple[Judge, ...]:
    """Return the judges of a list."""
    kind = judge_kind(regions)
    return kind.read(kind.complete(table_in(path)))


def dossiers_in(
    path: Path, instrument: Instrument, regions: Sequence[Region]
) -> dict[str, Dossier]:
    """Return the dossiers of a list by region code."""
    return dossier_kind(instrument, regions).read(table_in(path))


def assignments_in(
    path: Path, judges: Sequence[Judge], regions: Sequence[Region]
) -> tuple[Assignment, ...]:
    """Return the assignments of a list."""
    return assignment_kind(judges, regions).read(table_in(path))


def letterhead_in(path: Path) -> bytes:
    """Return a letterhead with its emblem, which lies beside it, inside."""
    data = read_bytes(path)
    try:
        name = read_letterhead(data).emblem_file
        return with_emblem(data, read_bytes(path.parent / name), name) if name else data
    except InputError as error:
        problems = [
            Problem(f"{path}, {each.where}" if each.where else str(path), each.what)
            for each in error.problems
        ]
        raise InputError(problems) from error
