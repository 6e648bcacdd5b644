"""Leaving several regions unscored, or taking that back: in one step, which undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring import edits
from smartcity_desktop.sealing.sheet_payload import write_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk import Desk

    Edit = Callable[[ScoreSheet], ScoreSheet]

_KINDS = {SheetState.RECUSED: "recuse", SheetState.ABSENT: "absent"}


def leave_out(desk: Desk, codes: Sequence[str], state: SheetState, reason: str) -> tuple[str, ...]:
    """Recuse from regions, or report them absent; their scores are taken away.

    Args:
        desk: of an enrolled judge.
        codes: the regions.
        state: ``RECUSED`` or ``ABSENT``.
        reason: one for all of them.

    Returns:
        The regions whose sheets changed.

    Raises:
        InputError: no reason, or a region of another file. Nothing was changed.
        RuleError: the judge has not enrolled yet. Nothing was changed.
    """
    act = edits.recuse if state is SheetState.RECUSED else edits.report_absent
    return _change(desk, codes, _KINDS[state], lambda sheet: act(sheet, reason))


def resume_all(desk: Desk, codes: Sequence[str]) -> tuple[str, ...]:
    """Take recusals and reported absences back; returns the regions whose sheets changed."""
    return _change(desk, codes, "resume", edits.resume)


def _change(desk: Desk, codes: Sequence[str], kind: str, edit: Edit) -> tuple[str, ...]:
    desk.expect_enrolled()
    now = desk.now()
    ids = [indicator.id for indicator in desk.instrument.indicators()]
    changes: list[tuple[str, bytes | None]] = []
    for code in codes:
        before = desk.sheet(code)
        after = edit(before)
        if after != before:
            changes.append((code, write_sheet(after.touched(now), ids)))
    if changes:
        desk.panel.sheets.record_together(changes, kind, now)
    return tuple(code for code, _ in changes)
