"""What is on the screen, brought into a copy when the drive of the file itself has failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.scoring.opening import open_desk
from smartcity_desktop.sealing.sheet_payload import write_sheet
from smartcity_desktop.store.backup import copy_closed
from smartcity_desktop.workplace.backups import list_backups
from smartcity_desktop.workplace.copying import free_name

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts


def rescue(desk: Desk, facts: DeskFacts, folder: Path, backups: Path, clock: Clock) -> Path:
    """Make a panel file in a folder that holds everything the judge saw last; returns its path.

    It begins as a copy of the open file; where its drive gives nothing back, of the newest
    automatic backup.

    Args:
        desk: open on the file whose drive failed.
        facts: as shown.
        folder: where the new file shall lie.
        backups: the folder of this issue's backups.
        clock: for the times of what is brought in.

    Raises:
        StoreError: neither can be copied, or the folder cannot be written to.
    """
    target = free_name(folder, desk.panel.path.name)
    try:
        desk.panel.back_up(target)
    except StoreError:
        kept = list_backups(backups)
        if not kept:
            raise
        copy_closed(kept[0].path, target)
    copy = open_desk(target, clock)
    with copy.panel:
        bring_in(copy, facts)
    return target


def bring_in(desk: Desk, facts: DeskFacts) -> tuple[str, ...]:
    """Record everything that a judge saw last and the copy does not hold yet, in one step.

    Args:
        desk: open on a copy of the file that ``facts`` were read from.
        facts: as shown; their sheets, doubts and jottings win.

    Returns:
        The codes of the regions whose sheets were brought in, sorted.

    Raises:
        StoreError: it could not be saved; the copy is as it was.
    """
    now, ids = desk.now(), [indicator.id for indicator in desk.instrument.indicators()]
    held = desk.sheets()
    newer = {code: sheet for code, sheet in facts.sheets.items() if held.get(code) != sheet}
    gone = [code for code in held if code not in facts.sheets]
    changes: list[tuple[str, bytes | None]] = [
        (code, write_sheet(sheet.touched(now), ids)) for code, sheet in sorted(newer.items())
    ]
    changes += [(code, None) for code in sorted(gone)]
    with desk.panel.transaction():
        if changes:
            desk.panel.sheets.record_together(changes, "rescue", now)
        _bring_in_marks(desk, facts, now)
    return tuple(sorted(code for code, _ in changes))


def _bring_in_marks(desk: Desk, facts: DeskFacts, now: str) -> None:
    jottings, marks = desk.panel.jottings, facts.marks
    held = jottings.all()
    for place in sorted({*held, *marks.jottings}):
        text = marks.jottings.get(place, "")
        if text != held.get(place, ""):
            jottings.write(*place, text)
    doubts = set(jottings.doubts())
    for place in sorted(marks.doubts - doubts):
        jottings.doubt(*place, now)
    for place in sorted(doubts - marks.doubts):
        jottings.settle(*place)
