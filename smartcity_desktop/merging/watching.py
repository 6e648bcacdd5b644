"""Watching a folder or drive: which files have come to rest, and were not seen like this before."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.merging.sources import DATABASE, MOST_FILES
from smartcity_desktop.sealing.age_file import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

REST = 2_000_000_000
"""Nanoseconds for which size and time of a file must stay the same before it is looked into."""

PATIENCE = 30 * REST
"""Nanoseconds after which a file that cannot be opened is given up until it changes."""


class Trace(Struct, frozen=True):
    """What a file looked like from outside.

    Attributes:
        time: of its last change. since: when it was first seen like this; both in nanoseconds.
        told: whether it was already named as rested in this state.
    """

    size: int
    time: int
    since: int
    told: bool = False


class Watched(Struct, frozen=True):
    """What is known of a folder after one look.

    Attributes:
        there: whether the folder could be read; a drive that was pulled out is not there.
        traces: by path, relative to nothing.
        rested: files that came to rest since the look before.
        restless: how many are still being copied, or have only just come.
    """

    there: bool = False
    traces: Mapping[Path, Trace] = field(default_factory=dict)
    rested: tuple[Path, ...] = ()
    restless: int = 0


def look_into(folder: Path, before: Watched, now: int) -> Watched:
    """Look at a folder once; nothing in it is opened but the first bytes of what has rested.

    A file that vanished and came back, as on a stick that is plugged in again, counts as new.

    Args:
        folder: with everything below it; symbolic links are not followed.
        before: the result of the look before; an empty one at first.
        now: nanoseconds of a clock that never goes back.
    """
    if not folder.is_dir():
        return Watched()
    traces: dict[Path, Trace] = {}
    rested = []
    for path, size, time in sorted(_files(folder)):
        trace = before.traces.get(path)
        if trace is None or (trace.size, trace.time) != (size, time):
            trace = Trace(size, time, now)
        elif not trace.told and now - trace.since >= REST:
            held = _may_hold_seals(path)
            if held is not None or now - trace.since >= PATIENCE:
                trace = Trace(size, time, trace.since, told=True)
            if held:
                rested.append(path)
        traces[path] = trace
    restless = sum(not trace.told for trace in traces.values())
    return Watched(there=True, traces=traces, rested=tuple(rested), restless=restless)


def _files(folder: Path) -> Iterator[tuple[Path, int, int]]:
    """Yield path, size and time of each plain file, up to the most that are ever merged."""
    found = 0
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in names:
            path = folder.__class__(place, name)
            try:
                facts = path.lstat()
            except OSError:
                continue
            if path.is_file() and not path.is_symlink():
                yield path, facts.st_size, facts.st_mtime_ns
                found += 1
                if found >= MOST_FILES:
                    return


def _may_hold_seals(path: Path) -> bool | None:
    """Whether a file begins as panel files, encrypted copies and archives do.

    None where it cannot be opened: Windows gives a file its full size at once and lets nobody
    else look into it until it is copied.
    """
    try:
        with path.open("rb") as file:
            begin = file.read(len(HEADER))
        return begin.startswith((DATABASE, HEADER)) or zipfile.is_zipfile(path)
    except OSError:
        return None
