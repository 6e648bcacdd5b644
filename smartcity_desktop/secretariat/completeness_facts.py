"""What the completeness matrix means for people: whom to call, and where judges are too few."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.completeness import CellState
from smartcity_desktop.tables.writing import write_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts

CELL_WORDS = {
    CellState.RECEIVED: message("Received"),
    CellState.SUPERSEDED: message("Corrected"),
    CellState.MISSING: message("Missing"),
    CellState.CONFLICT: message("In conflict"),
    CellState.RECUSED: message("Not scored"),
    CellState.ABSENT: message("Absent"),
    CellState.NOT_DUE: message("Not due"),
}
"""What is known of a judge and a region, on the screen and in exported tables."""

_ARRIVED = (CellState.RECEIVED, CellState.SUPERSEDED)
_COMING = (CellState.MISSING, CellState.CONFLICT)


class Call(Struct, frozen=True):
    """One judge of whom something is missing.

    Attributes:
        missing: regions without a sheet. disputed: regions in conflict, which wait for a decision.
    """

    judge: Judge
    missing: tuple[Region, ...]
    disputed: tuple[Region, ...]


class ThinRegion(Struct, frozen=True):
    """A region that cannot reach the least number of judges.

    Attributes:
        arrived: sheets that are there. coming: sheets that may still come. need: the minimum.
    """

    region: Region
    arrived: int
    coming: int
    need: int


def whom_to_call(facts: OfficeFacts) -> tuple[Call, ...]:
    """Return the judges of whom sheets are missing, most first."""
    regions = {region.code: region for region in facts.roster.regions}
    missing: dict[str, list[Region]] = defaultdict(list)
    disputed: dict[str, list[Region]] = defaultdict(list)
    for judge, region, state in facts.reckoning.completeness.cells:
        if state is CellState.MISSING:
            missing[judge].append(regions[region])
        elif state is CellState.CONFLICT:
            disputed[judge].append(regions[region])
    calls = [
        Call(judge, tuple(missing[judge.id]), tuple(disputed[judge.id]))
        for judge in facts.roster.judges
        if judge.id in missing or judge.id in disputed
    ]
    return tuple(sorted(calls, key=lambda call: -len(call.missing)))


def thin_regions(facts: OfficeFacts) -> tuple[ThinRegion, ...]:
    """Return the regions taking part that too few judges have scored or may still score."""
    counts: dict[str, list[int]] = {code: [0, 0] for code in facts.reckoning.state.taking_part()}
    for cell in facts.reckoning.completeness.cells:
        if cell.region in counts:
            counts[cell.region][0] += cell.state in _ARRIVED
            counts[cell.region][1] += cell.state in _COMING
    need = facts.instrument.rules.minimum_judges
    return tuple(
        ThinRegion(region, counts[region.code][0], counts[region.code][1], need)
        for region in facts.roster.regions
        if region.code in counts and sum(counts[region.code]) < need
    )


def write_matrix(
    facts: OfficeFacts,
    say: Callable[[Message], str],
    regions: Iterable[str],
    judges: Iterable[str],
) -> bytes:
    """Return the matrix as CSV: a row a region, a column a judge, both by id or code.

    Where a judge does not score a region, the cell is empty.
    """
    states = matrix_of(facts)
    places = {region.code: region for region in facts.roster.regions}
    people = {judge.id: judge for judge in facts.roster.judges}
    columns = [people[judge] for judge in judges]
    titles = [message("Code"), message("Region"), message("Province")]
    head = [say(title) for title in titles] + [f"{j.id} {j.name}" for j in columns]
    rows = [
        [code, places[code].name, places[code].province]
        + [say(CELL_WORDS[s]) if (s := states.get((j.id, code))) else "" for j in columns]
        for code in regions
    ]
    return write_csv([head, *rows])


def matrix_of(facts: OfficeFacts) -> Mapping[tuple[str, str], CellState]:
    """Return the state of every judge and region that was assigned or issued."""
    return {(c.judge, c.region): c.state for c in facts.reckoning.completeness.cells}
