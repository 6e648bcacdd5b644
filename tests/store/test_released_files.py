"""Every file format ever released is still read and written, to the last table."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.audit import first_fault
from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.store.assessment_file import open_assessment_file
from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.declarations import Reopening
from smartcity_desktop.store.file_kind import FileKind, Version, read_schema, released_schema
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.foreign_assessment import read_foreign_assessment
from smartcity_desktop.store.keys import KeyForm
from smartcity_desktop.store.panel_file import open_panel_file
from smartcity_desktop.store.panel_schema import PANEL

if TYPE_CHECKING:
    from smartcity_desktop.domain.instant import Clock

AT = "2026-11-24T03:10:16Z"
FOLDER = Path(__file__).parents[1] / "data" / "files"


@pytest.fixture
def panel_1_0(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "panel-1.0.panel", tmp_path))


@pytest.fixture
def assessment_1_0(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "assessment-1.0.assessment", tmp_path))


@pytest.mark.parametrize(("kind", "suffix"), [(PANEL, "panel"), (ASSESSMENT, "assessment")])
def test_every_released_version_has_its_file(kind: FileKind, suffix: str) -> None:
    for step in kind.steps:
        path = FOLDER / f"{kind.name}-{step.version}.{suffix}"
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            assert read_schema(file) == released_schema(kind, step.version)
            for (table,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
                (rows,) = file.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - our own names
                assert rows or table == "issue_key", f"{table} is empty in {path.name}"


def test_panel_file_1_0(panel_1_0: Path, clock: Clock) -> None:
    with open_panel_file(panel_1_0, clock) as file:
        assert file.issue.issue.id == "j07-1"
        assert file.issue.judge.name == "Dr. Sri Wahyuni"
        assert file.instrument.startswith(b"format = 1")
        assert file.keys.issue_key() is None
        current = file.keys.current()
        assert current is not None
        assert (current.form, current.certificates) == (KeyForm.P12, (b"leaf", b"root"))
        assert [key.thumbprint for key in file.keys.all()] == ["first", "second"]
        assert file.keys.declared_conflicts() == (("64.71", "Saudara kandung"),)
        (sealed,) = file.seals.sheets().values()
        assert "catatan “penting”".encode() in sealed
        assert file.sheets.payloads() == {"64.72": sealed}
        kinds = [change.kind for change in file.sheets.log.all()]
        assert kinds == ["score", "seal", "score", "undo"]
        assert file.jottings.all() == {("64.72", "A.1"): "tanya lagi"}
        assert file.jottings.doubts() == (("64.72", "A.1"),)
        assert [item.name for item in file.evidence.all()] == ["foto.jpg"]
        assert [act.kind for act in file.acts.all()] == ["enrol", "new_key", "seal"]
        assert first_fault(file.acts.all()) is None
        file.sheets.record("64.71", b"{}", "score", AT)
    assert [path.name for path in panel_1_0.parent.iterdir()] == [panel_1_0.name]


def test_foreign_panel_file_1_0(panel_1_0: Path) -> None:
    foreign = read_foreign_panel(panel_1_0.read_bytes())
    assert foreign.seals == ("head.body.sign",)
    assert len(foreign.sheets) == 1
    assert first_fault(foreign.acts) is None


def test_assessment_file_1_0(assessment_1_0: Path, clock: Clock) -> None:
    with open_assessment_file(assessment_1_0, clock) as file:
        roster = file.roster()
        assert [issue.id for issue in roster.issues] == ["j07-1"]
        assert roster.standings[0].status is RegionStatus.ABSENT
        assert len(file.seals.sheets()) == 1
        (merge,) = file.seals.merges()
        assert [merged.outcome for merged in merge.files] == [Outcome.NEW, Outcome.REFUSED]
        assert [decision.subject for decision in file.decisions.all()] == [("64.72", "64.71")]
        assert file.declarations.standing() is None
        assert [document.number for document in file.declarations.documents()] == ["012"]
        assert file.letterhead() == b"[kop]\n"
        assert file.wrapped_key() == b"wrapped"
        assert first_fault(file.acts.all()) is None
    foreign = read_foreign_assessment(assessment_1_0)
    assert foreign.roster == roster
    assert len(foreign.acts) == 7


def test_an_assessment_file_1_0_is_backed_up_and_gets_what_it_lacks(
    assessment_1_0: Path, clock: Clock
) -> None:
    before = assessment_1_0.read_bytes()
    foreign = read_foreign_assessment(assessment_1_0)
    assert (foreign.objections, foreign.secret, foreign.panel_results) == ((), b"", {})
    with open_assessment_file(assessment_1_0, clock) as file:
        assert file.objections.all() == ()
        assert file.anonymity.secret() == b""
        assert file.declarations.all()[0].reopening == Reopening(AT, "Ketua", "sanggahan")
    backup = assessment_1_0.with_name("assessment-1.0.assessment.1.0.backup")
    assert backup.read_bytes() == before
    assert read_foreign_assessment(assessment_1_0).acts == foreign.acts


def test_assessment_file_1_1(tmp_path: Path, clock: Clock) -> None:
    path = Path(shutil.copy(FOLDER / "assessment-1.1.assessment", tmp_path))
    with open_assessment_file(path, clock) as file:
        (objection,) = file.objections.all()
        assert (objection.region, objection.declaration) == ("64.72", 1)
        assert (objection.outcome, objection.reopened) == (ObjectionOutcome.ACCEPTED, True)
        reopening = file.declarations.all()[0].reopening
        assert reopening is not None
        assert reopening.objections == (1,)
        assert file.anonymity.secret() == b"secret"
        assert file.anonymity.panel_results() == {1: b"{}"}
        assert first_fault(file.acts.all()) is None
    foreign = read_foreign_assessment(path)
    assert foreign.objections == (objection,)
    assert (foreign.secret, foreign.secret_at) == (b"secret", AT)
    assert foreign.panel_results == {1: b"{}"}
    assert [child.name for child in tmp_path.iterdir()] == [path.name]


def test_first_release_is_1_0() -> None:
    assert PANEL.steps[0].version == ASSESSMENT.steps[0].version == Version(1, 0)
