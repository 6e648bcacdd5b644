"""Handing over: a sealed copy on a stick or in a folder, read back before anybody says saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import Problem, RuleError, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.panel_issue import panel_stem
from smartcity_desktop.sealing.age_file import encrypt_to
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.room import expect_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.store.panel_seals import StoredSeal

SPARE_ROOM = 256 * 1024
"""Bytes that a drive needs for folders and for the copy before the last one."""


class HandedOver(Struct, frozen=True):
    """What lies in the folder now.

    Attributes:
        evidence: the file with the evidence beside the copy, or None without any.
        encrypted: the copy opens with the coordinator's identity only.
    """

    copy: Path
    evidence: Path | None
    encrypted: bool
    size: int


def expect_place(desk: Desk, folder: Path) -> None:
    """Refuse a folder that would not take the copy; asked before anything is sealed.

    Raises:
        StoreError: there is no such folder, it may not be written, or its drive is too full.
    """
    expect_room(folder, room_needed(desk))


def room_needed(desk: Desk) -> int:
    """Return how many bytes the copy and its evidence take at most."""
    # Both are parts of the working file.
    return desk.panel.path.stat().st_size + SPARE_ROOM


def hand_over(desk: Desk, folder: Path, written: Callable[[], None] = lambda: None) -> HandedOver:
    """Write the clean copy of the last seal into the folder and read it back.

    Args:
        desk: open on the working file.
        folder: on a stick or anywhere else.
        written: called when the copy is on the drive and not read back yet.

    Raises:
        RuleError: nothing is sealed yet.
        StoreError: the copy could not be written or was read back differently; the working
            file keeps the seal, so try another folder.
    """
    last = desk.panel.seals.last()
    if last is None:
        raise RuleError(message("Nothing is sealed yet, so there is nothing to hand over."))
    try:
        return _hand_over(desk, folder, last, written)
    except StoreError as error:
        comfort = message(
            "The seal is safe in your own panel file. Seal once more with another folder; the "
            "same seal is handed over."
        )
        raise StoreError((*error.problems, Problem("", comfort))) from error


def _hand_over(
    desk: Desk, folder: Path, last: StoredSeal, written: Callable[[], None]
) -> HandedOver:
    panel = desk.panel
    named = panel_stem(panel.issue.issue.id, panel.issue.assessment.mode)
    stem = f"{named}-segel-{last.number}"
    recipients = panel.issue.assessment.recipients
    if recipients:
        target = folder / f"{stem}.panel.age"
        plain = panel.handover_bytes()
        _verify(plain, target, last.jws)
        data = encrypt_to(plain, recipients)
        write_atomically(target, data)
        written()
    else:
        target = folder / f"{stem}.panel"
        data = panel.write_handover(target)
        written()
        _verify(target.read_bytes(), target, last.jws)
    evidence = _hand_over_evidence(desk, folder / f"{stem}.evidence")
    return HandedOver(target, evidence, bool(recipients), len(data))


def _hand_over_evidence(desk: Desk, target: Path) -> Path | None:
    """Write what the sealed sheets list, encrypted like the copy; None where they list nothing."""
    wanted = frozenset(item.sha256 for sheet in desk.sealed_sheets() for _, item in sheet.evidence)
    recipients = desk.panel.issue.assessment.recipients
    if not recipients:
        return target if desk.panel.write_evidence(target, wanted) else None
    plain = desk.panel.evidence_bytes(wanted)
    if not plain:
        return None
    hidden = target.with_name(f"{target.name}.age")
    write_atomically(hidden, encrypt_to(plain, recipients))
    return hidden


def _verify(data: bytes, target: Path, jws: str) -> None:
    """Read the copy as a merge will: the last seal holds, and every sheet it lists is there."""
    copy = read_foreign_panel(data)
    _, _, manifest = open_seal(jws)
    whole = all(sha256_hex(copy.sheets.get(sha256, b"")) == sha256 for _, sha256 in manifest.sheets)
    if not whole or copy.seals[-1:] != (jws,):
        raise StoreError(
            Problem(
                str(target),
                message(
                    "The copy was read back differently from what was written. Do not hand it "
                    "over; try another stick. The sealed scores are safe in your own file."
                ),
            )
        )
