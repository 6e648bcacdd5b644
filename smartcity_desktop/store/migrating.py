"""Making the tables of a new file, and bringing an older file up to the present version."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from smartcity_desktop.store.backup import back_up
from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.store.failures import in_plain_words
from smartcity_desktop.store.file_kind import MIGRATIONS_TABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from smartcity_desktop.store.file_kind import FileKind, SchemaStep, Version
    from smartcity_desktop.store.session import Session


def new_database(kind: FileKind, at: str) -> sqlite3.Connection:
    """Return an empty database of that kind, in memory.

    Args:
        kind: whose tables are made.
        at: the moment noted beside each migration; the clock is never asked, so the same input
            gives the same bytes.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"PRAGMA page_size = {kind.page_size}")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA encoding = 'UTF-8'")
    connection.execute(f"PRAGMA application_id = {kind.application_id}")
    for statement in MIGRATIONS_TABLE:
        connection.execute(statement)
    apply_steps(connection, kind, at)
    return connection


def apply_steps(connection: sqlite3.Connection, kind: FileKind, at: str) -> None:
    """Apply every step the database has not seen; each in a transaction with its record."""
    # Costs more to import than everything else here together, and files are made seldom.
    from sqlite_utils import Database, Migrations

    migrations = Migrations(kind.name)
    for step in kind.steps:
        migrations(name=step.name)(_runner(step))
    database = Database(connection, execute_plugins=False, recursive_triggers=False)
    pending = [(at, kind.name, migration.name) for migration in migrations.pending(database)]
    migrations.apply(database)
    connection.executemany(
        'UPDATE "_sqlite_migrations" SET applied_at = ? WHERE migration_set = ? AND name = ?',
        pending,
    )


def new_file(
    path: Path, kind: FileKind, at: str, fill: Callable[[sqlite3.Connection], None]
) -> None:
    """Make a file with its first content; it is wholly there or not at all.

    Raises:
        StoreError: name taken, disk full, folder not writable.
    """
    connection = new_database(kind, at)
    try:
        fill(connection)
        data = connection.serialize()
    finally:
        connection.close()
    write_atomically(path, data, replace=False)


def migrate_session(session: Session, found: Version, kind: FileKind, at: str) -> None:
    """Back an older file up beside it, then bring it up to date.

    Raises:
        StoreError: no room or no permission for the backup; the file is as it was.
    """
    back_up(session, backup_name(session.path, found))
    with in_plain_words(session.path):
        apply_steps(session.connection, kind, at)


def backup_name(path: Path, version: Version) -> Path:
    """Return a free name beside the file, such as ``j07-1.panel.0.9.backup``."""
    for attempt in range(1, 1000):
        suffix = f"-{attempt}" if attempt > 1 else ""
        candidate = path.with_name(f"{path.name}.{version}{suffix}.backup")
        if not candidate.exists():
            return candidate
    return path.with_name(f"{path.name}.{version}.backup")


def _runner(step: SchemaStep) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        for statement in step.statements:
            database.conn.execute(statement)
        database.conn.execute(f"PRAGMA user_version = {step.version.user_version()}")

    run.__name__ = step.name
    return run
