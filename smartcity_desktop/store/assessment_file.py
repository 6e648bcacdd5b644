"""The assessment file: what the coordinator prepares, merges into and declares from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.anonymity import AnonymityStore, insert_anonymity
from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.backup import back_up
from smartcity_desktop.store.compact_json import write_json
from smartcity_desktop.store.decisions import Decisions
from smartcity_desktop.store.declarations import Declarations
from smartcity_desktop.store.evidence import EvidenceStore
from smartcity_desktop.store.migrating import new_file
from smartcity_desktop.store.objections import Objections
from smartcity_desktop.store.opening import open_session
from smartcity_desktop.store.received_seals import ReceivedSeals
from smartcity_desktop.store.roster_tables import (
    RosterTables,
    insert_assignments,
    insert_conflicts,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Self

    from smartcity_desktop.domain.assessment import (
        Assessment,
        Assignment,
        ConflictOfInterest,
        Judge,
        Region,
        Roster,
    )
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment
    from smartcity_desktop.store.session import Session


class NewAssessment(Struct, frozen=True):
    """What an assessment file holds when it is made.

    Attributes:
        instrument: its exact bytes.
        indicators: (id, decimals) in instrument order; names the rows of ``sealed_scores``.
        dossiers: document (JSON bytes) by region code.
        letterhead: TOML bytes, or empty.
        wrapped_key: the assessment's private key under its passphrase, or empty.
        secret: of an anonymous assessment; empty where documents name the judges.
    """

    assessment: Assessment
    instrument: bytes
    indicators: tuple[tuple[str, int], ...]
    regions: tuple[Region, ...]
    judges: tuple[Judge, ...]
    assignments: tuple[Assignment, ...]
    conflicts: tuple[ConflictOfInterest, ...] = ()
    dossiers: Mapping[str, bytes] = field(default_factory=dict)
    letterhead: bytes = b""
    wrapped_key: bytes = b""
    secret: bytes = b""


class AssessmentFile:
    """An open assessment file, split by what is stored.

    Attributes:
        rosters, seals, decisions, declarations, objections, anonymity, evidence, acts: the parts
            that are added to.
    """

    def __init__(self, session: Session) -> None:
        """Work on an open file; callers use ``open_assessment_file``."""
        self._session = session
        self.rosters = RosterTables(session)
        self.seals = ReceivedSeals(session)
        self.decisions = Decisions(session)
        self.declarations = Declarations(session)
        self.objections = Objections(session)
        self.anonymity = AnonymityStore(session)
        self.evidence = EvidenceStore(session)
        self.acts = Acts(session)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._session.path

    def transaction(self) -> AbstractContextManager[None]:
        """Make several changes durable together, or none of them.

        Raises:
            StoreError: they could not be saved.
        """
        return self._session.transaction()

    def roster(self) -> Roster:
        """Return who takes part and who judges what, at present."""
        return self.rosters.read()

    def instrument(self) -> bytes:
        """Return the instrument's exact bytes."""
        return self._fact("SELECT instrument FROM assessment")

    def letterhead(self) -> bytes:
        """Return the letterhead (TOML), empty where none was given."""
        return self._fact("SELECT letterhead FROM assessment")

    def wrapped_key(self) -> bytes:
        """Return the assessment's wrapped private key, empty where it has none."""
        return self._fact("SELECT wrapped_key FROM assessment")

    def dossiers(self) -> dict[str, bytes]:
        """Return what the regions filed beforehand, JSON by region code."""
        rows = self._session.rows("SELECT region, document FROM dossiers ORDER BY region")
        return {region: document.encode() for region, document in rows}

    def claims(self) -> ForeignAssessment:
        """Return everything the file claims, as whoever verifies it will read it.

        Raises:
            StoreError: what lies there cannot be read.
        """
        from smartcity_desktop.store.foreign_assessment import read_claims

        return self._session.read(read_claims)

    def backup(self, target: Path, *, replace: bool = False) -> str:
        """Copy the file byte for byte and read the copy back; returns its SHA-256.

        Args:
            target: a name that is still free, or whose file is replaced in one step.
            replace: whether the target may exist.

        Raises:
            StoreError: name taken, disk full, not writable, or read back differently.
        """
        return back_up(self._session, target, replace=replace)

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        self._session.close()

    def _fact(self, sql: str) -> bytes:
        row = self._session.row(sql)
        return bytes(row[0]) if row else b""

    def __enter__(self) -> Self:
        """Use the file in a ``with`` block."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close it at the end of the block."""
        self.close()


def create_assessment_file(path: Path, new: NewAssessment, clock: Clock) -> None:
    """Make an assessment file; it is wholly there or not at all.

    Raises:
        StoreError: name taken, disk full, folder not writable.
    """

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN")
        _insert_assessment(connection, new)
        connection.executemany(
            "INSERT INTO regions (code, name, province) VALUES (?, ?, ?)",
            [(r.code, r.name, r.province) for r in new.regions],
        )
        connection.executemany(
            "INSERT INTO judges (id, name, institution, home_region, role, panel) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [(j.id, j.name, j.institution, j.home_region, j.role, j.panel) for j in new.judges],
        )
        insert_assignments(connection, new.assignments)
        insert_conflicts(connection, new.conflicts)
        connection.executemany(
            "INSERT INTO indicators (position, indicator, decimals) VALUES (?, ?, ?)",
            [(position, *indicator) for position, indicator in enumerate(new.indicators)],
        )
        connection.executemany(
            "INSERT INTO dossiers (region, document) VALUES (?, ?)",
            [(region, data.decode()) for region, data in sorted(new.dossiers.items())],
        )
        if new.secret:
            insert_anonymity(connection, new.secret, new.assessment.created_at)
        connection.execute("COMMIT")

    new_file(path, ASSESSMENT, write_instant(clock()), fill)


def open_assessment_file(path: Path, clock: Clock, *, read_only: bool = False) -> AssessmentFile:
    """Open an assessment file; see ``opening.open_session`` for what is checked.

    Raises:
        StoreError: no assessment file, newer, damaged, altered, open elsewhere, not permitted.
    """
    return AssessmentFile(open_session(path, ASSESSMENT, clock, read_only=read_only))


def _insert_assessment(connection: sqlite3.Connection, new: NewAssessment) -> None:
    facts = new.assessment
    connection.execute(
        "INSERT INTO assessment (one, id, title, mode, created_at, instrument_sha256, public_key, "
        "recipients, judge_label, instrument, letterhead, wrapped_key) "
        "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            facts.id,
            facts.title,
            facts.mode.value,
            facts.created_at,
            facts.instrument_sha256,
            facts.public_key,
            write_json(facts.recipients),
            facts.judge_label,
            new.instrument,
            new.letterhead,
            new.wrapped_key,
        ),
    )
