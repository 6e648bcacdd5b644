"""The panel file: what one judge works in. Made by the coordinator, opened by the judge.

What only copies, hands over or makes a file is imported then: a judge waits for the file to open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.errors import NotUsableError, Problem
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.evidence import EvidenceStore
from smartcity_desktop.store.header import damaged
from smartcity_desktop.store.issue_document import read_issue_document, write_issue_document
from smartcity_desktop.store.jottings import Jottings
from smartcity_desktop.store.keys import Keys
from smartcity_desktop.store.opening import open_session
from smartcity_desktop.store.panel_schema import PANEL
from smartcity_desktop.store.panel_seals import PanelSeals
from smartcity_desktop.store.sheets import Sheets

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Self

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from smartcity_desktop.store.session import Session


class NewPanel(Struct, frozen=True):
    """What a panel file holds when it is handed to a judge.

    Attributes:
        instrument: its exact bytes.
        indicators: (id, decimals) in instrument order; names the columns of the view ``scores``.
        issue_key: the issue's private key (PEM), erased at enrolment.
        dossiers: document (JSON bytes) by region code.
        sheets: for a replacement the sheets that were kept: payload by region code.
    """

    issue: PanelIssue
    instrument: bytes
    indicators: tuple[tuple[str, int], ...]
    issue_key: bytes
    dossiers: Mapping[str, bytes] = field(default_factory=dict)
    sheets: Mapping[str, bytes] = field(default_factory=dict)


class PanelFile:
    """An open panel file, split by what is stored.

    Attributes:
        issue: who it is for and what it asks.
        instrument: its exact bytes.
        sheets, keys, seals, evidence, jottings, acts: the parts that change.
    """

    def __init__(self, session: Session) -> None:
        """Read what never changes; callers use ``open_panel_file``.

        Raises:
            StoreError: the file is damaged.
        """
        self._session = session
        row = session.row("SELECT document, instrument, created_at FROM issue")
        broken = damaged(PANEL)
        fault = NotUsableError(Problem(str(session.path), broken.what), broken.reason)
        if row is None:
            raise fault
        document, self.instrument, self._created_at = row
        try:
            self.issue = read_issue_document(document.encode())
        except ValueError:
            raise fault from None
        self.sheets = Sheets(session)
        self.keys = Keys(session)
        self.seals = PanelSeals(session)
        self.evidence = EvidenceStore(session)
        self.jottings = Jottings(session)
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

    @property
    def handed_over(self) -> bool:
        """Whether this is a clean copy for the coordinator, in which nobody can score."""
        return self.keys.issue_key() is None and self.keys.current() is None

    def dossiers(self) -> dict[str, bytes]:
        """Return what the regions filed beforehand, JSON by region code."""
        rows = self._session.rows("SELECT region, document FROM dossiers ORDER BY region")
        return {region: document.encode() for region, document in rows}

    def back_up(self, target: Path) -> str:
        """Copy the whole file byte for byte, read the copy back, and return its SHA-256.

        Raises:
            StoreError: name taken, disk full, not writable, or read back differently.
        """
        from smartcity_desktop.store.backup import back_up

        return back_up(self._session, target)

    def handover_bytes(self) -> bytes:
        """Return the clean copy as bytes, for a copy that will be encrypted."""
        from smartcity_desktop.store.handover import handover_bytes

        return handover_bytes(self._session, self._created_at)

    def write_handover(self, target: Path) -> bytes:
        """Write the clean copy and read it back; returns its bytes.

        It holds the issue document, the instrument, seals, sealed sheets and acts, nothing else.

        Raises:
            StoreError: disk full, not writable, or read back differently; nothing was changed.
        """
        from smartcity_desktop.store.handover import write_handover

        return write_handover(self._session, self._created_at, target)

    def write_evidence(self, target: Path, wanted: Collection[str]) -> int:
        """Write the evidence with these SHA-256 digests beside the copy; returns how many.

        Raises:
            StoreError: disk full, not writable, or read back differently; nothing was changed.
        """
        from smartcity_desktop.store.evidence_file import write_evidence_file

        return write_evidence_file(self._session, target, wanted)

    def evidence_bytes(self, wanted: Collection[str]) -> bytes:
        """Return that evidence as bytes, for a copy that will be encrypted; empty without any."""
        from smartcity_desktop.store.evidence_file import evidence_bytes

        return evidence_bytes(self._session, wanted)

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        self._session.close()

    def __enter__(self) -> Self:
        """Use the file in a ``with`` block."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close it at the end of the block."""
        self.close()


def create_panel_file(path: Path, new: NewPanel, clock: Clock) -> None:
    """Make a panel file; it is wholly there or not at all.

    Raises:
        StoreError: name taken, disk full, folder not writable.
    """
    from smartcity_desktop.store.migrating import new_file

    at = write_instant(clock())

    def fill(connection: sqlite3.Connection) -> None:
        document = write_issue_document(new.issue).decode()
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO issue (one, document, instrument, created_at) VALUES (1, ?, ?, ?)",
            (document, new.instrument, at),
        )
        connection.execute("INSERT INTO issue_key (one, pem) VALUES (1, ?)", (new.issue_key,))
        connection.executemany(
            "INSERT INTO indicators (position, indicator, decimals) VALUES (?, ?, ?)",
            [(position, *indicator) for position, indicator in enumerate(new.indicators)],
        )
        connection.executemany(
            "INSERT INTO dossiers (region, document) VALUES (?, ?)", _texts(new.dossiers)
        )
        connection.executemany(
            "INSERT INTO sheets (region, payload) VALUES (?, ?)", _texts(new.sheets)
        )
        connection.execute("COMMIT")

    new_file(path, PANEL, at, fill)


def open_panel_file(path: Path, clock: Clock, *, read_only: bool = False) -> PanelFile:
    """Open a panel file; see ``opening.open_session`` for what is checked.

    Raises:
        StoreError: no panel file, newer, damaged, altered, open elsewhere, not permitted.
    """
    session = open_session(path, PANEL, clock, read_only=read_only)
    try:
        return PanelFile(session)
    except BaseException:
        session.close()
        raise


def _texts(documents: Mapping[str, bytes]) -> list[tuple[str, str]]:
    return [(region, data.decode()) for region, data in sorted(documents.items())]
