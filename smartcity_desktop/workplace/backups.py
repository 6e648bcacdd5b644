"""Automatic backups of panel files in the user's data folder, and how one is put back.

Their names do not open as panel files, so that nobody scores in one by mistake.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.store.backup import copy_closed, journal_of
from smartcity_desktop.store.durable import (
    patiently,
    refused_in_plain_words,
    sync_folder,
    take_away,
)
from smartcity_desktop.store.panel_file import open_panel_file
from smartcity_desktop.workplace.copying import free_name

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.panel_file import PanelFile

SUFFIX = ".cadangan"
REPLACED = ".diganti"
KEPT = 20

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d+)-([0-9a-f]{12})", re.ASCII)


class Backup(Struct, frozen=True):
    """One automatic backup.

    Attributes:
        at: when it was made. changes: how many entries the change log had then.
        digest: the first 12 hexadecimal digits of its SHA-256.
    """

    path: Path
    at: datetime
    changes: int
    digest: str


def backup_folder(data: Path, issue: str) -> Path:
    """Return the folder of one issue's backups.

    Args:
        data: the user's data folder of this program.
        issue: as ``RecentFile.issue`` has it; it came from a file, so no part of a path.
    """
    return data / "cadangan" / hashlib.sha256(issue.encode()).hexdigest()[:32]


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return what lies in the folder, newest first; nothing where it cannot be read."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            name = _NAME.fullmatch(path.stem)
            if name is not None and path.suffix == SUFFIX:
                with contextlib.suppress(ValueError):
                    at = datetime.fromisoformat(name[1])
                    found.append(Backup(path, at, int(name[2]), name[3]))
    return tuple(sorted(found, key=lambda each: (each.at, each.changes, each.digest), reverse=True))


def keep_backup(panel: PanelFile, folder: Path, clock: Clock) -> Backup | None:
    """Back up an open panel file, and take the oldest backups beyond ``KEPT`` away.

    Returns:
        The backup; None where the newest one holds the same bytes already.

    Raises:
        StoreError: disk full, not writable, or read back differently; nothing was taken away.
    """
    with refused_in_plain_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        raw = folder / "baru.part"
        take_away(raw)
        digest = panel.back_up(raw)[:12]
        before = list_backups(folder)
        if before and before[0].digest == digest:
            take_away(raw)
            return None
        at, changes = clock().astimezone(UTC).replace(microsecond=0), panel.sheets.log.last_number()
        name = f"{at.strftime(_STAMP)}-{changes}-{digest}{SUFFIX}"
        made = Backup(patiently(lambda: raw.replace(folder / name)), at, changes, digest)
        sync_folder(folder)
        for old in list_backups(folder)[KEPT:]:
            # One that cannot go now goes with the next backup; this one is made either way.
            with contextlib.suppress(PermissionError):
                old.path.unlink(missing_ok=True)
    return made


def restore_backup(backup: Path, target: Path, clock: Clock) -> Path | None:
    """Put a backup in the place of a panel file that is closed.

    Returns:
        Where the replaced file lies now, beside it; None where there was none.

    Raises:
        AlreadyOpenError: somebody works in the file.
        StoreError: the backup itself is damaged, disk full, or not writable; the file is as it
            was.
    """
    open_panel_file(backup, clock, read_only=True).close()
    if not target.exists():
        copy_closed(backup, target)
        return None
    kept = _put_aside(target, clock)
    copy_closed(backup, target, replace=True)
    return kept


def _put_aside(target: Path, clock: Clock) -> Path:
    """Copy the file, damaged or not, with its journal; then the journal fits no other file."""
    stamp = write_instant(clock()).replace(":", "")
    kept = free_name(target.parent, f"{target.name}.{stamp}{REPLACED}")
    journal = journal_of(target)
    with refused_in_plain_words(target):
        if journal.exists():
            patiently(lambda: journal.replace(journal_of(kept)))
    copy_closed(target, kept)
    return kept
