"""What is said before a seal is what the seal then does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring.changes_since_seal import ChangeKind
from smartcity_desktop.scoring.desk_facts import read_desk
from smartcity_desktop.scoring.seal import seal_panel_file
from smartcity_desktop.scoring.sealing_plan import OpenRegion, SealPlan, plan_seal
from tests.scoring.jury import score_all

if TYPE_CHECKING:
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer
    from tests.scoring.jury import Jury


def plan(desk: Desk) -> SealPlan:
    return plan_seal(read_desk(desk))


def codes(found: SealPlan) -> tuple[str, ...]:
    return tuple(sheet.region for sheet in found.sheets)


def test_before_anything_is_scored(desk: Desk) -> None:
    found = plan(desk)
    assert found.is_empty
    assert not found.is_unchanged
    assert found.open == (
        OpenRegion("64.71", ("A1", "A2"), begun=False),
        OpenRegion("64.72", ("A1", "A2"), begun=False),
    )
    assert found.excused == (("64.74", "Pernah menjadi konsultan"),)


def test_what_is_finished_open_excused_and_in_doubt(desk: Desk) -> None:
    score_all(desk, "64.71")
    desk.record_score("64.72", "A2", 875)
    for place in (("64.72", "A2"), ("64.71", "A1"), ("64.71", "*")):
        desk.panel.jottings.doubt(*place, desk.now())
    found = plan(desk)
    assert codes(found) == ("64.71",)
    assert found.open == (OpenRegion("64.72", ("A1",), begun=True),)
    assert found.doubts == (("64.71", "*"), ("64.71", "A1"), ("64.72", "A2"))
    assert [change.kind for change in found.changes] == [ChangeKind.ADDED]
    assert not found.needs_reason


def test_a_recusal_is_sealed_and_no_longer_merely_excused(desk: Desk) -> None:
    desk.recuse("64.74", "konsultan")
    desk.report_absent("64.71", "tidak hadir")
    found = plan(desk)
    assert codes(found) == ("64.71", "64.74")
    assert found.excused == ()
    assert [found.count(state) for state in SheetState] == [0, 1, 1]


def test_the_seal_holds_what_the_plan_said(desk: Desk, signer: Signer, jury: Jury) -> None:
    score_all(desk, "64.71")
    desk.recuse("64.74", "konsultan")
    before = plan(desk)
    sealed = seal_panel_file(desk, signer, "", jury.clock)
    assert sealed.sealed == codes(before)
    assert sealed.open == tuple(each.region for each in before.open)
    facts = read_desk(desk)
    assert tuple(facts.sealed.values()) == before.sheets
    assert facts.seals[-1].thumbprint == facts.thumbprint
    after = plan_seal(facts)
    assert after.is_unchanged
    assert after.changes == ()


def test_a_reason_is_asked_for_exactly_when_the_seal_wants_one(
    desk: Desk, signer: Signer, jury: Jury
) -> None:
    score_all(desk, "64.71")
    seal_panel_file(desk, signer, "", jury.clock)
    score_all(desk, "64.72")
    added = plan(desk)
    assert (added.needs_reason, added.is_unchanged) == (False, False)
    desk.record_score("64.71", "A1", 1)
    assert plan(desk).needs_reason
    with pytest.raises(RuleError, match="Give the reason"):
        seal_panel_file(desk, signer, "", jury.clock)
    seal_panel_file(desk, signer, "Salah ketik", jury.clock)
    facts = read_desk(desk)
    assert facts.seals[-1].reason == "Salah ketik"
    assert plan_seal(facts).is_unchanged


def test_a_withdrawn_sheet_is_open_again_and_needs_a_reason(
    desk: Desk, signer: Signer, jury: Jury
) -> None:
    score_all(desk, "64.71")
    seal_panel_file(desk, signer, "", jury.clock)
    desk.clear_score("64.71", "A2")
    found = plan(desk)
    assert found.sheets == ()
    assert not found.is_empty
    assert found.needs_reason
    assert [change.kind for change in found.changes] == [ChangeKind.WITHDRAWN]


def test_undo_back_to_the_seal_is_no_change(desk: Desk, signer: Signer, jury: Jury) -> None:
    score_all(desk, "64.71")
    seal_panel_file(desk, signer, "", jury.clock)
    desk.record_score("64.71", "A1", 1)
    desk.undo()
    assert plan(desk).is_unchanged
