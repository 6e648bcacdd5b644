"""What changed between two seals of one judge, cell by cell."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.score_sheet import ScoreSheet


class SheetChange(Enum):
    """What became of a region's sheet from one seal to the next."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"


class CellChange(Struct, frozen=True):
    """One value that differs.

    Attributes:
        indicator: its id. before, after: value x 10**decimals, or None where it was abstained
            or the sheet was recused or absent.
    """

    indicator: str
    before: int | None
    after: int | None


class SheetDifference(Struct, frozen=True):
    """How one region's sheet differs; ``words`` tells that only texts or evidence changed."""

    region: str
    change: SheetChange
    cells: tuple[CellChange, ...] = ()
    words: bool = False


def find_differences(
    before: IntactSeal,
    after: IntactSeal,
    read: Callable[[str], ScoreSheet],
    indicator_ids: Sequence[str],
) -> tuple[SheetDifference, ...]:
    """Compare two seals region by region; ``read`` opens a sealed sheet by its digest."""
    differences = []
    for region in sorted({*before.sheets, *after.sheets}):
        old, new = before.sheets.get(region), after.sheets.get(region)
        if old == new:
            continue
        if old is None:
            differences.append(SheetDifference(region, SheetChange.ADDED))
        elif new is None:
            differences.append(SheetDifference(region, SheetChange.WITHDRAWN))
        else:
            cells = compare_sheets(read(old), read(new), indicator_ids)
            differences.append(SheetDifference(region, SheetChange.CHANGED, cells, words=not cells))
    return tuple(differences)


def compare_sheets(
    before: ScoreSheet, after: ScoreSheet, indicator_ids: Sequence[str]
) -> tuple[CellChange, ...]:
    """Return every indicator whose value differs, in instrument order."""
    return tuple(
        CellChange(indicator, old, new)
        for indicator, old, new in zip(indicator_ids, before.values, after.values, strict=True)
        if old != new
    )
