"""Reading a database that may have been made to harm: nothing in it is ever executed."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.store.durable import refused_in_plain_words
from smartcity_desktop.store.file_kind import read_schema, schema_is_exact
from smartcity_desktop.store.header import LENGTH, damaged, is_whole, read_header, rebuilt
from smartcity_desktop.store.opening import uri_of
from smartcity_desktop.store.writer_lock import read_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.store.file_kind import FileKind, Version

SECONDS = 10
_OPERATIONS_BETWEEN_LOOKS = 20_000
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 64),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 2),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 20_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 8),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 8),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA query_only = ON",
    "PRAGMA temp_store = MEMORY",
)
STUMBLES = (
    sqlite3.Error,
    UnicodeDecodeError,
    TypeError,
    ValueError,
    RecursionError,
    MemoryError,
    OverflowError,
)
"""All that damaged or hostile content makes SQLite, its binding or our reading raise."""
_READ_ONLY_ACTIONS = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)


class FileRefusedError(ExpectedError):
    """A foreign file is refused; ``refusal`` says by which check."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the refusal; whoever knows the file's name puts it in front."""
        super().__init__(refusal.what)
        self.refusal = refusal


@contextlib.contextmanager
def foreign_database(source: bytes | Path, kind: FileKind) -> Iterator[sqlite3.Connection]:
    """Open a foreign file, proven to have exactly our tables.

    Everything that SQLite, Python's binding or the reading code may stumble over on damaged or
    hostile content ends here, in one typed refusal.

    Args:
        source: the whole file, which is then read in memory; or where it lies, for a kind whose
            files are too large for that.
        kind: what it should be.

    Raises:
        FileRefusedError: the one check that failed.
        StoreError: there is no such file, or it may not be read.
    """
    version = _inspect(source, kind)
    try:
        with contextlib.closing(_connect(source)) as connection:
            if isinstance(source, bytes):
                connection.deserialize(source)
            harden(connection, kind.longest_value)
            schema = read_schema(connection)
            if not schema_is_exact(kind, version, schema):
                raise FileRefusedError(rebuilt(kind))
            # A file of an older minor version lacks tables, which its reader then does not ask for.
            held = {name for _, name, _, _ in schema}
            for table in filter(held.__contains__, kind.proof_tables):
                if connection.execute(f"PRAGMA quick_check({table})").fetchall() != [("ok",)]:
                    raise FileRefusedError(damaged(kind))
            yield connection
    except STUMBLES:
        raise FileRefusedError(damaged(kind)) from None


def _inspect(source: bytes | Path, kind: FileKind) -> Version:
    if isinstance(source, bytes):
        head, size = source[:LENGTH], len(source)
    else:
        refuse_interrupted(source, kind)
        with refused_in_plain_words(source):
            head, size = read_head(source, LENGTH), source.stat().st_size
    header = read_header(head, kind)
    if isinstance(header, Refusal):
        raise FileRefusedError(header)
    if header.wal:
        raise FileRefusedError(_left_in_wal(kind))
    if not is_whole(head, size):
        raise FileRefusedError(damaged(kind))
    return header.version


def _connect(source: bytes | Path) -> sqlite3.Connection:
    if isinstance(source, bytes):
        return sqlite3.connect(":memory:", isolation_level=None)
    # Nobody's leftovers beside the file are looked at: it must prove itself as it lies there.
    address = f"{uri_of(source)}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def refuse_interrupted(path: Path, kind: FileKind) -> None:
    """Refuse a file beside which changes lie that were never finished.

    Whoever reads only a file's own bytes must ask this first: they may be half of a change.

    Raises:
        FileRefusedError: there is a journal with something in it.
        StoreError: the folder may not be read.
    """
    for suffix in ("-journal", "-wal"):
        beside = path.with_name(path.name + suffix)
        with refused_in_plain_words(path):
            unfinished = beside.exists() and beside.stat().st_size > 0
        if unfinished:
            raise FileRefusedError(
                Refusal(
                    RefusalReason.UNREADABLE,
                    message(
                        "A change to this {kind} is under way or was interrupted. Close it where "
                        "it is open, or open it once with this program, and try again.",
                        kind=kind.label,
                    ),
                )
            )


def refuse_larger_than(limit: int, data: bytes, kind: FileKind) -> None:
    """Refuse a file of more bytes than any of its kind has.

    Raises:
        FileRefusedError: it is larger.
    """
    if len(data) > limit:
        raise FileRefusedError(
            Refusal(
                RefusalReason.TOO_LARGE,
                message(
                    "This file is larger than any {kind} is ({limit} MB). Hand over the sealed "
                    "copy, which carries no evidence.",
                    kind=kind.label,
                    limit=limit // (1024 * 1024),
                ),
            )
        )


def _left_in_wal(kind: FileKind) -> Refusal:
    return Refusal(
        RefusalReason.WAL_MODE,
        message(
            "This {kind} was opened by another program that keeps changes in a file beside it, so "
            "this copy may lack some. Seal it again with this program and hand that copy over.",
            kind=kind.label,
        ),
    )


def harden(connection: sqlite3.Connection, longest_value: int) -> None:
    """Allow nothing but bounded, plain reading on a connection to foreign content.

    Args:
        connection: just opened.
        longest_value: bytes that no value and no row may exceed.
    """
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest_value)
    for category, limit in _LIMITS:
        connection.setlimit(category, limit)
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()
    deadline = time.monotonic_ns() + SECONDS * 1_000_000_000
    connection.set_progress_handler(
        lambda: int(time.monotonic_ns() > deadline), _OPERATIONS_BETWEEN_LOOKS
    )
    connection.set_authorizer(_authorize)


def _authorize(
    action: int, first: str | None, second: str | None, schema: str | None, source: str | None
) -> int:
    """Allow plain reading only, and nothing on behalf of a view or trigger."""
    del second, schema
    if source is not None:
        return sqlite3.SQLITE_DENY
    if action in _READ_ONLY_ACTIONS or (action == sqlite3.SQLITE_PRAGMA and first == "quick_check"):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
