"""A verified copy of a file of ours: the same bytes, proven to be on the other disk."""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import AlreadyOpenError, Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.durable import (
    FORBIDDEN,
    force_to_disk,
    fresh_file,
    give_name,
    name_taken,
    refused_in_plain_words,
    sync_folder,
)
from smartcity_desktop.store.writer_lock import WriterLock, read_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.store.session import Session

_PIECE = 1 << 20
_LOCK_PAGE = 0x40000000
"""SQLite's locks lie here; Windows lets nobody read them, and no content ever lies here."""
_LOCK_BYTES = 512


def back_up(session: Session, target: Path, *, replace: bool = False) -> str:
    """Copy the whole file byte for byte and read the copy back.

    The bytes are read through the lock's own descriptor: opening and closing another one would
    drop SQLite's locks on POSIX systems.

    Args:
        session: open for writing, with no transaction under way.
        target: a name that is still free, or whose file is replaced in one step.
        replace: whether the target may exist.

    Returns:
        SHA-256 of the copy.

    Raises:
        StoreError: open for reading only, name taken, disk full, not writable, or read back
            differently; no partial copy is left behind.
    """
    if session.connection.in_transaction:
        raise RuntimeError("a backup must not hold half of a change")
    if target.exists() and not replace:
        raise StoreError(name_taken(target))
    with session.transaction():
        digest = _copy(session.lock().descriptor(), target)
    sync_folder(target.parent)
    return digest


def copy_closed(source: Path, target: Path, *, replace: bool = False) -> str:
    """Copy a file that nobody has open, byte for byte, and read the copy back.

    Args:
        source: where it may be written, it is locked meanwhile.
        target: a name that is still free, or whose file is replaced in one step.
        replace: whether the target may exist.

    Returns:
        SHA-256 of the copy.

    Raises:
        AlreadyOpenError: somebody works in the source.
        StoreError: a change in the source was interrupted, name taken, disk full, not readable,
            not writable, or read back differently; no partial copy is left behind.
    """
    if target.exists() and not replace:
        raise StoreError(name_taken(target))
    refuse_unfinished(source)
    with _reading(source) as descriptor:
        digest = _copy(descriptor, target)
    sync_folder(target.parent)
    return digest


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what it needs to undo an interrupted change."""
    return path.with_name(path.name + "-journal")


def refuse_unfinished(path: Path) -> None:
    """Refuse a file of which a part lies in its journal.

    Raises:
        StoreError: a change was interrupted and not undone yet.
    """
    with refused_in_plain_words(path):
        journal = journal_of(path)
        unfinished = journal.exists() and journal.stat().st_size > 0
    if unfinished:
        raise StoreError(
            Problem(
                str(path),
                message(
                    "The program was interrupted in the middle of a change to this file, so it "
                    "cannot be copied as it is. Nothing was changed. Open it once where it lies; "
                    "that puts it in order."
                ),
            )
        )


@contextlib.contextmanager
def _reading(source: Path) -> Iterator[int]:
    """Yield a descriptor; the writer's lock is held where the file may be written at all."""
    lock = _lock_of(source) if os.access(source, os.W_OK) else None
    if lock is not None:
        try:
            yield lock.descriptor()
        finally:
            lock.release()
        return
    with refused_in_plain_words(source), source.open("rb", buffering=0) as file:
        yield file.fileno()


def _lock_of(source: Path) -> WriterLock | None:
    """Take the lock; None where the file may not be written after all.

    Windows knows of no file beforehand that its drive or its folder forbids to write it.
    """
    try:
        return WriterLock(source)
    except StoreError as error:
        cause = error.__cause__
        if isinstance(error, AlreadyOpenError) or not isinstance(cause, OSError):
            raise
        if cause.errno not in FORBIDDEN:
            raise
    return None


def _copy(source: int, target: Path) -> str:
    with fresh_file(target) as file:
        written = hashlib.sha256()
        for piece in _pieces(source):
            written.update(piece)
            rest = memoryview(piece)
            while rest:
                rest = rest[file.write(rest) :]
        force_to_disk(file)
        file.seek(0)
        if _digest(file.fileno()) != written.hexdigest():
            raise StoreError(
                Problem(
                    str(target),
                    message(
                        "The drive gave back other bytes than were written, so this copy is "
                        "worthless and was removed. The original is unharmed. Use another drive."
                    ),
                )
            )
        give_name(file, target)
    return written.hexdigest()


def _pieces(source: int) -> Iterator[bytes]:
    size = os.fstat(source).st_size
    position = 0
    while position < size:
        if position == _LOCK_PAGE:
            piece = bytes(_LOCK_BYTES)
        else:
            piece = read_at(source, _PIECE - position % _PIECE, position)
        if not piece:
            return
        position += len(piece)
        yield piece


def _digest(descriptor: int) -> str:
    digest = hashlib.sha256()
    while piece := os.read(descriptor, _PIECE):
        digest.update(piece)
    return digest.hexdigest()
