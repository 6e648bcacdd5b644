"""The yardstick: the same scores as plain rows, merged by ATTACH and INSERT..SELECT alone."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

ROWS = """
CREATE TABLE score (
    region INTEGER NOT NULL, indicator INTEGER NOT NULL, value INTEGER NOT NULL, comment TEXT,
    PRIMARY KEY (region, indicator)
) STRICT, WITHOUT ROWID
"""
MERGED = """
CREATE TABLE score (
    judge INTEGER NOT NULL, region INTEGER NOT NULL, indicator INTEGER NOT NULL,
    value INTEGER NOT NULL, comment TEXT, PRIMARY KEY (judge, region, indicator)
) STRICT, WITHOUT ROWID
"""


def write_rows(path: Path, sheets: Iterable[tuple[Sequence[int], dict[int, str]]]) -> None:
    """Write one judge's scores as rows; a sheet is its values and the notes by indicator."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(ROWS)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO score VALUES (?, ?, ?, ?)",
        (
            (region, indicator, value, notes.get(indicator))
            for region, (values, notes) in enumerate(sheets)
            for indicator, value in enumerate(values)
        ),
    )
    connection.execute("COMMIT")
    connection.close()


def merge_rows(target: Path, sources: Sequence[Path]) -> None:
    """Merge the row files: no checks, no journal, one fsync at the end."""
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(MERGED)
    for judge, source in enumerate(sources):
        connection.execute("ATTACH ? AS panel", (str(source),))
        connection.execute(
            "INSERT INTO score SELECT ?, region, indicator, value, comment FROM panel.score",
            (judge,),
        )
        connection.execute("DETACH panel")
    connection.close()
    handle = os.open(target, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
