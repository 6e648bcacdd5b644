"""How columns share the room of a table: whole texts where they fit, else lines broken at words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def share_room(
    wanted: Sequence[int], least: Sequence[int], room: int, shares: Mapping[int, int]
) -> list[int]:
    """Return the width of every column.

    Args:
        wanted: widths of the longest texts.
        least: widths of the longest words; no column gets less.
        room: the width of the table.
        shares: columns that take the room that is left, with how many parts each takes.
    """
    spare = room - sum(wanted)
    if spare >= 0:
        parts = sum(shares.values())
        return [
            width + (spare * shares.get(column, 0) // parts if parts else 0)
            for column, width in enumerate(wanted)
        ]
    # The widest give first, so that what is short anyway stays on one line.
    low, high = 0, max(wanted, default=0)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(_capped(wanted, least, middle)) <= room:
            low = middle
        else:
            high = middle - 1
    return _capped(wanted, least, low)


def _capped(wanted: Sequence[int], least: Sequence[int], most: int) -> list[int]:
    return [max(few, min(width, most)) for width, few in zip(wanted, least, strict=True)]
