"""Who judges what, as the assessment file keeps it."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct

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
    Roster,
)
from smartcity_desktop.domain.region_names import with_corrected_names
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.compact_json import read_texts, write_json
from smartcity_desktop.store.decisions import read_decisions
from smartcity_desktop.store.prepared import prepared_digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.store.session import Session

_INSERT_ASSIGNMENT = """
INSERT INTO assignments (judge, region, day, session, room, start) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (judge, region) DO NOTHING"""
_INSERT_CONFLICT = """
INSERT INTO conflicts_of_interest (judge, region, source, reason) VALUES (?, ?, ?, ?)
ON CONFLICT (judge, region, source) DO NOTHING"""
_INSERT_ISSUE = """
INSERT INTO issues
    (id, judge, kind, regions, public_key, issued_at, replaces, kept, typist, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_STANDING = "INSERT INTO standings (at, region, status, reason) VALUES (?, ?, ?, ?)"


class StandingEntry(Struct, frozen=True):
    """One entry of the append-only list of region statuses."""

    number: int
    at: str
    standing: RegionStanding


class RosterTables:
    """Nothing in it ever changes; whoever and whatever joins later is added."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def read(self) -> Roster:
        """Return the present roster."""
        return self._session.read(read_roster)

    def read_without_assignments(self) -> Roster:
        """Return the present roster with no assignment in it.

        A seal is checked against its own issue's regions; the assignments are by far the most.
        """
        return self._session.read(partial(read_roster, assignments=False))

    def add_issues(
        self,
        issues: Sequence[Issue],
        at: str,
        details: Mapping[str, str],
        *,
        assignments: Sequence[Assignment] = (),
    ) -> None:
        """Record panel files that are handed out, with the assignments that came with them.

        Args:
            issues: new ones; an id is used once only.
            at: the instant, as text.
            details: of the act ``issue``, beside the digest of all that is prepared then.
            assignments: added to those there are; a known pair is passed over.

        Raises:
            StoreError: they could not be saved; none was.
        """
        with self._session.transaction():
            insert_assignments(self._session.connection, assignments)
            insert_issues(self._session.connection, issues)
            prepared = {"prepared": prepared_digest(self._session.connection)}
            self._acts.append(at, "issue", prepared | dict(details))

    def add_judge(self, judge: Judge, at: str) -> None:
        """Record a judge who joins later, with the act ``judge``.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO judges (id, name, institution, home_region, role, panel) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (judge.id, judge.name, judge.institution, judge.home_region, judge.role,
                 judge.panel),
            )  # fmt: skip
            self._acts.append(at, "judge", judge_details(judge))

    def add_region(self, region: Region, at: str) -> None:
        """Record a region that joins later, with the act ``region``.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO regions (code, name, province) VALUES (?, ?, ?)",
                (region.code, region.name, region.province),
            )
            self._acts.append(at, "region", region_details(region))

    def add_standing(self, standing: RegionStanding, at: str) -> None:
        """Record a region's new status with its reason.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                _INSERT_STANDING, (at, standing.region, standing.status.value, standing.reason)
            )
            details = {"region": standing.region, "status": standing.status.value}
            self._acts.append(at, "status", details)

    def add_conflicts(self, conflicts: Sequence[ConflictOfInterest], at: str) -> None:
        """Record conflicts of interest found later; a known one is passed over.

        Raises:
            StoreError: they could not be saved; none was.
        """
        with self._session.transaction():
            insert_conflicts(self._session.connection, conflicts)
            for conflict in conflicts:
                details = {
                    "judge": conflict.judge,
                    "region": conflict.region,
                    "source": conflict.source,
                }
                self._acts.append(at, "conflict_of_interest", details)

    def standing_history(self) -> tuple[StandingEntry, ...]:
        """Return every status ever set, oldest first."""
        rows = self._session.rows(
            "SELECT number, at, region, status, reason FROM standings ORDER BY number"
        )
        return tuple(
            StandingEntry(number, at, RegionStanding(region, RegionStatus(status), reason))
            for number, at, region, status, reason in rows
        )


def judge_details(judge: Judge) -> dict[str, str]:
    """Return what the act ``judge`` says of a judge."""
    return {"judge": judge.id, "name": judge.name, "home_region": judge.home_region}


