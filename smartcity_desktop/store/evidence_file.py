"""The evidence file beside a sealed copy: an SQLite archive that common tools unpack."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from calendar import timegm
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.instant import read_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.durable import force_to_disk, fresh_file, give_name, sync_folder
from smartcity_desktop.store.failures import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from smartcity_desktop.store.session import Session

ARCHIVE = """CREATE TABLE sqlar(
  name TEXT PRIMARY KEY,  -- name of the file
  mode INT,               -- access permissions
  mtime INT,              -- last modification time
  sz INT,                 -- original file size
  data BLOB               -- compressed content
)"""
_PLAIN_FILE = 0o100644


def write_evidence_file(session: Session, target: Path, wanted: Collection[str]) -> int:
    """Write the wanted items into an archive, verified, replacing an earlier one.

    Each lies under ``<SHA-256>/<its name>``. Items that are not here are passed over.

    Args:
        session: open on the panel file.
        target: where the archive shall lie.
        wanted: SHA-256 digests.

    Returns:
        How many items were written; without any, no file is made.

    Raises:
        StoreError: disk full, not writable, or read back differently; no part is left behind.
    """
    session.spare(target)
    items = _listed(session, wanted)
    if not items:
        return 0
    with fresh_file(target) as file, in_plain_words(target):
        with contextlib.closing(sqlite3.connect(str(file.name), isolation_level=None)) as archive:
            _fill(archive, session, items)
        force_to_disk(file)
        with contextlib.closing(sqlite3.connect(str(file.name), isolation_level=None)) as archive:
            _prove(archive, len(items), target)
        give_name(file, target)
    sync_folder(target.parent)
    return len(items)


def evidence_bytes(session: Session, wanted: Collection[str]) -> bytes:
    """Return the same archive in memory, for a copy that will be encrypted; empty without items.

    Raises:
        StoreError: the panel file cannot be read, or its evidence is no longer what it was.
    """
    items = _listed(session, wanted)
    if not items:
        return b""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as archive:
        _fill(archive, session, items)
        _prove(archive, len(items), session.path)
        return archive.serialize()


def _listed(session: Session, wanted: Collection[str]) -> list[tuple[str, str, int, str]]:
    rows = session.rows("SELECT sha256, name, size, added_at FROM evidence ORDER BY sha256")
    return [row for row in rows if row[0] in wanted]


def _fill(
    archive: sqlite3.Connection, session: Session, items: list[tuple[str, str, int, str]]
) -> None:
    # A half-made archive never gets its name, so it needs no journal.
    archive.execute("PRAGMA journal_mode = OFF")
    archive.execute("PRAGMA synchronous = OFF")
    archive.execute("BEGIN")
    archive.execute(ARCHIVE)
    for sha256, name, size, added_at in items:
        content = session.row("SELECT content FROM evidence WHERE sha256 = ?", (sha256,))
        archive.execute(
            "INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?, ?, ?, ?, ?)",
            (
                f"{sha256}/{name}",
                _PLAIN_FILE,
                timegm(read_instant(added_at).timetuple()),
                size,
                content[0] if content else b"",
            ),
        )
    archive.execute("COMMIT")


def _prove(archive: sqlite3.Connection, count: int, target: Path) -> None:
    proven = sum(
        hashlib.sha256(data).hexdigest() == name.partition("/")[0]
        for name, data in _entries(archive)
    )
    if proven != count:
        raise StoreError(
            Problem(
                str(target),
                message(
                    "The evidence could not be read back as it was written, so this copy was "
                    "removed. The panel file still holds it. Use another drive."
                ),
            )
        )


def _entries(archive: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    yield from archive.execute("SELECT name, data FROM sqlar ORDER BY name")
