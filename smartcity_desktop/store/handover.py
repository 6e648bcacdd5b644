"""The clean copy a judge hands over, built row by row so that nothing else can come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.store.migrating import new_database
from smartcity_desktop.store.panel_schema import PANEL

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.store.session import Session

_TABLES = (
    (
        "SELECT one, document, instrument, created_at FROM issue",
        "INSERT INTO issue (one, document, instrument, created_at) VALUES (?, ?, ?, ?)",
    ),
    (
        "SELECT position, indicator, decimals FROM indicators ORDER BY position",
        "INSERT INTO indicators (position, indicator, decimals) VALUES (?, ?, ?)",
    ),
    (
        "SELECT digest, number, jws, at FROM seals ORDER BY number",
        "INSERT INTO seals (digest, number, jws, at) VALUES (?, ?, ?, ?)",
    ),
    (
        "SELECT sha256, payload FROM sealed_sheets ORDER BY rowid",
        "INSERT INTO sealed_sheets (sha256, payload) VALUES (?, ?)",
    ),
    (
        "SELECT number, at, kind, details, previous, hash FROM acts ORDER BY number",
        "INSERT INTO acts (number, at, kind, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?)",
    ),
)
"""All that leaves the laptop: no working sheets, keys, jottings, doubts, dossiers or changes."""


def handover_bytes(session: Session, created_at: str) -> bytes:
    """Return the bytes of a clean copy; the same seals give the same bytes.

    Args:
        session: open on the working file.
        created_at: when the working file was made.

    Raises:
        StoreError: the working file cannot be read.
    """
    copy = new_database(PANEL, created_at)
    try:
        copy.execute("BEGIN")
        for select, insert in _TABLES:
            copy.executemany(insert, session.rows(select))
        copy.execute("COMMIT")
        return copy.serialize()
    finally:
        copy.close()


def write_handover(session: Session, created_at: str, target: Path) -> bytes:
    """Write the clean copy, read it back, and return its bytes.

    Raises:
        StoreError: disk full, not writable, or read back differently; no part is left behind.
    """
    session.spare(target)
    data = handover_bytes(session, created_at)
    write_atomically(target, data)
    return data
