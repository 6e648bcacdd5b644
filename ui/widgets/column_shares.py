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
    slack = [most - few for most, few in zip(wanted, least, strict=True)]
    whole = max(1, sum(slack))
    given = min(-spare, sum(slack))
    # Rounded up, so that together they never need a point more than there is.
    return [width - -(-given * each // whole) for width, each in zip(wanted, slack, strict=True)]
