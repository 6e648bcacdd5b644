"""What is known of a panel file before anything is written into it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import HandedOverError, Problem, StoreError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.store.panel_file import open_panel_file
from smartcity_desktop.workplace.recent import RecentFile, newest_known

if TYPE_CHECKING:
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.panel_issue import PanelIssue


class OtherCopy(Struct, frozen=True):
    """Another copy of the same panel file, in which work went on.

    Attributes:
        there: whether it lies where it was. further: whether it has more changes, not as many.
    """

    file: RecentFile
    there: bool
    further: bool


def expect_scorable(path: Path, *, handed_over: bool) -> None:
    """Refuse a copy that was made to be handed over.

    Raises:
        HandedOverError: it is one.
    """
    if handed_over:
        what = message(
            "This is a sealed copy that was made to be handed over. Nobody can score in it. "
            "Nothing was changed. Open the panel file in which you score, and give this copy to "
            "the coordinator."
        )
        raise HandedOverError(Problem(str(path), what))


def look_at(path: Path, clock: Clock) -> RecentFile:
    """Read whose file it is and how far it has come; nothing is written.

    Raises:
        StoreError: as when it is opened for reading.
        HandedOverError: nobody can score in it.
    """
    with open_panel_file(path, clock, read_only=True) as panel:
        expect_scorable(path, handed_over=panel.handed_over)
        return describe(path, panel.issue, panel.sheets.log.last_number(), clock)


def describe(path: Path, issue: PanelIssue, changes: int, clock: Clock) -> RecentFile:
    """Return what this laptop remembers of a panel file."""
    return RecentFile(
        str(path.absolute()),
        "panel",
        f"{issue.assessment.id} {issue.issue.id}",
        issue.assessment.title,
        f"{issue.judge.id} · {issue.judge.name}",
        issue.assessment.mode.value,
        changes,
        write_instant(clock()),
    )


def find_other_copy(
    seen: RecentFile, recent: tuple[RecentFile, ...], folder: Path, clock: Clock
) -> OtherCopy | None:
    """Return another copy of this file that has come as far or further on this laptop.

    Two copies scored apart become a conflict, so the judge is asked before a second one is
    worked in. A file that was only moved is no other copy.

    Args:
        seen: the file that is about to be opened.
        recent: what this laptop remembers.
        folder: where copies are offered; one of the same name there counts as known.
        clock: for looking into that copy.
    """
    path = Path(seen.path)
    remembered = (*recent, *_copy_in(folder / path.name, seen, clock))
    newest = newest_known(remembered, seen.issue)
    if newest is None:
        return None
    here, further = Path(newest.path) == path, newest.changes > seen.changes
    if here:
        return OtherCopy(newest, there=False, further=True) if further else None
    there = Path(newest.path).is_file()
    as_far = newest.changes == seen.changes
    return OtherCopy(newest, there, further) if further or (as_far and there) else None


def _copy_in(path: Path, seen: RecentFile, clock: Clock) -> tuple[RecentFile, ...]:
    if path == Path(seen.path) or not path.is_file():
        return ()
    with contextlib.suppress(StoreError):
        return (look_at(path, clock),)
    return ()
