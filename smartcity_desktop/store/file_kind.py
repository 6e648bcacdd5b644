"""What tells our two kinds of file apart from every other SQLite file, version by version."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.store.schema_text import objects_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.refusal import RefusalReason
    from smartcity_desktop.store.schema_text import SchemaObject

MIGRATIONS_TABLE = (
    """CREATE TABLE "_sqlite_migrations" (
    id INTEGER PRIMARY KEY,
    migration_set TEXT NOT NULL,
    name TEXT NOT NULL,
    applied_at TEXT NOT NULL
) STRICT""",
    """CREATE UNIQUE INDEX one_record_a_migration
    ON "_sqlite_migrations" (migration_set, name)""",
)
"""Made here, with fixed words, so that the schema never depends on a library's version."""


class Version(Struct, frozen=True, order=True):
    """A file format's version; kept in ``user_version`` as major * 1000 + minor.

    A minor version only adds tables and indexes, so older programs go on reading and writing the
    file; anything that changes or removes what is there takes the next major.
    """

    major: int
    minor: int

    @classmethod
    def of(cls, user_version: int) -> Version:
        """Return the version that a ``user_version`` stands for."""
        return cls(*divmod(user_version, 1000))

    def user_version(self) -> int:
        """Return the number that is stored in the file."""
        return self.major * 1000 + self.minor

    def __str__(self) -> str:
        """Return it as people write it: 1.0."""
        return f"{self.major}.{self.minor}"


class SchemaStep(Struct, frozen=True):
    """What leads to a version from the one before; never edited once it is released."""

    version: Version
    name: str
    statements: tuple[str, ...]


class FileKind(Struct, frozen=True):
    """One of our kinds of file.

    Attributes:
        name: fixed word for the set of migrations.
        label: the kind in words, for sentences.
        application_id: number in the file's header.
        steps: in ascending order of version.
        proof_tables: the tables that a foreign file of this kind is read from.
        refused_as: the reason given when a foreign file is not of this kind.
        longest_value: no value in a foreign file of this kind has more bytes.
        page_size: of files made from now on; the size of a file that is there never changes.
        bulky_tables: not looked through on opening; their content has digests of its own.
    """

    name: str
    label: Message
    application_id: int
    steps: tuple[SchemaStep, ...]
    proof_tables: tuple[str, ...]
    refused_as: RefusalReason
    longest_value: int
    page_size: int = 4096
    bulky_tables: tuple[str, ...] = ("evidence",)

    def version(self) -> Version:
        """Return the version that this program writes."""
        return self.steps[-1].version

    def checked_tables(self, version: Version) -> tuple[str, ...]:
        """Return the tables that are looked through when a file of that version is opened."""
        schema = released_schema(self, min(version, self.version()))
        tables = (name for kind, name, _, _ in schema if kind == "table")
        return tuple(sorted(name for name in tables if name not in self.bulky_tables))

    def has_released(self, version: Version) -> bool:
        """Whether this program knows the exact schema of that version."""
        return any(step.version == version for step in self.steps)


@lru_cache(maxsize=16)
def released_schema(kind: FileKind, version: Version) -> frozenset[SchemaObject]:
    """Return every object that a file of that released version consists of."""
    steps = (step.statements for step in kind.steps if step.version <= version)
    statements = (*MIGRATIONS_TABLE, *chain.from_iterable(steps))
    return objects_of(statements) or made_by_sqlite(statements)


def made_by_sqlite(statements: Iterable[str]) -> frozenset[SchemaObject]:
    """Return the objects of a database in which these statements were executed."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
        return read_schema(connection)
    finally:
        connection.close()


def read_schema(connection: sqlite3.Connection) -> frozenset[SchemaObject]:
    """Return the objects of an open database."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def schema_is_exact(kind: FileKind, version: Version, found: frozenset[SchemaObject]) -> bool:
    """Whether a foreign file holds what its version says and nothing else.

    Only a newer minor version may hold more, and of that only tables and indexes.
    """
    if kind.has_released(version):
        return found == released_schema(kind, version)
    return kind.version() < version and schema_is_usable(kind, version, found)


def schema_is_usable(kind: FileKind, version: Version, found: frozenset[SchemaObject]) -> bool:
    """Whether a file of our own can be worked in.

    Tables and indexes that a newer minor version or another tool has added do no harm, and must
    not lock people out of their scores; a view or trigger might.
    """
    if not kind.has_released(version) and version < kind.version():
        return False
    known = released_schema(kind, min(version, kind.version()))
    return known <= found and all(extra[0] in ("table", "index") for extra in found - known)
