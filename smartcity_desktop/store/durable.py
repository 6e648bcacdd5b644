"""Writing a file so that it is wholly there or not at all, and proven to be there."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from datetime import timedelta
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartcity_desktop.domain.message import Message

_Value = TypeVar("_Value")

_PAUSES = tuple(timedelta(milliseconds=each) for each in (10, 20, 50, 100, 200, 400))
"""Between two attempts at a name that somebody else looks at."""
_MOST_LEFTOVERS = 100
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)


def write_atomically(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Write a file so that a failure or a power cut leaves the old one or the new one.

    The bytes go to a temporary file in the same folder, are forced onto the disk, read back and
    compared; only then does the file take its name, and is read back once more.

    Args:
        path: where the file shall lie; its folder must exist.
        data: all bytes of the file.
        replace: whether a file of that name may be replaced.

    Raises:
        StoreError: disk full, folder missing or not writable, read back differently, or the
            name is taken; no partial file is left behind.
    """
    if not replace and path.exists():
        raise StoreError(name_taken(path))
    with fresh_file(path) as file:
        _write_all(file, data)
        force_to_disk(file)
        _compare(file, data, path)
        give_name(file, path)
    sync_folder(path.parent)
    with refused_in_plain_words(path):
        written = path.read_bytes()
    if written != data:
        raise StoreError(_read_back_differs(path))


@contextlib.contextmanager
def fresh_file(path: Path) -> Iterator[FileIO]:
    """Open a temporary file beside ``path`` and remove it again when anything fails.

    Yields:
        The temporary file, open for reading and writing, its path in ``name``; ``give_name``
        finishes it.

    Raises:
        StoreError: in plain words for every failure of the operating system.
    """
    with refused_in_plain_words(path):
        file = _create_beside(path)
        try:
            yield file
        except BaseException:
            file.close()
            with contextlib.suppress(OSError):
                take_away(Path(str(file.name)))
            raise
        file.close()


def give_name(file: FileIO, path: Path) -> None:
    """Close a finished temporary file and put it in place of ``path`` in one step."""
    file.close()
    patiently(lambda: Path(str(file.name)).replace(path))
    if sys.platform == "win32":
        # There is no folder to sync; flushing the file once more takes its new name along.
        with contextlib.suppress(OSError), path.open("r+b") as named:
            os.fsync(named.fileno())


def patiently(act: Callable[[], _Value]) -> _Value:
    """Rename or delete a file, and on Windows try again for a moment where that is refused.

    Virus scanners and search look into every new file there as soon as it is closed, and until
    they are done nobody may rename it, replace it or take it away.

    Raises:
        OSError: as the act does; a refusal that lasts is one.
    """
    if sys.platform == "win32":
        for pause in _PAUSES:
            try:
                return act()
            except PermissionError:
                time.sleep(pause.total_seconds())
    return act()


def take_away(path: Path) -> None:
    """Delete a file, if it is there; see ``patiently``."""
    patiently(lambda: path.unlink(missing_ok=True))


def force_to_disk(file: FileIO) -> None:
    """Return only when the drive says that it holds the bytes."""
    descriptor = file.fileno()
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)
    if hasattr(os, "posix_fadvise"):
        # Otherwise what is read back comes from memory and proves nothing about the drive.
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable; on Windows ``give_name`` has done what can be done."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def name_taken(path: Path) -> Problem:
    """Return the sentence for a name that exists already."""
    return Problem(
        str(path),
        message("There is already a file of this name. Choose another name or move it away."),
    )


@contextlib.contextmanager
def refused_in_plain_words(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a sentence about ``path``."""
    try:
        yield
    except OSError as error:
        raise StoreError(Problem(str(path), _sentence(error, path))) from error


def _sentence(error: OSError, path: Path) -> Message:
    folder = str(path.parent)
    if error.errno in _FULL:
        return message(
            "There is not enough room on this drive, or the file is too large for it. Nothing "
            "was left half-written. Make room or choose another drive."
        )
    if error.errno in FORBIDDEN:
        return message(
            "This may not be written or read: {folder} is write-protected, belongs to another "
            "user, or the file is open in another program. Choose another folder.",
            folder=folder,
        )
    if error.errno in _NO_FOLDER and not path.parent.is_dir():
        return message("There is no folder {folder}.", folder=folder)
    if error.errno in _NO_FOLDER:
        return message("There is no such file.")
    return message(
        "The drive refused: {reason}. Nothing was left half-written. Check that the drive is "
        "still plugged in, or choose another one.",
        reason=error.strerror or type(error).__name__,
    )


def _create_beside(path: Path) -> FileIO:
    for attempt in range(_MOST_LEFTOVERS):
        temporary = path.with_name(f".{path.name}.{os.getpid()}-{attempt}.part")
        with contextlib.suppress(FileExistsError):
            return FileIO(temporary, "x+")
    raise FileExistsError(errno.EEXIST, "too many unfinished copies lie here", str(path))


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _compare(file: FileIO, data: bytes, path: Path) -> None:
    file.seek(0)
    position = 0
    while piece := file.read(1 << 20):
        if piece != data[position : position + len(piece)]:
            break
        position += len(piece)
    if position != len(data):
        raise StoreError(_read_back_differs(path))


def _read_back_differs(path: Path) -> Problem:
    return Problem(
        str(path),
        message(
            "The drive gave back other bytes than were written, so this copy is worthless. The "
            "original is unharmed. Use another drive."
        ),
    )
