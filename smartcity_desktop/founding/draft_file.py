"""Drafts on the disk: one JSON file each, saved whole after every change."""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.system_error import describe_refusal
from smartcity_desktop.founding.draft import AssessmentDraft
from smartcity_desktop.founding.record import from_record, to_record
from smartcity_desktop.store.durable import take_away, write_atomically

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ENDING = ".rancangan"
FORMAT = 1
LARGEST_FILE = 128 * 1024 * 1024
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that mean a device on Windows, whatever ending follows them."""


class DraftLine(Struct, frozen=True):
    """What a list of drafts says of one: its file, its title, when it was saved (seconds)."""

    path: Path
    title: str
    saved_at: int


def save_draft(path: Path, draft: AssessmentDraft) -> None:
    """Write a draft so that the old one or the new one is there, whatever happens.

    Raises:
        StoreError: disk full, folder missing or not writable.
    """
    record = {"format": FORMAT, "title": draft.full_title(), "draft": to_record(draft)}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(record, ensure_ascii=False, indent=1).encode())


def read_draft(path: Path) -> AssessmentDraft:
    """Read a draft.

    Raises:
        InputError: it cannot be opened, is damaged, is something else, or comes from a newer
            program.
    """
    record = _read(path)
    if record.get("format") != FORMAT:
        raise InputError(
            Problem(
                str(path),
                message("This draft was made by a newer program. Open it with that program."),
            )
        )
    try:
        return from_record(AssessmentDraft, record.get("draft"))
    except ValueError as error:
        raise _damaged(path) from error


def delete_draft(path: Path) -> None:
    """Take a draft away; one that is held by another program stays in the list."""
    with contextlib.suppress(OSError):
        take_away(path)


def list_drafts(folder: Path) -> tuple[DraftLine, ...]:
    """Return the drafts in a folder, the latest first; what cannot be read is passed over."""
    found = []
    try:
        paths = [path for path in folder.iterdir() if path.suffix == ENDING]
    except OSError:
        return ()
    for path in paths:
        try:
            title = str(_read(path).get("title", ""))
            found.append(DraftLine(path, title, int(path.stat().st_mtime)))
        except (InputError, OSError):
            continue
    return tuple(sorted(found, key=lambda line: (-line.saved_at, line.path.name)))


def new_draft_path(folder: Path, moment: datetime) -> Path:
    """Return a free name for a draft that begins now."""
    stem = f"asesmen-{moment:%Y%m%d-%H%M%S}"
    names = [f"{stem}{ENDING}", *(f"{stem}-{n}{ENDING}" for n in range(2, 1000))]
    return next(path for name in names if not (path := folder / name).exists())


def assessment_file_name(title: str) -> str:
    """Return a plain file name for an assessment of this title."""
    stem = _UNSAFE.sub("-", title).strip("-").lower()[:60].strip("-")
    if _DEVICE.fullmatch(stem):
        stem = f"asesmen-{stem}"
    return f"{stem or 'asesmen'}.assessment"


def _read(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _damaged(path)
        record = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(Problem(str(path), describe_refusal(error))) from error
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(record, dict):
        raise _damaged(path)
    return record


def _damaged(path: Path) -> InputError:
    return InputError(
        Problem(
            str(path),
            message(
                "This is no draft of an assessment, or it is damaged. Nothing was changed; begin "
                "a new assessment, or take a copy of the draft if you have one."
            ),
        )
    )
