"""A verified copy of a file that is open: the same bytes, proven to be on the other disk."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.durable import (
    force_to_disk,
    fresh_file,
    give_name,
    name_taken,
    sync_folder,
)
from smartcity_desktop.store.writer_lock import read_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.store.session import Session

_PIECE = 1 << 20
_LOCK_PAGE = 0x40000000
"""SQLite's locks lie here; Windows lets nobody read them, and no content ever lies here."""
_LOCK_BYTES = 512


def back_up(session: Session, target: Path) -> str:
    """Copy the whole file byte for byte and read the copy back.

    The bytes are read through the lock's own descriptor: opening and closing another one would
    drop SQLite's locks on POSIX systems.

    Args:
        session: open for writing, with no transaction under way.
        target: a name that is still free.

    Returns:
        SHA-256 of the copy.

    Raises:
        StoreError: open for reading only, name taken, disk full, not writable, or read back
            differently; no partial copy is left behind.
    """
    if session.connection.in_transaction:
        raise RuntimeError("a backup must not hold half of a change")
    if target.exists():
        raise StoreError(name_taken(target))
    with session.transaction():
        digest = _copy(session.lock().descriptor(), target)
    sync_folder(target.parent)
    return digest


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
