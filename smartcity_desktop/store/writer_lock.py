"""One writer at a time: the operating system holds the lock and frees it when we die."""

from __future__ import annotations

import contextlib
import errno
import os
import struct
import sys
import threading
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import AlreadyOpenError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.durable import refused_in_plain_words

if TYPE_CHECKING:
    from pathlib import Path

_UNUSED_BYTE = 0x40000000 + 1024
"""SQLite stores nothing on the page at 1 GiB and locks only its first 512 bytes."""

_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_Identity = tuple[int, int | str]
_HELD: dict[_Identity, int] = {}
_GUARD = threading.Lock()
_PLACE = threading.Lock()
"""Held while a descriptor's place matters to a reader."""


class WriterLock:
    """A lock on one byte of the file itself, so it follows the file wherever it is moved.

    SQLite's own locks last for one transaction each; readers can go on beside this one. A second
    opener in the same process is refused before it opens a descriptor, because closing any
    descriptor of a file drops the POSIX locks that SQLite holds on it in this process.
    """

    __slots__ = ("_descriptor", "_identity")

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            AlreadyOpenError: someone holds it.
            StoreError: the file may not be written.
        """
        with refused_in_plain_words(path):
            self._identity = identity_of(path)
            with _GUARD:
                if self._identity in _HELD:
                    raise AlreadyOpenError(_already_open(path))
                self._descriptor = _open_locked(path)
                _HELD[self._identity] = self._descriptor

    def descriptor(self) -> int:
        """Return the descriptor through which the locked file's bytes may be read."""
        return self._descriptor

    def release(self) -> None:
        """Free the lock; SQLite's connection must be closed before."""
        with _GUARD:
            if _HELD.pop(self._identity, None) is not None:
                _unlock(self._descriptor)
                os.close(self._descriptor)


def read_at(descriptor: int, length: int, position: int) -> bytes:
    """Read at a place, whoever else reads through this descriptor elsewhere in the file."""
    if sys.platform == "win32":
        with _PLACE:
            os.lseek(descriptor, position, os.SEEK_SET)
            return os.read(descriptor, length)
    else:
        return os.pread(descriptor, length, position)


def read_head(path: Path, length: int) -> bytes:
    """Return the first bytes of a file without dropping locks that this process holds on it.

    Raises:
        StoreError: it cannot be read.
    """
    with refused_in_plain_words(path), _GUARD:
        held = _HELD.get(identity_of(path))
        if held is not None:
            return read_at(held, length, 0)
        with path.open("rb") as file:
            return file.read(length)


def identity_of(path: Path) -> _Identity:
    """Return what tells a file apart; its name where the drive gives files no number."""
    status = path.stat()
    return status.st_dev, status.st_ino or os.path.normcase(path.resolve())


def _open_locked(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        if error.errno in _TAKEN:
            raise AlreadyOpenError(_already_open(path)) from error
        raise
    return descriptor


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _UNUSED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        # Closing alone frees it too, but only when Windows comes to it.
        with _PLACE, contextlib.suppress(OSError):
            os.lseek(descriptor, _UNUSED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

elif sys.platform == "linux":
    import fcntl

    def _lock(descriptor: int) -> None:
        # A lock of the open file, not of the process: no other close() can drop it.
        wanted = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, _UNUSED_BYTE, 1, 0)
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)

    def _unlock(_descriptor: int) -> None:
        """Closing frees it at once."""

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(_descriptor: int) -> None:
        """Closing frees it at once."""


def _already_open(path: Path) -> Problem:
    return Problem(
        str(path),
        message(
            "This file is already open in another window or program. Nothing was changed. Close "
            "it there first."
        ),
    )
