"""Panel files lie in the folder and are known to the assessment, or neither."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.audit import first_fault
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.dossier import Answer, Dossier
from smartcity_desktop.domain.errors import RuleError, StoreError
from smartcity_desktop.preparing.handing_out import hand_out, kept_seals, open_issuing
from smartcity_desktop.rosters.dossier_document import read_dossier
from smartcity_desktop.scoring.seal import seal_panel_file
from smartcity_desktop.sealing.signer import read_pem
from smartcity_desktop.store.declarations import Declaration
from smartcity_desktop.store.received_seals import ReceivedSeal
from tests.scoring.jury import INSTRUMENT, TOML, Jury, score_all

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.preparing.handing_out import HandedOut
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer

DOSSIERS = {code: Dossier(code, (), (Answer("A1", code),)) for code in ("64.71", "64.74")}


@pytest.fixture
def jury(tmp_path: Path) -> Jury:
    jury = Jury(tmp_path)
    jury.make(dossiers=DOSSIERS)
    return jury


def receive(jury: Jury, desk: Desk, signer: Signer) -> str:
    """Seal, and store the seal in the assessment as a merge does; returns its digest."""
    sealed = seal_panel_file(desk, signer, "", jury.clock)
    last = desk.panel.seals.last()
    assert last is not None
    issue = desk.panel.issue.issue
    seal = ReceivedSeal(last.digest, last.jws, issue.judge, issue.id, last.number)
    with jury.open() as file:
        file.seals.add([seal], desk.panel.seals.sheets().items(), [], last.at, {})
    return sealed.digest


def decide(jury: Jury, *subject: str) -> None:
    at = "2026-05-02T09:00:00Z"
    with jury.open() as file:
        file.decisions.add(Decision(0, DecisionKind.REISSUE, subject, "", "Ketua", "hilang", at))


def replace_lost(jury: Jury, named: str) -> HandedOut:
    with jury.open() as file:
        lost = open_issuing(file, file.roster(), jury.random_bytes, jury.clock).find_lost(named)
        kept = kept_seals(file, lost)
    (given,) = jury.issue(lambda issuing: [issuing.replace_lost(lost, kept, "laptop hilang")])
    return given


def test_each_judge_gets_what_is_his(jury: Jury) -> None:
    one, two = jury.issue()
    assert [given.path.name for given in (one, two)] == ["j1-1-latihan.panel", "j2-1-latihan.panel"]
    roster = jury.roster()
    assert roster.issues == (one.issue, two.issue)
    desk = jury.sit("j2-1")
    with desk.panel as panel:
        assert panel.issue.issue == two.issue
        assert panel.issue.assessment == roster.assessment
        assert [region.code for region in panel.issue.regions] == ["64.71", "64.72"]
        assert [a.region for a in panel.issue.assignments] == ["64.71", "64.72"]
        assert [c.region for c in panel.issue.conflicts] == ["64.74"]
        assert panel.instrument == TOML
        assert {c: read_dossier(d) for c, d in panel.dossiers().items()} == {
            "64.71": DOSSIERS["64.71"]
        }
        key = panel.keys.issue_key()
        assert key is not None
        assert read_pem(key).public.jwk == two.issue.public_key
    assert b"PRIVATE KEY" not in jury.path.read_bytes()
    assert one.issue.public_key != two.issue.public_key


def test_where_nobody_is_left_nothing_is_recorded(jury: Jury) -> None:
    jury.issue()
    with jury.open() as file:
        before = file.acts.all()
    assert jury.issue() == ()
    with jury.open() as file:
        assert file.acts.all() == before
        assert first_fault(before) is None


def test_nothing_that_lies_there_is_written_over(jury: Jury) -> None:
    taken = jury.folder / "j2-1-latihan.panel"
    taken.write_bytes(b"pekerjaan juri")
    with pytest.raises(StoreError, match="never overwritten"):
        jury.issue()
    assert taken.read_bytes() == b"pekerjaan juri"
    assert not (jury.folder / "j1-1-latihan.panel").exists()
    assert jury.roster().issues == ()


def test_a_failure_on_the_way_leaves_no_file_behind(jury: Jury) -> None:
    done = []

    def stick_is_pulled_out() -> None:
        done.append(1)
        if len(done) == 2:
            raise OSError("gone")

    with jury.open() as file:
        issuing = open_issuing(file, file.roster(), jury.random_bytes, jury.clock)
        new = issuing.first_issues()
        with pytest.raises(OSError, match="gone"):
            hand_out(file, jury.folder, new, INSTRUMENT, jury.clock, stick_is_pulled_out)
    assert list(jury.folder.glob("*.panel")) == []
    assert jury.roster().issues == ()
    assert len(jury.issue()) == 2


def test_what_the_assessment_refuses_leaves_no_file_behind(jury: Jury) -> None:
    with jury.open() as file:
        issuing = open_issuing(file, file.roster(), jury.random_bytes, jury.clock)
        first, _ = issuing.first_issues()
        hand_out(file, jury.folder, [first], INSTRUMENT, jury.clock, lambda: None)
        other = jury.folder / "lain"
        other.mkdir()
        with pytest.raises(sqlite3.IntegrityError):
            hand_out(file, other, [first], INSTRUMENT, jury.clock, lambda: None)
    assert list(other.iterdir()) == []
    assert jury.roster().issues == (first.issue,)


def test_after_a_declaration_nothing_is_issued(jury: Jury) -> None:
    with jury.open() as file:
        declaration = Declaration(
            1, "2026-05-02T09:00:00Z", "Ketua", hashlib.sha256(b"{}").hexdigest(), b"{}", "",
            file.acts.head(),
        )  # fmt: skip
        file.declarations.add(declaration)
        with pytest.raises(RuleError, match="Reopen them before"):
            open_issuing(file, file.roster(), jury.random_bytes, jury.clock)


def test_a_replacement_begins_with_the_sheets_that_stand(jury: Jury) -> None:
    jury.issue()
    desk = jury.sit()
    with desk.panel:
        signer = jury.enrol(desk)
        score_all(desk, "64.71", 1)
        first = receive(jury, desk, signer)
        score_all(desk, "64.72", 2)
        second = receive(jury, desk, signer)
        score_all(desk, "64.74", 4)
        lost = desk.sheets()
    with pytest.raises(RuleError, match="reissue j1-1"):
        replace_lost(jury, "j1")
    decide(jury, "j1-1", *sorted((first, second)))
    given = replace_lost(jury, "j1")
    assert (given.issue.id, given.issue.replaces) == ("j1-2", "j1-1")
    assert given.issue.kept == tuple(sorted((first, second)))
    desk = jury.sit("j1-2")
    with desk.panel:
        assert desk.sheets() == {code: lost[code] for code in ("64.71", "64.72")}
        assert desk.undo() == ()
        jury.enrol(desk)
    # The replacement is lost too, before anything of it was merged.
    given = replace_lost(jury, "j1")
    assert (given.issue.replaces, given.issue.kept) == ("j1-2", ())
    desk = jury.sit("j1-3")
    with desk.panel:
        assert desk.sheets() == {code: lost[code] for code in ("64.71", "64.72")}
        signer = jury.enrol(desk)
        sealed = seal_panel_file(desk, signer, "", jury.clock)
        assert (sealed.number, sealed.sealed) == (1, ("64.71", "64.72"))


def test_seals_that_do_not_stand_are_not_taken_over(jury: Jury) -> None:
    jury.issue()
    desk = jury.sit()
    with desk.panel:
        signer = jury.enrol(desk)
        score_all(desk, "64.71")
        receive(jury, desk, signer)
    decide(jury, "j1-1")
    given = replace_lost(jury, "j1")
    assert given.issue.kept == ()
    desk = jury.sit("j1-2")
    with desk.panel:
        assert desk.sheets() == {}
