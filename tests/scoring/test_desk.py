"""What a judge does at the desk lies in the real file at once, and can be taken back."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.score_sheet import Changed, SheetState
from smartcity_desktop.scoring.relocating import move_sheet, swap_sheets
from smartcity_desktop.store.foreign import read_foreign_panel
from tests.scoring.jury import score_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.scoring.desk import Desk
    from tests.scoring.jury import Jury

ACTS: dict[str, Callable[[Desk, str], object]] = {
    "score": lambda desk, code: desk.record_score(code, "A1", 3),
    "clear": lambda desk, code: desk.clear_score(code, "A1"),
    "abstain": lambda desk, code: desk.abstain(code, "A1", "bukti tidak ada"),
    "recuse": lambda desk, code: desk.recuse(code, "benturan"),
    "absent": lambda desk, code: desk.report_absent(code, "tidak hadir"),
    "resume": lambda desk, code: desk.resume(code),
    "note": lambda desk, code: desk.write_note(code, "A1", "catatan"),
    "attach": lambda desk, code: desk.attach_evidence(code, "A1", "a.txt", b"a"),
    "detach": lambda desk, code: desk.detach_evidence(code, "A1", "a" * 64),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_recorded_before_enrolment(fresh: Desk, act: str) -> None:
    with pytest.raises(RuleError, match=r"j1 Dr\. Sri Wahyuni has not confirmed"):
        ACTS[act](fresh, "64.71")
    assert fresh.sheets() == {}
    assert fresh.panel.evidence.all() == ()


@pytest.mark.parametrize("act", ACTS)
def test_a_region_of_somebody_else_is_refused(desk: Desk, act: str) -> None:
    with pytest.raises(InputError, match=r"64\.99 is not one of the regions"):
        ACTS[act](desk, "64.99")
    assert desk.panel.evidence.all() == ()


@pytest.mark.parametrize("act", ["score", "clear", "abstain", "resume"])
def test_nobody_scores_against_a_conflict_of_interest(desk: Desk, act: str) -> None:
    with pytest.raises(RuleError, match=r"64\.74 Kota Bontang \(Pernah menjadi konsultan\)"):
        ACTS[act](desk, "64.74")
    assert desk.sheets() == {}
    assert desk.recuse("64.74", "konsultan").state is SheetState.RECUSED


@pytest.mark.parametrize("act", ["score", "clear", "abstain"])
def test_what_is_marked_as_not_scored_is_not_scored(desk: Desk, act: str) -> None:
    absent = desk.report_absent("64.71", "tidak hadir")
    with pytest.raises(RuleError, match="marked as not scored"):
        ACTS[act](desk, "64.71")
    assert desk.sheet("64.71") == absent


def test_a_day_at_the_desk_outlasts_closing_the_file(desk: Desk, jury: Jury) -> None:
    desk.record_score("64.71", "A1", 4)
    desk.abstain("64.71", "A2", "bukti tidak ada")
    desk.write_note("64.71", "*", "paparan terlambat")
    desk.recuse("64.72", "saudara kandung")
    kept = desk.sheets()
    desk.panel.close()
    again = jury.sit()
    with again.panel:
        assert again.sheets() == kept
        one, two = again.sheet("64.71"), again.sheet("64.72")
    assert (one.judge, one.name, one.values) == ("j1", "Kota Balikpapan", (4, None))
    assert one.abstained == (("A2", "bukti tidak ada"),)
    assert one.notes == (("*", "paparan terlambat"),)
    assert one.changed.count == 3
    assert one.changed.first < one.changed.last
    assert (two.state, two.reason) == (SheetState.RECUSED, "saudara kandung")
    assert again.is_finished(one)
    assert again.is_finished(two)


def test_doing_the_same_again_is_no_change(desk: Desk) -> None:
    once = desk.record_score("64.71", "A1", 4)
    assert desk.record_score("64.71", "A1", 4) == once
    assert len(desk.panel.sheets.log.all()) == 1
    assert desk.resume("64.71") == once


def test_absence_is_taken_back(desk: Desk) -> None:
    desk.report_absent("64.71", "tidak hadir")
    sheet = desk.resume("64.71")
    assert (sheet.state, sheet.reason, sheet.values) == (SheetState.SCORED, "", (None, None))


def test_undo_and_redo_go_through_everything(desk: Desk) -> None:
    states = [desk.sheets()]
    for act in ("score", "abstain", "note", "absent", "resume"):
        ACTS[act](desk, "64.71")
        states.append(desk.sheets())
    for state in reversed(states[:-1]):
        assert desk.undo() == ("64.71",)
        assert desk.sheets() == state
    assert desk.undo() == ()
    for state in states[1:]:
        assert desk.redo() == ("64.71",)
        assert desk.sheets() == state
    assert desk.redo() == ()
    desk.undo()
    desk.record_score("64.72", "A1", 1)
    assert desk.redo() == ()


def test_evidence_comes_with_its_bytes_and_goes_from_the_sheet(desk: Desk) -> None:
    digest = hashlib.sha256(b"foto").hexdigest()
    sheet = desk.attach_evidence("64.71", "A1", " foto\nbalai kota.jpg", b"foto")
    ((owner, file),) = sheet.evidence
    assert (owner, file.name, file.size, file.sha256) == (
        "A1", "foto balai kota.jpg", 4, digest
    )  # fmt: skip
    assert desk.panel.evidence.content(digest) == b"foto"
    assert desk.attach_evidence("64.71", "A1", "foto balai kota.jpg", b"foto") == sheet
    assert desk.detach_evidence("64.71", "A1", digest).evidence == ()
    desk.undo()
    assert desk.sheet("64.71").evidence == sheet.evidence
    assert desk.panel.evidence.content(digest) == b"foto"


def test_evidence_that_is_refused_leaves_nothing_behind(desk: Desk) -> None:
    with pytest.raises(InputError, match="Z9"):
        desk.attach_evidence("64.71", "Z9", "foto.jpg", b"foto")
    with pytest.raises(InputError, match="no plain file name"):
        desk.attach_evidence("64.71", "A1", "../foto.jpg", b"foto")
    assert desk.panel.evidence.all() == ()
    assert desk.sheets() == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\x00\u0301", "\u00e9"),
        ("satu\tdua\r\ntiga\x85", "satu dua\ntiga"),
        ("=1+1 <b>", "=1+1 <b>"),
        ("\ufdd0\ue000 aman \x1b[2J", "aman [2J"),
        ("satu\u2028\u200fdua", "satu\u2028\u200fdua"),
    ],
)
def test_whatever_is_typed_can_be_sealed_later(desk: Desk, typed: str, kept: str) -> None:
    assert desk.write_note("64.71", "A1", typed).notes == (("A1", kept),)


def test_a_sheet_moves_with_all_it_holds(desk: Desk) -> None:
    score_all(desk, "64.71")
    before = desk.sheets()
    move_sheet(desk, "64.71", "64.72", "salah daerah")
    assert set(desk.sheets()) == {"64.72"}
    moved = desk.sheet("64.72")
    assert (moved.region, moved.name, moved.values) == ("64.72", "Kota Samarinda", (3, 875))
    assert desk.panel.acts.all()[-1].details == (
        ("from", "64.71"), ("reason", "salah daerah"), ("to", "64.72")
    )  # fmt: skip
    assert desk.undo() == ("64.71", "64.72")
    assert desk.sheets() == before


def test_two_sheets_change_places_in_one_step(desk: Desk) -> None:
    score_all(desk, "64.71", 1)
    score_all(desk, "64.72", 4)
    swap_sheets(desk, "64.71", "64.72", "tertukar")
    assert [desk.sheet(code).values[0] for code in ("64.71", "64.72")] == [4, 1]
    assert desk.sheet("64.71").name == "Kota Balikpapan"
    desk.undo()
    assert [desk.sheet(code).values[0] for code in ("64.71", "64.72")] == [1, 4]


def test_moves_that_would_lose_something_are_refused(desk: Desk) -> None:
    score_all(desk, "64.71")
    score_all(desk, "64.72")
    before = desk.sheets()
    refused: list[tuple[str, str, str, str]] = [
        ("64.71", "64.72", "x", "Swap the two"),
        ("64.71", "64.74", "x", "conflict of interest"),
        ("64.71", "64.99", "x", "not one of the regions"),
    ]
    for source, target, reason, sentence in refused:
        with pytest.raises((RuleError, InputError), match=sentence):
            move_sheet(desk, source, target, reason)
    with pytest.raises(InputError, match="two different"):
        swap_sheets(desk, "64.71", "64.71", "x")
    with pytest.raises(InputError, match="reason is needed"):
        swap_sheets(desk, "64.71", "64.72", " ")
    assert desk.sheets() == before
    assert len(desk.panel.acts.all()) == 1


def test_there_must_be_something_to_move(desk: Desk) -> None:
    with pytest.raises(RuleError, match=r"64\.71 has no score sheet"):
        move_sheet(desk, "64.71", "64.72", "x")
    score_all(desk, "64.71")
    with pytest.raises(RuleError, match=r"64\.72 has no score sheet"):
        swap_sheets(desk, "64.71", "64.72", "x")


def test_first_touch_is_remembered(desk: Desk) -> None:
    first = desk.record_score("64.71", "A1", 4).changed
    later = desk.record_score("64.71", "A1", 3).changed
    assert first == Changed(first.first, first.first, 1)
    assert (later.first, later.count) == (first.first, 2)


def test_a_draft_is_nothing_to_anybody_else(desk: Desk) -> None:
    score_all(desk, "64.71")
    foreign = read_foreign_panel(desk.panel.path.read_bytes())
    assert (foreign.seals, foreign.sheets) == ((), {})
