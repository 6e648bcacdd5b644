"""Writing files that a person asked for: wholly or not at all, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.durable import refused_in_plain_words, take_away, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write_out(path: Path, data: bytes) -> Path:
    """Write a file in place of one that the person agreed to replace; returns its path.

    Raises:
        StoreError: disk full, folder missing or not writable, or read back differently.
    """
    write_atomically(path, data)
    return path


def write_all_out(folder: Path, files: Sequence[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files into a folder, all of them or none; one that lies there already is kept.

    Args:
        folder: made where it lacks.
        files: plain names and bytes.

    Raises:
        StoreError: other files of these names lie there, each named, and nothing was written; or
            one could not be written, and those before it were taken away again.
    """
    wanted = [(folder / name, data) for name, data in files]
    with refused_in_plain_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        there = {path for path, _ in wanted if path.exists()}
        taken = [path for path, data in wanted if path in there and not _holds(path, data)]
    if taken:
        raise StoreError(Problem(str(path), _TAKEN) for path in taken)
    written: list[Path] = []
    try:
        for path, data in wanted:
            if path not in there:
                write_atomically(path, data, replace=False)
                written.append(path)
    except BaseException:
        for path in written:
            take_away(path)
        raise
    return tuple(path for path, _ in wanted)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


_TAKEN = message(
    "Another file of this name lies here and is never overwritten. Move it away or choose another "
    "folder. Nothing was saved."
)
