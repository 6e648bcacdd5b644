"""The audit log inside a file: acts are appended in the transaction of what they record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.audit import Act, Head, next_act
from smartcity_desktop.store.compact_json import read_text_map, write_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from smartcity_desktop.store.session import Session

_INSERT = "INSERT INTO acts (number, at, kind, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?)"


class Acts:
    """The hash-chained acts of one file; there is no way to change or remove one."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def append(self, at: str, kind: str, details: Mapping[str, str]) -> Act:
        """Append an act: codes, ids and digests only, never a score.

        Args:
            at: the instant, as text.
            kind: a fixed English word.
            details: what the act was about.

        Raises:
            StoreError: it could not be saved.
        """
        with self._session.transaction():
            act = next_act(self.head(), at, kind, dict(details))
            self._session.run(_INSERT, act_row(act))
        return act

    def head(self) -> Head:
        """Return the end of the chain."""
        row = self._session.row("SELECT number, hash FROM acts ORDER BY number DESC LIMIT 1")
        return Head(*row) if row else Head()

    def all(self) -> tuple[Act, ...]:
        """Return every act from the first."""
        return self._session.read(read_acts)


def act_row(act: Act) -> tuple[int, str, str, str, str, str]:
    """Return the act as its table keeps it."""
    details = write_json(dict(act.details))
    return (act.number, act.at, act.kind, details, act.previous, act.hash)


def insert_acts(connection: sqlite3.Connection, acts: tuple[Act, ...]) -> None:
    """Copy acts as they are into another file."""
    connection.executemany(_INSERT, map(act_row, acts))


def read_acts(connection: sqlite3.Connection) -> tuple[Act, ...]:
    """Return all acts of an open database; raises ValueError where details are no texts."""
    rows = connection.execute(
        "SELECT number, at, kind, details, previous, hash FROM acts ORDER BY number"
    )
    return tuple(
        Act(number, at, kind, tuple(sorted(read_text_map(details).items())), previous, digest)
        for number, at, kind, details, previous, digest in rows
    )
