"""The completeness matrix: judge x region, known from the first day."""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.merging.claims import Contents, Pair
    from smartcity_desktop.merging.state import MergeState


class CellState(Enum):
    """What is known of one judge and one region."""

    MISSING = "missing"
    RECEIVED = "received"
    SUPERSEDED = "superseded"
    RECUSED = "recused"
    ABSENT = "absent"
    CONFLICT = "conflict"
    NOT_DUE = "not_due"


class Cell(NamedTuple):
    """One cell of the matrix; SUPERSEDED counts, but in place of an earlier sealed sheet."""

    judge: str
    region: str
    state: CellState


class Completeness(Struct, frozen=True):
    """The matrix and what is still open in it.

    Attributes:
        cells: sorted by judge and region.
        missing: pairs without a sheet that regions taking part still lack, sorted.
        reported_absent: (judge, region): reported by the judge, not yet confirmed or denied.
        basis: digest of ``missing``, which a waiver stores.
        waived: whether a waiver in force covers exactly ``missing``.
        lapsed: numbers of waivers whose facts have changed.
    """

    cells: tuple[Cell, ...]
    missing: tuple[tuple[str, str], ...]
    reported_absent: tuple[tuple[str, str], ...]
    basis: str
    waived: bool
    lapsed: tuple[int, ...]


def find_completeness(
    state: MergeState,
    decisions: Iterable[Decision],
    replaced_sheets: frozenset[tuple[str, str]],
    contents: Contents,
) -> Completeness:
    """Fill the matrix; ``replaced_sheets`` are the pairs whose counted sheet replaced another."""
    statuses = {s.region: s.status for s in state.statuses}
    taking_part = state.taking_part()
    cells = []
    missing = []
    reported = []
    for pair in state.pairs:
        key = (pair.judge, pair.region)
        takes_part = pair.region in taking_part
        cell = _cell(state, pair, contents)
        if cell is CellState.RECEIVED and key in replaced_sheets:
            cell = CellState.SUPERSEDED
        if cell is CellState.ABSENT and takes_part:
            if statuses[pair.region] is RegionStatus.PRESENT:
                cell = CellState.MISSING
            else:
                reported.append(key)
        if not takes_part and cell in (CellState.MISSING, CellState.ABSENT):
            cell = CellState.NOT_DUE
        if cell is CellState.MISSING:
            missing.append(key)
        cells.append(Cell(*key, cell))
    basis = digest_of_pairs(missing)
    waivers = [d for d in decisions if d.kind is DecisionKind.WAIVE]
    return Completeness(
        tuple(cells),
        tuple(missing),
        tuple(reported),
        basis,
        waived=bool(missing) and any(w.basis == basis for w in waivers),
        lapsed=tuple(w.number for w in waivers if w.basis != basis),
    )


def find_replaced(state: MergeState, seals: Iterable[IntactSeal]) -> frozenset[tuple[str, str]]:
    """Return the pairs whose standing sheet took the place of another sealed one."""
    superseded = frozenset().union(*(s.superseded for s in state.standings))
    replaced = [seal for seal in seals if seal.digest in superseded]
    if not replaced:
        return frozenset()
    standing = {(p.judge, p.region): p.claim.sha256 for p in state.pairs if p.claim}
    return frozenset(
        (seal.judge, region)
        for seal in replaced
        for region, sha256 in seal.sheets.items()
        if standing.get((seal.judge, region), sha256) != sha256
    )


def digest_of_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the digest of the missing pairs that a waiver stores."""
    text = json.dumps([list(pair) for pair in sorted(pairs)], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _cell(state: MergeState, pair: Pair, contents: Contents) -> CellState:
    if (pair.judge, pair.region) in state.recused:
        return CellState.RECUSED
    if pair.dispute is not None:
        return CellState.CONFLICT
    if pair.claim is None:
        return CellState.MISSING
    kind, _ = contents(pair.claim.sha256)
    return _CELLS[kind]


_CELLS = {
    SheetState.SCORED: CellState.RECEIVED,
    SheetState.RECUSED: CellState.RECUSED,
    SheetState.ABSENT: CellState.ABSENT,
}
