"""A copy of a panel file in the user's own folder; the original is only read."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from smartcity_desktop.store.backup import copy_closed, journal_of
from smartcity_desktop.store.durable import refused_in_plain_words
from smartcity_desktop.store.panel_file import open_panel_file

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock


def copy_panel_file(source: Path, folder: Path, clock: Clock) -> Path:
    """Copy a panel file into a folder, under a name that is still free; returns the copy.

    A change that was interrupted in the source is undone there first, where it may be written.

    Raises:
        AlreadyOpenError: somebody works in the source.
        StoreError: not readable, disk full, folder not writable, or read back differently.
    """
    with refused_in_plain_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if journal_of(source).exists():
        open_panel_file(source, clock).close()
    target = free_name(folder, source.name)
    copy_closed(source, target)
    return target


def free_name(folder: Path, name: str) -> Path:
    """Return a path in the folder that does not exist: ``a.panel``, ``a-2.panel`` ..."""
    wanted = folder / name
    names = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return wanted if not wanted.exists() else next(each for each in names if not each.exists())
