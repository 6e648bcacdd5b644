"""Whether an assessment's documents name the judges, and what only the panel may see of that."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from smartcity_desktop.domain.audit import Head, next_act
from smartcity_desktop.store.acts import Acts, insert_acts
from smartcity_desktop.store.later_tables import rows_if_there

if TYPE_CHECKING:
    import sqlite3

    from smartcity_desktop.store.session import Session


class AnonymityStore:
    """The choice is made once and never taken back."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def secret(self) -> bytes:
        """Return the secret of an anonymous assessment; empty where judges are named."""
        return self._session.read(read_secret)

    def choose(self, secret: bytes, at: str) -> None:
        """Record that no published document names a judge.

        Args:
            secret: random bytes; whoever knows them and the judges can tell whose a letter is.
            at: the moment.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(*_row(secret, at))
            self._acts.append(at, "anonymous", anonymity_details(secret))

    def add_panel_results(self, declaration: int, document: bytes) -> None:
        """Keep the results with judges and seals that a declaration's own results commit to.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            self._session.run(
                "INSERT INTO panel_results (declaration, document) VALUES (?, ?)",
                (declaration, document),
            )

    def panel_results(self) -> dict[int, bytes]:
        """Return the results with judges and seals by number of the declaration."""
        return self._session.read(read_panel_results)


def insert_anonymity(connection: sqlite3.Connection, secret: bytes, at: str) -> None:
    """Make a new assessment anonymous, with the first act of its log."""
    connection.execute(*_row(secret, at))
    insert_acts(connection, (next_act(Head(), at, "anonymous", anonymity_details(secret)),))


def anonymity_details(secret: bytes) -> dict[str, str]:
    """Return what the act ``anonymous`` says; the secret itself is told nowhere."""
    return {"secret_sha256": hashlib.sha256(secret).hexdigest()}


def read_secret(connection: sqlite3.Connection) -> bytes:
    """Return the secret of an open database; empty where judges are named."""
    rows = rows_if_there(connection, "anonymity", "secret")
    return cast("bytes", rows[0][0]) if rows else b""


def read_chosen_at(connection: sqlite3.Connection) -> str:
    """Return when an open database was made anonymous; empty where judges are named."""
    rows = rows_if_there(connection, "anonymity", "at")
    return str(rows[0][0]) if rows else ""


def read_panel_results(connection: sqlite3.Connection) -> dict[int, bytes]:
    """Return the panel's own results of an open database by number of the declaration."""
    rows = rows_if_there(connection, "panel_results", "declaration, document")
    return dict(cast("list[tuple[int, bytes]]", rows))


def _row(secret: bytes, at: str) -> tuple[str, tuple[bytes, str]]:
    return "INSERT INTO anonymity (one, secret, at) VALUES (1, ?, ?)", (secret, at)
