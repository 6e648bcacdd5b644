"""Files opened lately, and how far each panel file had come: names, never scores."""

from __future__ import annotations

from msgspec import Struct

MOST_RECENT = 12


class RecentFile(Struct, frozen=True):
    """A file that was opened on this laptop.

    Attributes:
        path: absolute. kind: ``panel`` or ``assessment``.
        issue: of a panel file, with its assessment's id before it; empty for an assessment.
        title: of the assessment. judge: id and name; empty for an assessment.
        mode: ``official`` or ``rehearsal``.
        changes: how many entries the file's change log had when it was last open here.
        opened_at: the instant, as text.
    """

    path: str
    kind: str
    issue: str
    title: str
    judge: str
    mode: str
    changes: int
    opened_at: str


def remember(recent: tuple[RecentFile, ...], file: RecentFile) -> tuple[RecentFile, ...]:
    """Return the list with this file first, each path once."""
    others = (each for each in recent if each.path != file.path)
    return (file, *others)[:MOST_RECENT]


def newest_known(recent: tuple[RecentFile, ...], issue: str) -> RecentFile | None:
    """Return the copy of an issue's panel file that had come furthest on this laptop."""
    known = [each for each in recent if each.issue == issue and issue]
    return max(known, key=lambda each: each.changes, default=None)
