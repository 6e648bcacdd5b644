"""What SQLite reports about the world, in sentences; faults of the program stay exceptions."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import (
    NotUsableError,
    NotWritableError,
    Problem,
    StoreError,
)
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SENTENCES = {
    sqlite3.SQLITE_FULL: message(
        "The disk is full, so this last change was not saved. Everything saved before it is "
        "safe. Make room on the disk and do it again."
    ),
    sqlite3.SQLITE_IOERR: message(
        "The drive failed or was unplugged, so this last change was not saved. What was saved "
        "before is as the drive holds it. Plug it in again, or copy the file to another drive."
    ),
    sqlite3.SQLITE_BUSY: message(
        "Another program is using this file, so nothing was changed now. Everything saved before "
        "is safe. Close the other program and try again."
    ),
    sqlite3.SQLITE_READONLY: message(
        "This file cannot be changed here: the file or its folder is write-protected, or it was "
        "opened for reading only. Nothing was changed. Copy it to a folder of your own."
    ),
    sqlite3.SQLITE_CANTOPEN: message(
        "This file cannot be opened. Check that it exists and that you may write in its folder."
    ),
    sqlite3.SQLITE_CORRUPT: message(
        "This file is damaged. Nothing more was changed. Keep it as it is, and go on with the "
        "latest copy of it."
    ),
    sqlite3.SQLITE_NOTADB: message("This file is damaged, or no file of this program."),
    sqlite3.SQLITE_PERM: message("You may not change this file. Nothing was changed."),
    sqlite3.SQLITE_NOMEM: message(
        "There is not enough memory, so this last change was not saved. Close other programs and "
        "do it again."
    ),
}


@contextlib.contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about disk, lock or damage into a sentence about ``path``.

    Raises:
        StoreError: for these; a wrong query or a broken constraint is our fault and passes.
    """
    try:
        yield
    except sqlite3.Error as error:
        # Python's own errors (a value that does not fit) carry no code of SQLite.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _SENTENCES:
            raise
        problem = Problem(str(path), _SENTENCES[code])
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise NotUsableError(problem, RefusalReason.DAMAGED) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            raise NotWritableError(problem) from error
        raise StoreError(problem) from error