def region_details(region: Region) -> dict[str, str]:
    """Return what the act ``region`` says of a region."""
    return {"region": region.code, "name": region.name, "province": region.province}


def read_roster(connection: sqlite3.Connection, *, assignments: bool = True) -> Roster:
    """Return the roster of an open database, regions under the names in force.

    Raises:
        ValueError: a word is unknown.
    """
    select = connection.execute
    regions = tuple(
        Region(*row) for row in select("SELECT code, name, province FROM regions ORDER BY code")
    )
    judges = select(
        "SELECT id, name, institution, home_region, role, panel FROM judges ORDER BY id"
    )
    assigned = select(
        "SELECT judge, region, day, session, room, start FROM assignments "
        "WHERE ? ORDER BY judge, region",
        (assignments,),
    )
    conflicts = select(
        "SELECT judge, region, source, reason FROM conflicts_of_interest ORDER BY 1, 2, 3"
    )
    roster = Roster(
        _read_assessment(connection),
        regions,
        tuple(Judge(*row) for row in judges),
        tuple(Assignment(*row) for row in assigned),
        tuple(ConflictOfInterest(*row) for row in conflicts),
        _read_standings(connection, regions),
        _read_issues(connection),
    )
    return with_corrected_names(roster, read_decisions(connection))


def read_first_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the names, by code, under which the regions were entered."""
    return dict(connection.execute("SELECT code, name FROM regions").fetchall())


def read_standings(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return region and status of every row of statuses, oldest first."""
    rows = connection.execute("SELECT region, status FROM standings ORDER BY number")
    return tuple(rows.fetchall())


def insert_issues(connection: sqlite3.Connection, issues: Sequence[Issue]) -> None:
    """Add issues to an open database."""
    connection.executemany(
        _INSERT_ISSUE,
        [
            (
                issue.id,
                issue.judge,
                issue.kind.value,
                write_json(issue.regions),
                issue.public_key,
                issue.issued_at,
                issue.replaces,
                write_json(issue.kept),
                issue.typist,
                issue.reason,
            )
            for issue in issues
        ],
    )


def insert_assignments(connection: sqlite3.Connection, assignments: Sequence[Assignment]) -> None:
    """Add assignments to an open database; a known pair is passed over."""
    connection.executemany(
        _INSERT_ASSIGNMENT,
        [(a.judge, a.region, a.day, a.session, a.room, a.start) for a in assignments],
    )


def insert_conflicts(
    connection: sqlite3.Connection, conflicts: Sequence[ConflictOfInterest]
) -> None:
    """Add conflicts of interest to an open database; a known one is passed over."""
    connection.executemany(
        _INSERT_CONFLICT, [(c.judge, c.region, c.source, c.reason) for c in conflicts]
    )


def _read_assessment(connection: sqlite3.Connection) -> Assessment:
    ((id_, title, mode, created_at, sha256, public_key, recipients, label),) = connection.execute(
        "SELECT id, title, mode, created_at, instrument_sha256, public_key, recipients, "
        "judge_label FROM assessment"
    )
    return Assessment(
        id_, title, Mode(mode), created_at, sha256, public_key, read_texts(recipients), label
    )


def _read_standings(
    connection: sqlite3.Connection, regions: tuple[Region, ...]
) -> tuple[RegionStanding, ...]:
    latest = {
        region: RegionStanding(region, RegionStatus(status), reason)
        for region, status, reason in connection.execute(
            "SELECT region, status, reason FROM standings ORDER BY number"
        )
    }
    return tuple(
        latest.get(region.code, RegionStanding(region.code, RegionStatus.INVITED, ""))
        for region in regions
    )


def _read_issues(connection: sqlite3.Connection) -> tuple[Issue, ...]:
    read_once = cache(read_texts)  # most panel files hold the same regions
    rows = connection.execute(
        "SELECT id, judge, kind, regions, public_key, issued_at, replaces, kept, typist, reason "
        "FROM issues ORDER BY rowid"
    )
    return tuple(
        Issue(
            id_, judge, IssueKind(kind), read_once(regions), public_key, issued_at, replaces,
            read_texts(kept), typist, reason,
        )
        for id_, judge, kind, regions, public_key, issued_at, replaces, kept, typist, reason in rows
    )  # fmt: skip
