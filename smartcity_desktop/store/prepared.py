"""What was prepared before anybody scored, as one digest that the audit log keeps."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from smartcity_desktop.store.compact_json import write_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

    from smartcity_desktop.domain.audit import Act

    Added = Collection[tuple[str, ...]]
    """Rows, by table and key, that are left out."""

_TABLES = (
    (
        "assessment",
        0,
        (
            "SELECT id, title, mode, created_at, instrument_sha256, public_key, recipients, "
            "judge_label, letterhead, wrapped_key FROM assessment"
        ),
    ),
    ("region", 1, "SELECT code, name, province FROM regions ORDER BY code"),
    ("judge", 1, "SELECT id, name, institution, home_region, role, panel FROM judges ORDER BY id"),
    (
        "assignment",
        2,
        "SELECT judge, region, day, session, room, start FROM assignments ORDER BY 1, 2",
    ),
    (
        "conflict_of_interest",
        3,
        "SELECT judge, region, source, reason FROM conflicts_of_interest ORDER BY 1, 2, 3",
    ),
    (
        "issue",
        1,
        (
            "SELECT id, judge, kind, regions, public_key, issued_at, replaces, kept, typist, "
            "reason FROM issues ORDER BY id"
        ),
    ),
    ("indicator", 1, "SELECT position, indicator, decimals FROM indicators ORDER BY position"),
    ("dossier", 1, "SELECT region, document FROM dossiers ORDER BY region"),
)
"""By kind, how many columns name a row, and all that a row says."""

_KEYS = {
    "region": ("region",),
    "judge": ("judge",),
    "conflict_of_interest": ("judge", "region", "source"),
}
"""Acts by which rows join, and the details that name the row."""


def prepared_digest(connection: sqlite3.Connection, without: Added = ()) -> str:
    """Return the SHA-256 of everything that is prepared in an open database."""
    whole = hashlib.sha256()
    for row in _rows(connection, without):
        whole.update(write_json(row).encode() + b"\n")
    return whole.hexdigest()


def prepared_when_issued(connection: sqlite3.Connection, acts: Iterable[Act]) -> str:
    """Return the digest as it was when panel files were issued last: without who joined since.

    Rows are only ever added, so a row that no act tells of was not there, or was another one.
    """
    joined: set[tuple[str, ...]] = set()
    for act in acts:
        said = dict(act.details)
        if act.kind == "issue":
            joined.clear()
        elif act.kind in _KEYS:
            joined.add((act.kind, *(said.get(name, "") for name in _KEYS[act.kind])))
    return prepared_digest(connection, joined)


def _rows(connection: sqlite3.Connection, without: Added) -> Iterator[list[object]]:
    for kind, key, select in _TABLES:
        for row in connection.execute(select):
            if (kind, *row[:key]) not in without:
                yield [kind, *map(_written, row)]


def _written(value: object) -> object:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value
