"""The append-only log of changes to score sheets, and what undo and redo find in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.store.session import Session

SEAL = "seal"
"""Kind of the entry that marks a seal: undo never goes back beyond it."""
UNDO = "undo"
REDO = "redo"
_SELECT = """
SELECT number, at, kind, step, reverted, region, before, after FROM changes
WHERE number >= ?1 AND (?2 IS NULL OR region = ?2) AND (?3 IS NULL OR step = ?3)
ORDER BY number"""


class Change(Struct, frozen=True):
    """One entry of the log.

    Attributes:
        number: 1, 2, 3 ... without gaps.
        step: what was done together carries the same number: that of its first entry.
        reverted: for an undo or redo the step it took back or did again, else None.
        region: None for a seal.
        before, after: the sheet's payload; None where there was none.
    """

    number: int
    at: str
    kind: str
    step: int
    reverted: int | None
    region: str | None
    before: bytes | None
    after: bytes | None


class ChangeLog:
    """Reads the log; ``Sheets`` writes it."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def all(self) -> tuple[Change, ...]:
        """Return every change from the first."""
        return self._select(1, None, None)

    def of_region(self, region: str) -> tuple[Change, ...]:
        """Return the changes of one region's sheet, oldest first."""
        return self._select(1, region, None)

    def of_step(self, step: int) -> tuple[Change, ...]:
        """Return what was done together in one step."""
        return self._select(step, None, step)

    def last_number(self) -> int:
        """Return the number of the latest entry, 0 where nothing was recorded yet."""
        row = self._session.row("SELECT coalesce(max(number), 0) FROM changes")
        return int(row[0]) if row else 0

    def to_undo(self) -> int | None:
        """Return the step that undo would take back, or None."""
        undone = 0
        for kind, step, reverted in self._backwards():
            if kind == UNDO:
                undone += 1
            elif undone:
                undone -= 1
            else:
                return reverted if kind == REDO else step
        return None

    def to_redo(self) -> int | None:
        """Return the step that redo would do again, or None."""
        redone = 0
        for kind, _, reverted in self._backwards():
            if kind == REDO:
                redone += 1
            elif kind != UNDO:
                return None
            elif redone:
                redone -= 1
            else:
                return reverted
        return None

    def _backwards(self) -> Iterable[tuple[str, int, int | None]]:
        """Yield kind, step and reverted of each step back to the last seal."""
        rows = self._session.stream(
            "SELECT kind, step, reverted FROM changes WHERE number = step ORDER BY number DESC"
        )
        for kind, step, reverted in rows:
            if kind == SEAL:
                return
            yield kind, step, reverted

    def _select(self, start: int, region: str | None, step: int | None) -> tuple[Change, ...]:
        rows = self._session.rows(_SELECT, (start, region, step))
        return tuple(
            Change(number, at, kind, step, reverted, region, _bytes(before), _bytes(after))
            for number, at, kind, step, reverted, region, before, after in rows
        )


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
