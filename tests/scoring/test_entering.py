"""A whole table is entered, or nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.score_entry import EntryKind, ScoreEntry
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring.entering import enter_scores

if TYPE_CHECKING:
    from smartcity_desktop.scoring.desk import Desk
    from tests.scoring.jury import Jury

TABLE = (
    ScoreEntry("64.71", "*", EntryKind.NOTE, note="paparan baik"),
    ScoreEntry("64.71", "A1", EntryKind.SCORE, 4, "lengkap"),
    ScoreEntry("64.71", "A2", EntryKind.ABSTAIN, note="bukti tidak ada"),
    ScoreEntry("64.72", "*", EntryKind.ABSENT, note="tidak hadir"),
    ScoreEntry("64.74", "*", EntryKind.RECUSE, note="konsultan"),
)


@pytest.mark.parametrize("kind", [EntryKind.ABSENT, EntryKind.RECUSE])
def test_a_region_marked_by_mistake_is_scored_after_all(
    desk: Desk, jury: Jury, kind: EntryKind
) -> None:
    enter_scores(desk, [ScoreEntry("64.72", "*", kind, note="keliru")], jury.clock)
    again = [
        ScoreEntry("64.72", "*", EntryKind.RESUME, note="ternyata hadir"),
        ScoreEntry("64.72", "A1", EntryKind.SCORE, 2),
    ]
    enter_scores(desk, again, jury.clock)
    sheet = desk.sheet("64.72")
    assert (sheet.state, sheet.reason, sheet.values) == (SheetState.SCORED, "", (2, None))
    assert sheet.notes == (("*", "ternyata hadir"),)


def test_a_table_is_one_step(desk: Desk, jury: Jury) -> None:
    desk.record_score("64.71", "A2", 500)
    before = desk.sheets()
    entered = enter_scores(desk, TABLE, jury.clock)
    assert (entered.regions, entered.entries) == (("64.71", "64.72", "64.74"), 5)
    sheet = desk.sheet("64.71")
    assert (sheet.values, sheet.abstained) == ((4, None), (("A2", "bukti tidak ada"),))
    assert sheet.notes == (("*", "paparan baik"), ("A1", "lengkap"))
    assert sheet.changed.count == 2
    states = [desk.sheet(code).state for code in ("64.72", "64.74")]
    assert states == [SheetState.ABSENT, SheetState.RECUSED]
    after = desk.sheets()
    assert desk.undo() == ("64.71", "64.72", "64.74")
    assert desk.sheets() == before
    desk.redo()
    assert desk.sheets() == after


def test_the_same_table_again_changes_nothing(desk: Desk, jury: Jury) -> None:
    enter_scores(desk, TABLE, jury.clock)
    before = desk.sheets()
    assert enter_scores(desk, TABLE, jury.clock).regions == ()
    assert desk.sheets() == before
    assert enter_scores(desk, (), jury.clock).regions == ()


def test_every_bad_entry_is_named_and_nothing_is_taken(desk: Desk, jury: Jury) -> None:
    desk.report_absent("64.72", "tidak hadir")
    before = desk.sheets()
    bad = (
        ScoreEntry("64.71", "A1", EntryKind.SCORE, 4),
        ScoreEntry("64.71", "A2", EntryKind.SCORE, 3),
        ScoreEntry("64.71", "Z9", EntryKind.NOTE, note="x"),
        ScoreEntry("64.72", "A1", EntryKind.SCORE, 4),
        ScoreEntry("64.74", "A1", EntryKind.SCORE, 4),
        ScoreEntry("64.74", "A2", EntryKind.ABSTAIN, note="x"),
        ScoreEntry("64.99", "A1", EntryKind.SCORE, 4),
    )
    with pytest.raises(InputError) as refused:
        enter_scores(desk, bad, jury.clock)
    assert [problem.where for problem in refused.value.problems] == [
        "64.71 A2", "64.71 Z9", "64.72 A1", "64.74 A1", "64.74 A2", "64.99 A1"
    ]  # fmt: skip
    assert desk.sheets() == before


def test_a_table_waits_for_enrolment_too(fresh: Desk, jury: Jury) -> None:
    with pytest.raises(RuleError, match="not confirmed"):
        enter_scores(fresh, TABLE, jury.clock)
    assert fresh.sheets() == {}
