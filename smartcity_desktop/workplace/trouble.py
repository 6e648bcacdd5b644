"""Which trouble a file is in, what is safe, and what to do: one advice for each."""

from __future__ import annotations

import errno
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import (
    AlreadyOpenError,
    ExpectedError,
    HandedOverError,
    NotUsableError,
    NotWritableError,
)
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.workplace.backups import REPLACED, SUFFIX

if TYPE_CHECKING:
    from pathlib import Path


class Trouble(Enum):
    """Why a file cannot be opened; a closed set."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    READ_ONLY = "read_only"
    ALREADY_OPEN = "already_open"
    ENCRYPTED = "encrypted"
    BACKUP = "backup"
    FOREIGN = "foreign"
    NEWER = "newer"
    ALTERED = "altered"
    DAMAGED = "damaged"
    HANDED_OVER = "handed_over"
    DRIVE = "drive"


class Advice(Struct, frozen=True):
    """What a person is told.

    Attributes:
        title: which trouble it is. safe: what is not in danger. steps: what to do, in order.
        again: whether trying again can help. backups: whether an automatic backup can.
    """

    title: Message
    safe: Message
    steps: tuple[Message, ...]
    again: bool = True
    backups: bool = False


_REASONS = {
    RefusalReason.DAMAGED: Trouble.DAMAGED,
    RefusalReason.NEWER_VERSION: Trouble.NEWER,
    RefusalReason.FOREIGN_SCHEMA: Trouble.ALTERED,
    RefusalReason.ENCRYPTED: Trouble.ENCRYPTED,
}
_KINDS: dict[type[ExpectedError], Trouble] = {
    AlreadyOpenError: Trouble.ALREADY_OPEN,
    HandedOverError: Trouble.HANDED_OVER,
    NotWritableError: Trouble.READ_ONLY,
}
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def diagnose(path: Path, error: ExpectedError) -> Trouble:
    """Return which trouble an error stands for; asks the system about the file."""
    known = _by_name(path) or _KINDS.get(type(error))
    if known is not None:
        return known
    if isinstance(error, NotUsableError):
        return _REASONS.get(error.reason, Trouble.FOREIGN)
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in _FORBIDDEN:
        return Trouble.READ_ONLY if _can_be_read(path) else Trouble.FORBIDDEN
    return Trouble.DRIVE


def _by_name(path: Path) -> Trouble | None:
    try:
        if path.is_dir():
            return Trouble.FOLDER
        if not path.exists():
            return Trouble.MISSING
    except OSError:
        return Trouble.DRIVE
    return Trouble.BACKUP if path.suffix in (SUFFIX, REPLACED) else None


def _can_be_read(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(file.read(1))
    except OSError:
        return False


_UNTOUCHED = message("Nothing was changed. The file is as it was.")
ADVICE = {
    Trouble.MISSING: Advice(
        message("This file is not there"),
        message("Nothing was lost by this: the file was moved, renamed, or its drive is away."),
        (
            message("Plug in the stick or connect the drive on which it lies, and try again."),
            message("Or choose the file where it lies now."),
        ),
        backups=True,
    ),
    Trouble.FOLDER: Advice(
        message("This is a folder, not a file"),
        message("Nothing in it was changed."),
        (message("Choose the panel file inside it; its name ends in .panel."),),
        again=False,
    ),
    Trouble.FORBIDDEN: Advice(
        message("You may not open this file"),
        _UNTOUCHED,
        (
            message("Sign in to this laptop as the person to whom the file belongs."),
            message("Or ask the coordinator for the file on a stick, and open it from there."),
        ),
    ),
    Trouble.READ_ONLY: Advice(
        message("This file cannot be changed where it lies"),
        message("Its scores are safe, and nothing was changed."),
        (
            message("Take the write protection off the stick, the folder or the file."),
            message("Or copy the file into a folder of your own, and open it there."),
        ),
    ),
    Trouble.ALREADY_OPEN: Advice(
        message("This file is open in another window"),
        message("What is saved there is safe. One window at a time keeps it so."),
        (
            message("Go to the other window, or close it there, and try again."),
            message("If no other window is to be seen, restart the laptop and open it again."),
        ),
    ),
    Trouble.ENCRYPTED: Advice(
        message("This copy is encrypted for the coordinator"),
        _UNTOUCHED,
        (
            message("Give it to the coordinator; only the coordinator can open it."),
            message("To go on scoring, open the panel file in which you score."),
        ),
        again=False,
    ),
    Trouble.BACKUP: Advice(
        message("This is a copy that is kept for an emergency"),
        message("Nothing was changed. It is kept under this name so that nobody scores in it."),
        (
            message(
                "Open the panel file itself. Backups are put back from there: Menu, Automatic "
                "backups."
            ),
        ),
        again=False,
    ),
    Trouble.FOREIGN: Advice(
        message("This is not a panel file"),
        _UNTOUCHED,
        (
            message("Choose the file that the coordinator gave you; its name ends in .panel."),
            message("If it came in an archive (.zip), take it out of the archive first."),
        ),
        again=False,
    ),
    Trouble.NEWER: Advice(
        message("This file was written by a newer version of the program"),
        _UNTOUCHED,
        (
            message("Install the newer version of the program; the coordinator has it."),
            message("Or go on at the laptop on which the file was last open."),
        ),
        again=False,
    ),
    Trouble.ALTERED: Advice(
        message("This file was altered by another program"),
        message("It was not opened, and nothing more was changed in it."),
        (
            message("Keep it as it is, and go on in a copy that no other program has changed."),
            message("Tell the coordinator that the file was altered."),
        ),
        backups=True,
    ),
    Trouble.DAMAGED: Advice(
        message("This file is damaged"),
        message(
            "Nothing more was changed in it. Keep it: what was sealed in it can often still be "
            "read, and every copy handed over before counts."
        ),
        (
            message("If it was just copied, copy it again from where it came from."),
            message("Otherwise go on with an automatic backup of this laptop."),
            message("If there is none, ask the coordinator for a replacement file."),
        ),
        backups=True,
    ),
    Trouble.HANDED_OVER: Advice(
        message("This is a sealed copy to hand over"),
        message("It is whole, and nothing was changed. Nobody can score in it, not even you."),
        (
            message("Give this copy to the coordinator, on a stick or by a messenger."),
            message("To go on scoring, open the panel file in which you score."),
        ),
        again=False,
    ),
    Trouble.DRIVE: Advice(
        message("This file cannot be read now"),
        message("What was saved before is as the drive holds it."),
        (
            message("Check that the stick or the drive is plugged in, and try again."),
            message("If it happens again, copy the file to another drive and open it there."),
        ),
        backups=True,
    ),
}
