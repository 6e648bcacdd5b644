"""A judge's own sheets beside each other: his ranks and how far his scores are spread.

Only one judge's scores are in here, before any rule of the instrument combines judges: nothing
of it is a result.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.own_sums import OwnSum, OwnSums
    from smartcity_desktop.domain.score_sheet import ScoreSheet


class OwnRow(Struct, frozen=True):
    """One region.

    Attributes:
        finished: scored, and nothing on the sheet is open.
        rank: competition rank (1, 2, 2, 4) by the exact total; None without a total.
    """

    region: str
    sums: OwnSum
    finished: bool
    rank: int | None


class Spread(Struct, frozen=True):
    """How the known figures of the finished sheets lie; ``count`` of them, at least one."""

    count: int
    lowest: Fraction
    mean: Fraction
    highest: Fraction


class OwnRanking(Struct, frozen=True):
    """All sheets of one judge.

    Attributes:
        rows: in the order in which the sheets were given.
        dimensions: one spread a dimension; None where no finished sheet has a figure.
    """

    rows: tuple[OwnRow, ...]
    dimensions: tuple[Spread | None, ...]
    total: Spread | None


def rank_own_sheets(
    sums: OwnSums, sheets: Iterable[ScoreSheet], indicator_ids: tuple[str, ...]
) -> OwnRanking:
    """Add up, rank and spread one judge's sheets; unfinished ones have no rank and do not count."""
    added = [
        (
            sheet.region,
            sums.add_up(sheet.values),
            is_finished(sheet, indicator_ids),
        )
        for sheet in sheets
    ]
    ranks = _ranks([s.total for _, s, _ in added if s.total is not None])
    rows = tuple(
        OwnRow(region, own, finished, None if own.total is None else ranks[own.total])
        for region, own, finished in added
    )
    done = [row.sums for row in rows if row.finished]
    dimensions = tuple(_spread([own.dimensions[n] for own in done]) for n in range(len(sums.ends)))
    return OwnRanking(rows, dimensions, _spread([own.total for own in done]))


def is_finished(sheet: ScoreSheet, indicator_ids: tuple[str, ...]) -> bool:
    """Whether a sheet is scored and nothing on it is open."""
    if sheet.state is not SheetState.SCORED or sheet.values.count(None) > len(sheet.abstained):
        # Told at once of the many sheets that are not begun.
        return False
    return not sheet.open_indicators(indicator_ids)


def _ranks(totals: Sequence[Fraction]) -> dict[Fraction, int]:
    """Return the competition rank of every total: one more than there are larger ones."""
    ranks: dict[Fraction, int] = {}
    for place, total in enumerate(sorted(totals, reverse=True), 1):
        ranks.setdefault(total, place)
    return ranks


def _spread(figures: Sequence[Fraction | None]) -> Spread | None:
    known = [figure for figure in figures if figure is not None]
    if not known:
        return None
    mean = sum(known, Fraction(0)) * Fraction(1, len(known))
    return Spread(len(known), min(known), mean, max(known))
