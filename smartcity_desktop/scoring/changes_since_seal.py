"""What has changed since the last seal, sheet by sheet and cell by cell."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import REGION_NOTE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from smartcity_desktop.domain.score_sheet import ScoreSheet


class ChangeKind(Enum):
    """What the next seal would do to a sheet; all but ``ADDED`` need a reason."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Part(Enum):
    """What of a sheet is different.

    ``STATE`` holds the reasons of a region that is not scored; ``TIMES`` says that only the times
    of change differ, because something was changed and changed back by hand.
    """

    STATE = "state"
    SCORE = "score"
    NOTE = "note"
    EVIDENCE = "evidence"
    TIMES = "times"


Cell = int | str | None
"""A value (x 10**decimals), a text (note, reason, names of files), or nothing."""


class CellChange(Struct, frozen=True):
    """One difference.

    Attributes:
        indicator: its id, or ``*`` for the whole region.
        before, after: of ``SCORE`` the value, or the reason why it was left out, or None.
    """

    indicator: str
    part: Part
    before: Cell
    after: Cell


class SheetChange(Struct, frozen=True):
    """One sheet that the last seal does not hold as it is now.

    Attributes:
        sealed: as the last seal froze it; None for one that is added.
        now: as it is now, perhaps unfinished; None where nothing is recorded any more.
        cells: in instrument order, the whole region first; empty for one that is added.
    """

    region: str
    kind: ChangeKind
    sealed: ScoreSheet | None
    now: ScoreSheet | None
    cells: tuple[CellChange, ...]


def changes_since_seal(
    sealed: Mapping[str, ScoreSheet],
    sheets: Mapping[str, ScoreSheet],
    finished: Collection[str],
    indicator_ids: tuple[str, ...],
) -> tuple[SheetChange, ...]:
    """Compare the last seal with the sheets.

    Args:
        sealed: what the last seal froze, by region code.
        sheets: what is recorded now, by region code.
        finished: codes of those that the next seal will hold.
        indicator_ids: in instrument order.

    Returns:
        What the next seal would change, sorted by region code.
    """
    found = []
    for code in sorted({*sealed, *finished}):
        before, now = sealed.get(code), sheets.get(code)
        if before is None:
            found.append(SheetChange(code, ChangeKind.ADDED, None, now, ()))
        elif code not in finished:
            cells = compare_sheets(before, now, indicator_ids)
            found.append(SheetChange(code, ChangeKind.WITHDRAWN, before, now, cells))
        elif before != now:
            cells = compare_sheets(before, now, indicator_ids)
            found.append(SheetChange(code, ChangeKind.CHANGED, before, now, cells))
    return tuple(found)


def compare_sheets(
    before: ScoreSheet, after: ScoreSheet | None, indicator_ids: tuple[str, ...]
) -> tuple[CellChange, ...]:
    """Return every difference between two states of one sheet."""
    found = []
    reasons = before.reason, after.reason if after else ""
    if after and (before.state, before.reason) != (after.state, after.reason):
        found.append(CellChange(REGION_NOTE, Part.STATE, *reasons))
    for part, read in _READERS.items():
        old = read(before, indicator_ids)
        new = read(after, indicator_ids) if after else {}
        found += [
            CellChange(indicator, part, old.get(indicator), new.get(indicator))
            for indicator in (REGION_NOTE, *indicator_ids)
            if old.get(indicator) != new.get(indicator)
        ]
    if not found and after is not None and before != after:
        return (CellChange(REGION_NOTE, Part.TIMES, before.changed.last, after.changed.last),)
    order = {indicator: at for at, indicator in enumerate((REGION_NOTE, *indicator_ids))}
    return tuple(sorted(found, key=lambda cell: order[cell.indicator]))


def _scores(sheet: ScoreSheet, indicator_ids: tuple[str, ...]) -> dict[str, Cell]:
    scored: dict[str, Cell] = dict(zip(indicator_ids, sheet.values, strict=True))
    return scored | dict(sheet.abstained)


def _notes(sheet: ScoreSheet, _: tuple[str, ...]) -> dict[str, Cell]:
    return dict(sheet.notes)


def _evidence(sheet: ScoreSheet, _: tuple[str, ...]) -> dict[str, Cell]:
    names: dict[str, list[str]] = {}
    for indicator, item in sheet.evidence:
        names.setdefault(indicator, []).append(f"{item.name} ({item.sha256[:8]})")
    return {indicator: ", ".join(each) for indicator, each in names.items()}


_READERS = {Part.SCORE: _scores, Part.NOTE: _notes, Part.EVIDENCE: _evidence}
