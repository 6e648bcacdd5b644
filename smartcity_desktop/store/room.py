"""Whether a folder would take a file, asked before anything depends on it."""

from __future__ import annotations

import shutil
from pathlib import Path

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.durable import fresh_file, refused_in_plain_words, take_away

MEGABYTE = 1024 * 1024


def expect_room(folder: Path, needed: int) -> None:
    """Refuse a folder in which so many bytes cannot be written; leaves nothing behind.

    Raises:
        StoreError: there is no such folder, it may not be written, or its drive is too full.
    """
    trial = folder / "smartcity"
    with fresh_file(trial) as file:
        file.write(b"?")
    with refused_in_plain_words(trial):
        take_away(Path(str(file.name)))
        free = shutil.disk_usage(folder).free
    if free < needed:
        raise StoreError(
            Problem(
                str(folder),
                message(
                    "There is too little room here: {needed} MB are needed, {free} MB are free. "
                    "Nothing was written. Make room or choose another drive.",
                    needed=-(-needed // MEGABYTE),
                    free=free // MEGABYTE,
                ),
            )
        )
