"""Opening a file of ours: the right kind, undamaged, up to date, and nobody else writing."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import NotUsableError, Problem, StoreError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.store.failures import in_plain_words
from smartcity_desktop.store.file_kind import read_schema, schema_is_usable
from smartcity_desktop.store.header import LENGTH, Header, read_header, rebuilt
from smartcity_desktop.store.session import Session
from smartcity_desktop.store.writer_lock import WriterLock, read_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.file_kind import FileKind

_WAIT_SECONDS = 5
_EVERY_CONNECTION = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
)
_WRITER = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA secure_delete = ON",
)


def open_session(path: Path, kind: FileKind, clock: Clock, *, read_only: bool = False) -> Session:
    """Open a file of ours.

    For writing, an older file is first backed up beside it and migrated, and a second writer is
    refused; a file open for writing may be opened for reading beside it.

    Args:
        path: the file.
        kind: what it should be.
        clock: for the time noted with a migration.
        read_only: nothing is ever written, not even a migration.

    Raises:
        StoreError: not of this kind, newer, damaged, altered, open elsewhere, not permitted.
    """
    if read_only:
        return _open_reader(path, kind)
    _inspect(path, kind)
    lock = WriterLock(path)
    with contextlib.ExitStack() as undo:
        undo.callback(lock.release)
        header = _inspect(path, kind)
        connection = _connect(path, "rw")
        undo.callback(connection.close)
        with in_plain_words(path):
            _prepare(connection, (*_EVERY_CONNECTION, *_WRITER))
            _leave_wal(connection, path)
        session = Session(path, connection, lock)
        _check(connection, path, kind, header)
        if header.version < kind.version():
            from smartcity_desktop.store.migrating import migrate_session

            migrate_session(session, header.version, kind, write_instant(clock()))
        undo.pop_all()
    return session


def _open_reader(path: Path, kind: FileKind) -> Session:
    header = _inspect(path, kind)
    if header.version < kind.version() or header.wal:
        raise StoreError(
            Problem(
                str(path),
                message(
                    "This {kind} must be brought up to date before it can be read. Open it once "
                    "for writing; a backup is made first.",
                    kind=kind.label,
                ),
            )
        )
    connection = _connect(path, "ro")
    with contextlib.ExitStack() as undo:
        undo.callback(connection.close)
        with in_plain_words(path):
            _prepare(connection, (*_EVERY_CONNECTION, "PRAGMA query_only = ON"))
        _check(connection, path, kind, header)
        undo.pop_all()
    return Session(path, connection)


def _inspect(path: Path, kind: FileKind) -> Header:
    header = read_header(read_head(path, LENGTH), kind)
    if isinstance(header, Refusal):
        raise NotUsableError(Problem(str(path), header.what), header.reason)
    return header


def uri_of(path: Path) -> str:
    """Return the address by which SQLite opens a path."""
    address = path.absolute().as_uri()
    if not address.startswith("file:///"):
        # A network share of Windows: SQLite takes no host in an address, only in a path.
        address = "file://" + address.removeprefix("file:")
    return address


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    with in_plain_words(path):
        return sqlite3.connect(
            f"{uri_of(path)}?mode={mode}", uri=True, isolation_level=None, timeout=_WAIT_SECONDS
        )


def _prepare(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        connection.execute(pragma).fetchall()


def _leave_wal(connection: sqlite3.Connection, path: Path) -> None:
    """A file that another program left in write-ahead mode is brought back, content and all."""
    mode = connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    if mode != ("truncate",):
        raise StoreError(
            Problem(
                str(path),
                message(
                    "Another program has this file open and keeps changes beside it. Close the "
                    "other program and open the file again."
                ),
            )
        )


def _check(connection: sqlite3.Connection, path: Path, kind: FileKind, header: Header) -> None:
    with _damage_named(path, kind), in_plain_words(path):
        if not schema_is_usable(kind, header.version, read_schema(connection)):
            altered = rebuilt(kind)
            raise NotUsableError(Problem(str(path), altered.what), altered.reason)
        for table in kind.checked_tables(header.version):
            if connection.execute(f"PRAGMA quick_check({table})").fetchall() != [("ok",)]:
                raise _damage(path, kind)


@contextlib.contextmanager
def _damage_named(path: Path, kind: FileKind) -> Iterator[None]:
    """Python stumbles over the text of SQLite's own report when a schema is damaged."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise _damage(path, kind) from error


def _damage(path: Path, kind: FileKind) -> NotUsableError:
    what = message(
        "This {kind} is damaged, so it was not opened and nothing was changed. Keep it as it "
        "is: what was sealed in it can often still be read. Go on with its latest copy.",
        kind=kind.label,
    )
    return NotUsableError(Problem(str(path), what), RefusalReason.DAMAGED)
