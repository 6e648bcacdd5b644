"""An assessment file keeps everything it was ever given, in order, with its acts."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from typing import TYPE_CHECKING, NoReturn

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import (
    Assignment,
    ConflictOfInterest,
    IssueKind,
    Judge,
    RegionStanding,
    RegionStatus,
)
from smartcity_desktop.domain.audit import first_fault
from smartcity_desktop.domain.decision import Decision, DecisionKind, Manner
from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.domain.score_sheet import Evidence
from smartcity_desktop.store.assessment_file import (
    AssessmentFile,
    NewAssessment,
    create_assessment_file,
    open_assessment_file,
)
from smartcity_desktop.store.declarations import Declaration, PrintedDocument, Reopening
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.store.hardened import FileRefusedError
from smartcity_desktop.store.received_seals import MergedFile, ReceivedSeal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.panel_issue import PanelIssue

AT = "2026-11-24T03:10:16Z"


@pytest.fixture
def new_assessment(panel_issue: PanelIssue) -> NewAssessment:
    return NewAssessment(
        panel_issue.assessment,
        b'format = 1\nid = "contoh"\n',
        (("A.1", 0), ("A.2", 1)),
        panel_issue.regions,
        (panel_issue.judge, Judge("j08", "Ir. Budi")),
        panel_issue.assignments,
        panel_issue.conflicts,
        {"64.72": b'{"penduduk":834824}'},
        b"[kop]\n",
        b"KUNCI-TERBUNGKUS",
    )


@pytest.fixture
def assessment(
    tmp_path: Path, new_assessment: NewAssessment, clock: Clock
) -> Iterator[AssessmentFile]:
    path = tmp_path / "kaltim.assessment"
    create_assessment_file(path, new_assessment, clock)
    with open_assessment_file(path, clock) as file:
        yield file


@pytest.fixture
def issued(assessment: AssessmentFile, panel_issue: PanelIssue) -> AssessmentFile:
    assessment.rosters.add_issues([panel_issue.issue], AT, {"issues": "j07-1"})
    return assessment


def received(number: int) -> ReceivedSeal:
    return ReceivedSeal(f"{number:064}", f"kepala.{number}.tanda", "j07", "j07-1", number)


def test_what_was_made_comes_back(
    assessment: AssessmentFile, new_assessment: NewAssessment
) -> None:
    roster = assessment.roster()
    assert roster.assessment == new_assessment.assessment
    assert roster.regions == new_assessment.regions
    assert roster.judges == new_assessment.judges
    assert roster.assignments == new_assessment.assignments
    assert roster.conflicts == new_assessment.conflicts
    assert roster.issues == ()
    assert {standing.status for standing in roster.standings} == {RegionStatus.INVITED}
    assert assessment.instrument() == new_assessment.instrument
    assert assessment.letterhead() == b"[kop]\n"
    assert assessment.wrapped_key() == b"KUNCI-TERBUNGKUS"
    assert assessment.dossiers() == {"64.72": b'{"penduduk":834824}'}


def test_issues_and_new_assignments(assessment: AssessmentFile, panel_issue: PanelIssue) -> None:
    more = replace(
        panel_issue.issue,
        id="j08-1",
        judge="j08",
        kind=IssueKind.REPLACEMENT,
        kept=("aa", "bb"),
        replaces="j07-1",
        typist=2,
        reason="laptop hilang",
    )
    assignment = Assignment("j08", "64.71", start="09.00")
    assessment.rosters.add_issues(
        [panel_issue.issue, more], AT, {}, assignments=[assignment, *panel_issue.assignments]
    )
    roster = assessment.roster()
    assert roster.issues == (panel_issue.issue, more)
    assert roster.assignments == (*panel_issue.assignments, assignment)
    with pytest.raises(sqlite3.IntegrityError):
        assessment.rosters.add_issues([more], AT, {})


def test_statuses_are_only_added_to(assessment: AssessmentFile) -> None:
    assessment.rosters.add_standing(RegionStanding("64.72", RegionStatus.PRESENT, "hadir"), AT)
    gone = RegionStanding("64.72", RegionStatus.WITHDRAWN, "mengundurkan diri")
    assessment.rosters.add_standing(gone, AT)
    assert assessment.roster().standings[1] == gone
    assert [entry.standing.status for entry in assessment.rosters.standing_history()] == [
        RegionStatus.PRESENT,
        RegionStatus.WITHDRAWN,
    ]


def test_conflict_found_later(assessment: AssessmentFile) -> None:
    found = ConflictOfInterest("j08", "64.71", "coordinator", "menantu wali kota")
    assessment.rosters.add_conflicts([found], AT)
    assessment.rosters.add_conflicts([found], AT)
    assert found in assessment.roster().conflicts


def test_merge_is_stored_whole_and_once(issued: AssessmentFile) -> None:
    payloads = [b'{"values":[1]}', b'{"values":[2]}']
    sheets = [(hashlib.sha256(payload).hexdigest(), payload) for payload in payloads]
    files = [
        MergedFile("a.panel", "a" * 64, Outcome.NEW, judge="j07", issue="j07-1", seal="0" * 64),
        MergedFile(
            "b.pdf", "b" * 64, Outcome.REFUSED, "not_a_panel_file", "This is no panel file."
        ),
    ]
    assert issued.seals.add([received(1)], sheets[:1], files, AT, {"new": "1"}) == 1
    assert issued.seals.add([received(1), received(2)], sheets, files[:1], AT, {}) == 2
    assert issued.seals.all() == (received(1), received(2))
    assert issued.seals.digests() == {received(1).digest, received(2).digest}
    assert issued.seals.sheets() == dict(sheets)
    assert issued.seals.sheet(sheets[1][0]) == payloads[1]
    assert issued.seals.sheet("00") is None
    assert [merge.files for merge in issued.seals.merges()] == [tuple(files), tuple(files[:1])]


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 16, 21])
def test_every_sheet_is_stored_byte_for_byte(issued: AssessmentFile, count: int) -> None:
    payloads = [f'{{"notes":{{"A1":"ᬅᬓ᭄ᬱᬭ 智慧 {n}\\u0000"}}}}'.encode() for n in range(count)]
    sheets = [(hashlib.sha256(payload).hexdigest(), payload) for payload in payloads]
    issued.seals.add([received(1)], iter(sheets), [], AT, {})
    issued.seals.add([], iter(sheets[::-1]), [], AT, {})
    assert issued.seals.sheets() == dict(sheets)
    with contextlib.closing(sqlite3.connect(issued.path)) as connection:
        kinds = connection.execute("SELECT DISTINCT typeof(payload) FROM sealed_sheets").fetchall()
    assert kinds == [("text",)] * bool(count)


def test_half_a_merge_never_stays(issued: AssessmentFile) -> None:
    stranger = replace(received(2), issue="unknown")
    acts = issued.acts.all()
    with pytest.raises(sqlite3.IntegrityError):
        issued.seals.add([received(1), stranger], [("00", b"{}")], [], AT, {})
    assert issued.seals.all() == ()
    assert issued.seals.sheets() == {}
    assert issued.seals.merges() == ()
    assert issued.acts.all() == acts


def test_decisions_are_numbered(assessment: AssessmentFile) -> None:
    void = Decision(0, DecisionKind.VOID, ("d" * 64, "64.72"), "", "Ketua", "salah ketik", AT)
    tie = Decision(
        9, DecisionKind.TIE, ("64.72", "64.71"), "", "Ketua", "r", AT, "basis", Manner.VOTE, 5, 2
    )
    assert assessment.decisions.add(void).number == 1
    assert assessment.decisions.add(tie).number == 2
    assert assessment.decisions.all() == (replace(void, number=1), replace(tie, number=2))


def test_declaration_carries_the_head_of_the_log(assessment: AssessmentFile) -> None:
    assessment.acts.append(AT, "merge", {})
    declaration = Declaration(1, AT, "Ketua", "e" * 64, b"{}", "tok", assessment.acts.head())
    assert assessment.declarations.standing() is None
    assessment.declarations.add(declaration)
    assert assessment.declarations.standing() == declaration
    document = PrintedDocument("rekapitulasi", "012/SC/2026", "f" * 64, 1, AT)
    blank = PrintedDocument("lembar-kosong", "", "f" * 64, None, AT)
    assessment.declarations.add_document(document)
    assessment.declarations.add_document(blank)
    assert assessment.declarations.documents() == (document, blank)
    reopening = Reopening(AT, "Ketua", "sanggahan diterima")
    assessment.declarations.reopen(1, reopening)
    assert assessment.declarations.standing() is None
    assert assessment.declarations.all() == (replace(declaration, reopening=reopening),)
    with pytest.raises(ValueError, match="went on"):
        assessment.declarations.add(replace(declaration, number=2))


def test_every_act_is_chained(issued: AssessmentFile) -> None:
    issued.rosters.add_standing(RegionStanding("64.71", RegionStatus.ABSENT, "r"), AT)
    issued.seals.add([], [], [], AT, {})
    assert [act.kind for act in issued.acts.all()] == ["issue", "status", "merge"]
    assert first_fault(issued.acts.all()) is None


def test_received_evidence(assessment: AssessmentFile) -> None:
    item = Evidence("foto.jpg", 3, hashlib.sha256(b"abc").hexdigest())
    assessment.evidence.receive([(item, b"abc")], AT)
    assessment.evidence.receive([(item, b"abc")], AT)
    assert assessment.evidence.content(item.sha256) == b"abc"
    assert assessment.evidence.all() == (item,)


def test_backup_is_the_same_file(issued: AssessmentFile, tmp_path: Path, clock: Clock) -> None:
    target = tmp_path / "cadangan.assessment"
    digest = issued.backup(target)
    with pytest.raises(StoreError, match="already a file of this name"):
        issued.backup(target)
    with open_assessment_file(target, clock, read_only=True) as copy:
        assert copy.roster() == issued.roster()
    issued.close()
    assert target.read_bytes() == issued.path.read_bytes()
    assert hashlib.sha256(target.read_bytes()).hexdigest() == digest
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "cadangan.assessment",
        "kaltim.assessment",
    ]


def test_foreign_assessment_says_the_same(issued: AssessmentFile) -> None:
    issued.seals.add([received(1)], [("0" * 64, b"{}")], [], AT, {})
    issued.decisions.add(Decision(0, DecisionKind.WAIVE, ("j07:64.71",), "", "K", "r", AT, "b"))
    issued.declarations.add(Declaration(1, AT, "K", "e", b"{}", "", issued.acts.head()))
    issued.close()
    foreign = read_foreign_assessment(issued.path)
    with contextlib.closing(open_again(issued)) as own:
        assert foreign.roster == own.roster()
        assert foreign.instrument == own.instrument()
        assert foreign.seals == own.seals.all()
        assert foreign.sheets == own.seals.sheets()
        assert foreign.merges == own.seals.merges()
        assert foreign.decisions == own.decisions.all()
        assert foreign.declarations == own.declarations.all()
        assert foreign.documents == own.declarations.documents()
        assert foreign.acts == own.acts.all()


def open_again(file: AssessmentFile) -> AssessmentFile:
    def unused() -> NoReturn:
        raise AssertionError("the clock is for migrations only")

    return open_assessment_file(file.path, unused, read_only=True)


def test_foreign_assessment_with_unknown_words_is_damaged(assessment: AssessmentFile) -> None:
    assessment.close()
    with contextlib.closing(sqlite3.connect(assessment.path)) as connection, connection:
        connection.execute(
            "INSERT INTO standings (at, region, status, reason) VALUES ('', '64.71', 'gone', '')"
        )
    with pytest.raises(FileRefusedError) as caught:
        read_foreign_assessment(assessment.path)
    assert caught.value.refusal.reason is RefusalReason.DAMAGED


def test_interrupted_change_beside_a_file_is_noticed(assessment: AssessmentFile) -> None:
    assessment.close()
    journal = assessment.path.with_name(assessment.path.name + "-journal")
    journal.write_bytes(b"half")
    with pytest.raises(FileRefusedError, match="interrupted"):
        read_foreign_assessment(assessment.path)
    journal.write_bytes(b"")
    read_foreign_assessment(assessment.path)


def test_panel_file_is_no_assessment(panel_path: Path, clock: Clock) -> None:
    with pytest.raises(FileRefusedError, match="no assessment file"):
        read_foreign_assessment(panel_path)
    with pytest.raises(StoreError, match="no assessment file"):
        open_assessment_file(panel_path, clock)


def test_ten_thousand_sheets_are_stored_and_read(
    issued: AssessmentFile, sheet: Callable[..., bytes]
) -> None:
    payloads = [sheet(f"{i // 514}.{i % 514}", *range(40), judge=str(i)) for i in range(10_794)]
    rows = [(hashlib.sha256(payload).hexdigest(), payload) for payload in payloads]
    issued.seals.add([received(1)], rows, [], AT, {})
    assert issued.seals.sheets() == dict(rows)
