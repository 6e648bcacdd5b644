"""Tables that a minor version added: a foreign file of an older one is read without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def rows_if_there(
    connection: sqlite3.Connection, table: str, columns: str
) -> list[tuple[object, ...]]:
    """Return the rows of a table, none where this file has no such table.

    Args:
        connection: an open database.
        table: a fixed name of ours, never anything from outside.
        columns: fixed names too.
    """
    known = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if connection.execute(known, (table,)).fetchone() is None:
        return []
    return connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()  # noqa: S608 - fixed names
