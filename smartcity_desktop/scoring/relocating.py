"""Moving and swapping sheets: the wrong region was scored, the scores themselves are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring import edits
from smartcity_desktop.scoring.wording import clean_reason
from smartcity_desktop.sealing.sheet_payload import read_sheet, write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.scoring.desk import Desk


def move_sheet(desk: Desk, source: str, target: str, reason: str) -> None:
    """Move a sheet to another region on which nothing was recorded yet.

    Raises:
        RuleError: nothing to move, the target has a sheet, or a conflict of interest.
    """
    if desk.panel.sheets.payload(target) is not None:
        raise RuleError(
            message(
                "{region} already has a score sheet. Swap the two instead. Nothing was changed.",
                region=target,
            )
        )
    moved = _renamed(desk, source, target)
    _record(desk, [(source, None), (target, moved)], "move", reason)


def swap_sheets(desk: Desk, one: str, other: str, reason: str) -> None:
    """Exchange the sheets of two regions: each was scored in place of the other.

    Raises:
        RuleError: one of them has no sheet, or a conflict of interest.
        InputError: both are the same region.
    """
    if one == other:
        raise InputError(message("Name two different regions. Nothing was changed."))
    changes = [(one, _renamed(desk, other, one)), (other, _renamed(desk, one, other))]
    _record(desk, changes, "swap", reason)


def _renamed(desk: Desk, source: str, target: str) -> bytes:
    desk.expect_enrolled()
    desk.expect_free(target)
    region = desk.region(target)
    desk.region(source)
    payload = desk.panel.sheets.payload(source)
    if payload is None:
        raise RuleError(message("{region} has no score sheet. Nothing was changed.", region=source))
    ids = [indicator.id for indicator in desk.instrument.indicators()]
    moved = edits.move_scores(read_sheet(payload, ids), target, region.name)
    return write_sheet(moved.touched(desk.now()), ids)


def _record(
    desk: Desk, changes: Sequence[tuple[str, bytes | None]], kind: str, reason: str
) -> None:
    now = desk.now()
    details = {"from": changes[0][0], "to": changes[1][0], "reason": clean_reason(reason)}
    with desk.panel.transaction():
        desk.panel.sheets.record_together(changes, kind, now)
        desk.panel.acts.append(now, kind, details)
