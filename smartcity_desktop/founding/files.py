"""Files that a coordinator gives: each read whole or refused with all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.reports.letterhead_emblem import with_emblem
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.rosters.assignment_list import read_assignment_list
from smartcity_desktop.rosters.dossier_list import read_dossiers
from smartcity_desktop.rosters.judge_list import read_judge_list
from smartcity_desktop.tables.reading import read_table_file
from smartcity_desktop.workplace.given_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.instrument import Instrument


def instrument_in(path: Path) -> tuple[Instrument, bytes]:
    """Return an instrument and the exact bytes it was read from."""
    data = read_bytes(path)
    return read_instrument(data, str(path)), data


def regions_in(path: Path) -> tuple[Region, ...]:
    """Return the regions of a list."""
    return read_region_list(read_table_file(path), official_regions())


def judges_in(path: Path, regions: Sequence[Region]) -> tuple[Judge, ...]:
    """Return the judges of a list."""
    return read_judge_list(read_table_file(path), regions, official_regions())


def dossiers_in(
    path: Path, instrument: Instrument, regions: Sequence[Region]
) -> dict[str, Dossier]:
    """Return the dossiers of a list by region code."""
    return read_dossiers(read_table_file(path), instrument, regions, official_regions())


def assignments_in(
    path: Path, judges: Sequence[Judge], regions: Sequence[Region]
) -> tuple[Assignment, ...]:
    """Return the assignments of a list."""
    return read_assignment_list(read_table_file(path), judges, regions, official_regions())


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
