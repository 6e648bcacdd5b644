"""Reading a panel file that came from somebody: sealed content only, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.store.acts import read_acts
from smartcity_desktop.store.hardened import foreign_database, refuse_larger_than
from smartcity_desktop.store.panel_schema import PANEL

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from smartcity_desktop.domain.audit import Act

LARGEST_PANEL_FILE = 64 * 1024 * 1024


class ForeignPanel(Struct, frozen=True):
    """What lies in a panel file; proven undamaged, but nothing of it is proven true.

    Attributes:
        issue_document: canonical JSON of the panel issue, as the file has it.
        instrument: its exact bytes.
        seals: the JWS of every seal, first to last; empty where nothing was sealed.
        sheets: sealed payload by the SHA-256 the file gives it; the caller computes its own, and
            whether the bytes are UTF-8 is part of the proof that a sheet is canonical.
        acts: the audit log; the caller checks the chain.
    """

    issue_document: bytes
    instrument: bytes
    seals: tuple[str, ...]
    sheets: Mapping[str, bytes]
    acts: tuple[Act, ...]


def read_foreign_panel(data: bytes) -> ForeignPanel:
    """Return the sealed content of a panel file, a judge's own or the copy handed over.

    Working sheets, keys and everything else in the file are never looked at.

    Args:
        data: all bytes of the file, read once.

    Raises:
        FileRefusedError: not a panel file, too large, encrypted, newer, left in write-ahead
            mode, altered by another program, or damaged.
    """
    refuse_larger_than(LARGEST_PANEL_FILE, data, PANEL)
    with foreign_database(data, PANEL) as connection:
        ((document, instrument),) = connection.execute(
            "SELECT CAST(document AS BLOB), instrument FROM issue"
        )
        seals = connection.execute("SELECT jws FROM seals ORDER BY number").fetchall()
        return ForeignPanel(
            _bytes(document),
            _bytes(instrument),
            tuple(_text(jws) for (jws,) in seals),
            _sheets(connection),
            read_acts(connection),
        )


def _sheets(connection: sqlite3.Connection) -> dict[str, bytes]:
    """Take the texts as bytes, which is what was sealed."""
    rows = connection.execute("SELECT sha256, CAST(payload AS BLOB) FROM sealed_sheets").fetchall()
    sheets = dict(rows)
    if not set(map(type, sheets)) <= {str} or not set(map(type, sheets.values())) <= {bytes}:
        raise TypeError("text expected")
    if len(sheets) != len(rows):
        raise ValueError("a sealed sheet lies in the file twice")
    return sheets


def _text(value: object) -> str:
    # Damage and forgery can put a number or raw bytes where the schema promises text.
    if type(value) is not str:
        raise TypeError("text expected")
    return value


def _bytes(value: object) -> bytes:
    if type(value) is not bytes:
        raise TypeError("bytes expected")
    return value
