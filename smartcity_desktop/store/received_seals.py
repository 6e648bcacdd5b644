"""Every intact seal ever received, with its sheets: stored for ever, counted or not."""

from __future__ import annotations

import hashlib
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.store.acts import Acts
from smartcity_desktop.store.compact_json import write_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartcity_desktop.store.session import Session

_INSERT_SHEETS = "INSERT OR IGNORE INTO sealed_sheets (sha256, payload) VALUES "
_SHEET = "(?, CAST(? AS TEXT))"
_AT_ONCE = 8
"""Rows a statement: SQLite and its binding are called an eighth as often."""
_INSERT_PORTION = _INSERT_SHEETS + ", ".join([_SHEET] * _AT_ONCE)

_INSERT_SEAL = """
INSERT OR IGNORE INTO seals (digest, jws, judge, issue, number, received_at, merge)
VALUES (?, ?, ?, ?, ?, ?, ?)"""
_INSERT_FILE = """
INSERT INTO merged_files
    (merge, position, name, sha256, outcome, reason, sentence, judge, issue, seal)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


class ReceivedSeal(Struct, frozen=True):
    """A seal whose proof held when it was merged.

    Attributes:
        digest: SHA-256 of the JWS signing input. number: within its issue.
    """

    digest: str
    jws: str
    judge: str
    issue: str
    number: int


class MergedFile(Struct, frozen=True):
    """What a merge made of one file.

    Attributes:
        name: as the coordinator saw it. sha256: of the file's bytes; empty when unreadable.
        reason, sentence: of a refusal, else empty.
        judge, issue, seal: where known; the seal by its digest.
    """

    name: str
    sha256: str
    outcome: Outcome
    reason: str = ""
    sentence: str = ""
    judge: str = ""
    issue: str = ""
    seal: str = ""


class Merge(Struct, frozen=True):
    """One merge and the files it was given."""

    number: int
    at: str
    files: tuple[MergedFile, ...]


class ReceivedSeals:
    """Seals and payloads are added, never changed or removed."""

    __slots__ = ("_acts", "_session")

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._acts = Acts(session)

    def add(
        self,
        seals: Sequence[ReceivedSeal],
        sheets: Iterable[tuple[str, bytes]],
        files: Sequence[MergedFile],
        at: str,
        details: Mapping[str, str],
    ) -> int:
        """Store a whole merge: seals, payloads, history and act, in one transaction.

        Args:
            seals: those known already are passed over.
            sheets: (SHA-256, payload), proven by the caller; those known are passed over.
            files: every file the merge was given, refused ones too.
            at: the instant, as text.
            details: of the act ``merge``, beside what ``merge_details`` says of it.

        Returns:
            The merge's number.

        Raises:
            StoreError: it could not be saved; nothing was merged.
        """
        with self._session.transaction():
            row = self._session.row("SELECT coalesce(max(number), 0) + 1 FROM merges")
            merge = int(row[0]) if row else 1
            self._session.run("INSERT INTO merges (number, at) VALUES (?, ?)", (merge, at))
            self._session.run_many(_INSERT_FILE, _file_rows(merge, files))
            self._add_sheets(sheets)
            self._session.run_many(
                _INSERT_SEAL,
                ((s.digest, s.jws, s.judge, s.issue, s.number, at, merge) for s in seals),
            )
            brought = self._session.rows("SELECT digest FROM seals WHERE merge = ?", (merge,))
            taken = merge_details(merge, files, (digest for (digest,) in brought))
            self._acts.append(at, "merge", taken | dict(details))
        return merge

    def _add_sheets(self, sheets: Iterable[tuple[str, bytes]]) -> None:
        """Store the payloads' own bytes as text; whoever proved them knows that they are UTF-8."""
        coming = iter(sheets)
        left: list[tuple[str, bytes]] = []

        def full_portions() -> Iterator[tuple[str | bytes, ...]]:
            while len(portion := list(islice(coming, _AT_ONCE))) == _AT_ONCE:
                yield tuple(chain.from_iterable(portion))
            left.extend(portion)

        self._session.run_many(_INSERT_PORTION, full_portions())
        self._session.run_many(_INSERT_SHEETS + _SHEET, left)

    def all(self) -> tuple[ReceivedSeal, ...]:
        """Return every seal, in the order received."""
        return self._session.read(read_seals)

    def digests(self) -> frozenset[str]:
        """Return the digests of all seals."""
        return frozenset(row[0] for row in self._session.rows("SELECT digest FROM seals"))

    def sheets(self) -> dict[str, bytes]:
        """Return every sealed payload by SHA-256."""
        return dict(self._session.rows("SELECT sha256, CAST(payload AS BLOB) FROM sealed_sheets"))

    def sheets_with_evidence(self) -> tuple[bytes, ...]:
        """Return the sealed payloads that list evidence; most list none."""
        rows = self._session.rows(
            "SELECT CAST(payload AS BLOB) FROM sealed_sheets "
            "WHERE instr(payload, '\"evidence\":[]') = 0"
        )
        return tuple(row[0] for row in rows)

    def sheet(self, sha256: str) -> bytes | None:
        """Return one sealed payload, or None."""
        row = self._session.row("SELECT payload FROM sealed_sheets WHERE sha256 = ?", (sha256,))
        return row[0].encode() if row else None

    def merges(self) -> tuple[Merge, ...]:
        """Return the history of merges, oldest first, refusals included."""
        return self._session.read(read_merges)


def merge_details(merge: int, files: Sequence[MergedFile], seals: Iterable[str]) -> dict[str, str]:
    """Return what the act ``merge`` says of a merge, besides how many files came to what.

    Args:
        merge: its number.
        files: all it was given, in their order.
        seals: digests of those it brought, in any order.
    """
    rows = write_json([row[1:] for row in _file_rows(merge, files)])
    return {
        "files": _digest(rows),
        "merge": str(merge),
        "seals": _digest("\n".join(sorted(seals))),
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_seals(connection: sqlite3.Connection) -> tuple[ReceivedSeal, ...]:
    """Return the seals of an open database in the order received."""
    rows = connection.execute(
        "SELECT digest, jws, judge, issue, number FROM seals ORDER BY position"
    )
    return tuple(ReceivedSeal(*row) for row in rows)


def read_seals_by_merge(connection: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    """Return the digests of the seals of an open database by the merge that brought them."""
    digests: dict[int, list[str]] = {}
    for merge, digest in connection.execute("SELECT merge, digest FROM seals ORDER BY position"):
        digests.setdefault(merge, []).append(digest)
    return {merge: tuple(found) for merge, found in digests.items()}


def read_merges(connection: sqlite3.Connection) -> tuple[Merge, ...]:
    """Return the merges of an open database; raises ValueError for an unknown outcome."""
    files: dict[int, list[MergedFile]] = {}
    rows = connection.execute(
        "SELECT merge, name, sha256, outcome, reason, sentence, judge, issue, seal "
        "FROM merged_files ORDER BY merge, position"
    )
    for merge, name, sha256, outcome, *rest in rows:
        files.setdefault(merge, []).append(MergedFile(name, sha256, Outcome(outcome), *rest))
    return tuple(
        Merge(number, at, tuple(files.get(number, ())))
        for number, at in connection.execute("SELECT number, at FROM merges ORDER BY number")
    )


def _file_rows(merge: int, files: Sequence[MergedFile]) -> list[tuple[object, ...]]:
    return [
        (
            merge,
            position,
            file.name,
            file.sha256,
            file.outcome.value,
            file.reason,
            file.sentence,
            file.judge,
            file.issue,
            file.seal,
        )
        for position, file in enumerate(files, start=1)
    ]
