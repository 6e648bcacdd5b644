"""Makes one file of each kind in the format released last; run once for each new version.

The files are committed and never made again: they prove that later programs read what earlier
ones wrote. Usage: ``python tests/data/files/make_files.py`` in the top folder.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    Issue,
    IssueKind,
    Judge,
    Mode,
    Region,
    RegionStanding,
    RegionStatus,
)
from smartcity_desktop.domain.decision import Decision, DecisionKind, Manner
from smartcity_desktop.domain.objection import Objection, ObjectionAnswer, ObjectionOutcome
from smartcity_desktop.domain.panel_issue import PanelIssue
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.domain.score_sheet import Evidence
from smartcity_desktop.store.assessment_file import (
    NewAssessment,
    create_assessment_file,
    open_assessment_file,
)
from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.declarations import Declaration, PrintedDocument, Reopening
from smartcity_desktop.store.keys import KeyForm, StoredKey
from smartcity_desktop.store.panel_file import NewPanel, create_panel_file, open_panel_file
from smartcity_desktop.store.panel_schema import PANEL
from smartcity_desktop.store.panel_seals import StoredSeal
from smartcity_desktop.store.received_seals import MergedFile, ReceivedSeal

FOLDER = Path(__file__).parent
AT = "2026-11-24T03:10:16Z"
INSTRUMENT = b'format = 1\nid = "contoh"\n'
INDICATORS = (("A.1", 0), ("A.2", 1))
SHEET = (
    '{"abstained":{},"changed":{"count":1,"first":"2026-11-24T03:10:16Z","last":'
    '"2026-11-24T03:10:16Z"},"evidence":{},"judge":"j07","name":"Kota Samarinda","notes":'
    '{"*":"catatan “penting”"},"reason":"","region":"64.72","state":"scored","values":[3,25]}'
).encode()
DIGEST = hashlib.sha256(SHEET).hexdigest()
SEAL = hashlib.sha256(b"first seal").hexdigest()
REGIONS = (
    Region("64.71", "Kota Balikpapan", "Kalimantan Timur"),
    Region("64.72", "Kota Samarinda", "Kalimantan Timur"),
)
ISSUE = Issue("j07-1", "j07", IssueKind.FIRST, ("64.71", "64.72"), '{"kty":"EC"}', AT)
PANEL_ISSUE = PanelIssue(
    Assessment(
        "0123456789abcdef" * 2,
        "Asesmen Contoh 2026",
        Mode.REHEARSAL,
        AT,
        hashlib.sha256(INSTRUMENT).hexdigest(),
        '{"kty":"EC"}',
        ("age1contoh",),
    ),
    Judge("j07", "Dr. Sri Wahyuni", "Universitas Contoh", "64.71", "ketua", "A"),
    ISSUE,
    REGIONS,
    (Assignment("j07", "64.71"), Assignment("j07", "64.72", "2026-11-24", "1", "B", "09.00")),
    (ConflictOfInterest("j07", "64.71", "home_region", "Daerah asal"),),
)


def clock() -> datetime:
    """Return the one moment at which everything here happens."""
    return datetime(2026, 11, 24, 3, 10, 16, tzinfo=UTC)


def make_panel_file() -> None:
    """Make a panel file in which every table holds something."""
    path = FOLDER / f"panel-{PANEL.version()}.panel"
    dossiers = {"64.72": b'{"penduduk":834824}'}
    new = NewPanel(PANEL_ISSUE, INSTRUMENT, INDICATORS, b"issue key", dossiers)
    create_panel_file(path, new, clock)
    with open_panel_file(path, clock) as file:
        key = StoredKey("first", KeyForm.AGE, b"wrapped", (b"certificate",), "p.r.f", AT)
        file.keys.enrol(key, [("64.71", "Saudara kandung")], {"thumbprint": "first"})
        second = StoredKey("second", KeyForm.P12, b"wrapped", (b"leaf", b"root"), "p.r.f", AT)
        file.keys.add(second, {"thumbprint": "second"})
        file.sheets.record("64.72", SHEET, "score", AT)
        file.seals.add(StoredSeal(SEAL, 1, "head.body.sign", AT), {DIGEST: SHEET}, {"seal": SEAL})
        file.sheets.record("64.72", b"{}", "score", AT)
        file.sheets.undo(AT)
        file.jottings.write("64.72", "A.1", "tanya lagi")
        file.jottings.doubt("64.72", "A.1", AT)
        file.evidence.add("foto.jpg", b"abc", AT)


def make_assessment_file() -> None:
    """Make an assessment file in which every table holds something."""
    path = FOLDER / f"assessment-{ASSESSMENT.version()}.assessment"
    new = NewAssessment(
        PANEL_ISSUE.assessment,
        INSTRUMENT,
        INDICATORS,
        REGIONS,
        (PANEL_ISSUE.judge,),
        PANEL_ISSUE.assignments,
        PANEL_ISSUE.conflicts,
        {"64.72": b'{"penduduk":834824}'},
        b"[kop]\n",
        b"wrapped",
    )
    create_assessment_file(path, new, clock)
    with open_assessment_file(path, clock) as file:
        file.rosters.add_issues([ISSUE], AT, {"issues": ISSUE.id})
        file.rosters.add_standing(RegionStanding("64.71", RegionStatus.ABSENT, "banjir"), AT)
        files = [
            MergedFile("j07.panel", "a" * 64, Outcome.NEW, "", "", "j07", "j07-1", SEAL),
            MergedFile("x.pdf", "b" * 64, Outcome.REFUSED, "not_a_panel_file", "No panel file."),
        ]
        seal = ReceivedSeal(SEAL, "head.body.sign", "j07", "j07-1", 1)
        file.seals.add([seal], [(DIGEST, SHEET)], files, AT, {"seals": SEAL})
        photo = Evidence("foto.jpg", 3, hashlib.sha256(b"abc").hexdigest())
        file.evidence.receive([(photo, b"abc")], AT)
        tie = DecisionKind.TIE
        file.decisions.add(
            Decision(0, tie, ("64.72", "64.71"), "", "K", "r", AT, "c" * 64, Manner.VOTE, 5, 2)
        )
        head = file.acts.head()
        file.declarations.add(Declaration(1, AT, "Ketua", "d" * 64, b"{}", "token", head))
        file.declarations.add_document(PrintedDocument("rekapitulasi", "012", "e" * 64, 1, AT))
        objection = Objection(0, 1, "64.72", "Pemerintah Kota Samarinda", "Nilai A.2 keliru", AT)
        file.objections.add(objection)
        file.declarations.reopen(1, Reopening(AT, "Ketua", "sanggahan", (1,)))
        answer = ObjectionAnswer(ObjectionOutcome.ACCEPTED, "Segel dibetulkan", "Ketua", AT)
        file.objections.answer(1, answer)
        file.anonymity.choose(b"secret", AT)
        file.anonymity.add_panel_results(1, b"{}")


if __name__ == "__main__":
    make_panel_file()
    make_assessment_file()
