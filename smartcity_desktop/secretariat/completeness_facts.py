"""What the completeness matrix means for people: whom to call, and where judges are too few."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.completeness import CellState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.merging.completeness import Cell
    from smartcity_desktop.plenary.reckoning import Reckoning

    Pair = tuple[str, str]
    """Judge and region."""

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


class Matrix(Struct, frozen=True):
    """The completeness matrix and what follows from it, worked out where the facts are read.

    Attributes:
        states: of every judge and region that was assigned or issued.
        lacking: the pairs of which something is missing or in conflict.
        counts: how often each state stands in the matrix.
        busy: the judges who have anything to score.
        calls: the judges of whom sheets are missing, most first.
        thin: the regions taking part that too few judges have scored or may still score.
    """

    states: Mapping[Pair, CellState]
    lacking: frozenset[Pair]
    counts: Mapping[CellState, int]
    busy: frozenset[str]
    calls: tuple[Call, ...]
    thin: tuple[ThinRegion, ...]


def draw_up_matrix(reckoning: Reckoning) -> Matrix:
    """Work out the matrix of an assessment."""
    cells = reckoning.completeness.cells
    lacking = [cell for cell in cells if cell.state in _COMING]
    return Matrix(
        {(judge, region): state for judge, region, state in cells},
        frozenset((judge, region) for judge, region, _ in lacking),
        Counter(state for _, _, state in cells),
        frozenset(judge for judge, _, _ in cells),
        _whom_to_call(reckoning, lacking),
        _thin_regions(reckoning, cells),
    )


def _whom_to_call(reckoning: Reckoning, lacking: Iterable[Cell]) -> tuple[Call, ...]:
    roster = reckoning.roster
    regions = {region.code: region for region in roster.regions}
    missing: dict[str, list[Region]] = defaultdict(list)
    disputed: dict[str, list[Region]] = defaultdict(list)
    for judge, region, state in lacking:
        kind = missing if state is CellState.MISSING else disputed
        kind[judge].append(regions[region])
    calls = [
        Call(judge, tuple(missing[judge.id]), tuple(disputed[judge.id]))
        for judge in roster.judges
        if judge.id in missing or judge.id in disputed
    ]
    return tuple(sorted(calls, key=lambda call: -len(call.missing)))


def _thin_regions(reckoning: Reckoning, cells: Iterable[Cell]) -> tuple[ThinRegion, ...]:
    taking_part = reckoning.state.taking_part()
    arrived = Counter(region for _, region, state in cells if state in _ARRIVED)
    coming = Counter(region for _, region, state in cells if state in _COMING)
    need = reckoning.instrument.rules.minimum_judges
    return tuple(
        ThinRegion(region, arrived[code], coming[code], need)
        for region in reckoning.roster.regions
        if (code := region.code) in taking_part and arrived[code] + coming[code] < need
    )
