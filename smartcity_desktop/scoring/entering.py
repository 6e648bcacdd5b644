"""Entering a whole table of scores: all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import ExpectedError, InputError, Problem
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.scoring import edits
from smartcity_desktop.sealing.sheet_payload import write_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk import Desk


class Entered(Struct, frozen=True):
    """What entering a table did: regions changed, sorted, and how many entries were read."""

    regions: tuple[str, ...]
    entries: int


def enter_scores(desk: Desk, entries: Iterable[ScoreEntry], clock: Clock) -> Entered:
    """Apply every entry and save all sheets in one step, which undo takes back as one.

    Raises:
        InputError: every entry that is not allowed: conflict of interest, recused region, a
            value that is not permitted. Nothing was changed.
    """
    desk.expect_enrolled()
    before: dict[str, ScoreSheet] = {}
    after: dict[str, ScoreSheet] = {}
    problems: list[Problem] = []
    count = 0
    for entry in entries:
        count += 1
        try:
            if entry.region not in after:
                before[entry.region] = after[entry.region] = desk.sheet(entry.region)
            after[entry.region] = _apply(desk, after[entry.region], entry)
        except ExpectedError as error:
            place = f"{entry.region} {entry.indicator}"
            problems.extend(Problem(place, problem.what) for problem in error.problems)
    if problems:
        raise InputError(problems)
    changed = {code: sheet for code, sheet in after.items() if sheet != before[code]}
    now = write_instant(clock())
    ids = [indicator.id for indicator in desk.instrument.indicators()]
    if changed:
        desk.panel.sheets.record_together(
            [(code, write_sheet(sheet.touched(now), ids)) for code, sheet in changed.items()],
            "enter",
            now,
        )
    return Entered(tuple(sorted(changed)), count)


def _apply(desk: Desk, sheet: ScoreSheet, entry: ScoreEntry) -> ScoreSheet:
    match entry.kind:
        case EntryKind.RECUSE:
            return edits.recuse(sheet, entry.note)
        case EntryKind.ABSENT:
            return edits.report_absent(sheet, entry.note)
        case EntryKind.RESUME:
            return _resume(desk, sheet, entry)
        case EntryKind.NOTE:
            return edits.write_note(sheet, desk.instrument, entry.indicator, entry.note)
        case EntryKind.ABSTAIN:
            desk.expect_free(entry.region)
            return edits.abstain(sheet, desk.instrument, entry.indicator, entry.note)
        case EntryKind.SCORE:
            desk.expect_free(entry.region)
            return _score(desk, sheet, entry)


def _resume(desk: Desk, sheet: ScoreSheet, entry: ScoreEntry) -> ScoreSheet:
    resumed = edits.resume(sheet)
    if not entry.note:
        return resumed
    return edits.write_note(resumed, desk.instrument, entry.indicator, entry.note)


def _score(desk: Desk, sheet: ScoreSheet, entry: ScoreEntry) -> ScoreSheet:
    if entry.value is None:
        raise ValueError("a score entry has a value")
    scored = edits.record_score(sheet, desk.instrument, entry.indicator, entry.value)
    if not entry.note:
        return scored
    return edits.write_note(scored, desk.instrument, entry.indicator, entry.note)
