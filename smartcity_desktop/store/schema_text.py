"""What SQLite makes of plain statements, told from their text, so that no opening waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SchemaObject = tuple[str, str, str, str | None]
"""Type, name, table and SQL text as SQLite stores them."""

_BY_NUMBER = ") STRICT"
_BY_KEY = ") STRICT, WITHOUT ROWID"


def objects_of(statements: Iterable[str]) -> frozenset[SchemaObject] | None:
    """Return every object of a database that is made by these statements.

    None where one of them is not written in the way of this package's tables, indexes and views;
    what comes of it, only SQLite can tell.
    """
    found: list[SchemaObject] = []
    for statement in statements:
        made = list(_made_by(statement))
        if not made:
            return None
        found += made
    return frozenset(found)


def _made_by(statement: str) -> Iterator[SchemaObject]:
    head, _, columns = statement.partition("(")
    keys = columns.count("UNIQUE") + columns.count("PRIMARY KEY")
    match head.replace('"', "").split():
        case ["CREATE", "TABLE", name] if columns.endswith(_BY_NUMBER):
            yield ("table", name, name, statement)
            # An integer key is the number of the row itself; the others have an index each.
            for number in range(1, keys - columns.count("INTEGER PRIMARY KEY") + 1):
                yield ("index", f"sqlite_autoindex_{name}_{number}", name, None)
        case ["CREATE", "TABLE", name] if columns.endswith(_BY_KEY) and keys == 1:
            yield ("table", name, name, statement)
        case ["CREATE", "INDEX", name, "ON", table] | [
            "CREATE",
            "UNIQUE",
            "INDEX",
            name,
            "ON",
            table,
        ]:
            yield ("index", name, table, statement)
        case ["CREATE", "VIEW", name, "AS", *_]:
            yield ("view", name, name, statement)
