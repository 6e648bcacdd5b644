"""An open file of ours: short transactions, durable when they end, failures in plain words."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any, TypeVar

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.failures import in_plain_words
from smartcity_desktop.store.writer_lock import identity_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from smartcity_desktop.store.writer_lock import WriterLock

Row = tuple[Any, ...]
_Value = TypeVar("_Value")


class Session:
    """One connection to one file, for the parts of this package only.

    Attributes:
        path: the open file.
    """

    __slots__ = ("_connection", "_lock", "path")

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None = None
    ) -> None:
        """Take over an open connection, and the writer's lock unless it is for reading only."""
        self.path = path
        self._connection = connection
        self._lock = lock

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection itself, for bulk work inside this package."""
        return self._connection

    def lock(self) -> WriterLock:
        """Return the writer's lock.

        Raises:
            StoreError: the file is open for reading only.
        """
        if self._lock is None:
            raise StoreError(
                Problem(
                    str(self.path),
                    message("This file was opened for reading only. Nothing was changed."),
                )
            )
        return self._lock

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside durable together, or undo all of it.

        Transactions may be nested: an inner one undoes itself, the outermost makes durable.

        Raises:
            StoreError: disk full, drive gone, another program in the way; nothing was changed.
        """
        connection = self._connection
        if connection.in_transaction:
            with self._savepoint():
                yield
            return
        self.lock()
        with in_plain_words(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextlib.contextmanager
    def _savepoint(self) -> Iterator[None]:
        with in_plain_words(self.path):
            self._connection.execute("SAVEPOINT inner_change")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK TO inner_change")
                    self._connection.execute("RELEASE inner_change")
                raise
            self._connection.execute("RELEASE inner_change")

    def _roll_back(self) -> None:
        """SQLite may have done it already, as it does when the disk is full."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def read(self, reader: Callable[[sqlite3.Connection], _Value]) -> _Value:
        """Return what a reader of open databases makes of this one."""
        with in_plain_words(self.path):
            return reader(self._connection)

    def spare(self, target: Path) -> None:
        """Refuse to write a copy over the open file itself.

        Raises:
            StoreError: the target is this file.
        """
        if target.exists() and identity_of(target) == identity_of(self.path):
            raise StoreError(
                Problem(
                    str(target),
                    message(
                        "This is the file that is open. A copy over it would destroy it, so "
                        "nothing was written. Choose another folder or name."
                    ),
                )
            )

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Execute one statement that changes rows; inside a transaction."""
        with in_plain_words(self.path):
            self._connection.execute(sql, values)

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for many rows; inside a transaction."""
        with in_plain_words(self.path):
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with in_plain_words(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with in_plain_words(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one, for what may be large."""
        with in_plain_words(self.path):
            yield from self._connection.execute(sql, values)

    def close(self) -> None:
        """Close the file and free it for others; harmless when repeated."""
        if self._lock is not None:
            with contextlib.suppress(sqlite3.Error):
                # Takes the emptied journal away, which people would wonder about.
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
