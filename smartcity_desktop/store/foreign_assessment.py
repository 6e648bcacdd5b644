"""Reading an assessment file that came from somebody, to verify what it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.store.acts import read_acts
from smartcity_desktop.store.anonymity import read_chosen_at, read_panel_results, read_secret
from smartcity_desktop.store.assessment_schema import ASSESSMENT
from smartcity_desktop.store.decisions import read_decisions
from smartcity_desktop.store.declarations import (
    read_declarations,
    read_documents,
    read_loose_reopenings,
)
from smartcity_desktop.store.hardened import foreign_database
from smartcity_desktop.store.objections import read_objections
from smartcity_desktop.store.prepared import prepared_when_issued
from smartcity_desktop.store.received_seals import read_merges, read_seals, read_seals_by_merge
from smartcity_desktop.store.roster_tables import (
    read_first_names,
    read_roster,
    read_standings,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.audit import Act
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.store.declarations import Declaration, PrintedDocument
    from smartcity_desktop.store.received_seals import Merge, ReceivedSeal


class ForeignAssessment(Struct, frozen=True):
    """What lies in an assessment file; proven undamaged, but nothing of it is proven true.

    Attributes:
        instrument: its exact bytes.
        seals_by_merge: digests of the seals that each merge brought.
        sheets: sealed payload by the SHA-256 the file gives it; the caller computes its own.
        acts: the audit log; the caller checks the chain.
        secret: of an anonymous assessment, chosen at that moment; both empty where judges are
            named.
        panel_results: by declaration; results with judges and seals, never published.
        first_names: under which the regions were entered, by code; the roster has those in force.
        prepared: digest of what was prepared when panel files were issued last, from the rows.
        loose_reopenings: numbers of declarations that were never made, and yet reopened.
        standings: (region, status) of every row beside the decisions on it, oldest first.
    """

    roster: Roster
    instrument: bytes
    seals: tuple[ReceivedSeal, ...]
    seals_by_merge: Mapping[int, tuple[str, ...]]
    sheets: Mapping[str, bytes]
    merges: tuple[Merge, ...]
    decisions: tuple[Decision, ...]
    declarations: tuple[Declaration, ...]
    documents: tuple[PrintedDocument, ...]
    acts: tuple[Act, ...]
    objections: tuple[Objection, ...] = ()
    secret: bytes = b""
    secret_at: str = ""
    panel_results: Mapping[int, bytes] = field(default_factory=dict)
    first_names: Mapping[str, str] = field(default_factory=dict)
    prepared: str = ""
    standings: tuple[tuple[str, str], ...] = ()
    loose_reopenings: tuple[int, ...] = ()


def read_foreign_assessment(path: Path) -> ForeignAssessment:
    """Return what an assessment file claims; evidence is never looked at.

    The file is read where it lies, because the evidence makes it too large for memory.

    Raises:
        FileRefusedError: not an assessment file, newer, left in write-ahead mode, altered by
            another program, or damaged.
        StoreError: there is no such file, or it may not be read.
    """
    with foreign_database(path, ASSESSMENT) as connection:
        return read_claims(connection)


def read_claims(connection: sqlite3.Connection) -> ForeignAssessment:
    """Return what an open assessment file claims; raises ValueError where a word is unknown."""
    ((instrument,),) = connection.execute("SELECT instrument FROM assessment")
    rows = connection.execute("SELECT sha256, payload FROM sealed_sheets").fetchall()
    acts = read_acts(connection)
    return ForeignAssessment(
        read_roster(connection),
        instrument,
        read_seals(connection),
        read_seals_by_merge(connection),
        {sha256: payload.encode() for sha256, payload in rows},
        read_merges(connection),
        read_decisions(connection),
        read_declarations(connection),
        read_documents(connection),
        acts,
        read_objections(connection),
        read_secret(connection),
        read_chosen_at(connection),
        read_panel_results(connection),
        read_first_names(connection),
        prepared_when_issued(connection, acts),
        read_standings(connection),
        read_loose_reopenings(connection),
    )
