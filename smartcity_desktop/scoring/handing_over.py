"""Handing over: a sealed copy on a stick or in a folder, read back before anybody says saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem, RuleError, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.age_file import encrypt_to
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.store.durable import write_atomically
from smartcity_desktop.store.foreign import read_foreign_panel

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What lies in the folder now.

    Attributes:
        evidence: the file with the evidence beside the copy, or None without any.
        encrypted: the copy opens with the coordinator's identity only.
    """

    copy: Path
    evidence: Path | None
    encrypted: bool
    size: int


def hand_over(desk: Desk, folder: Path) -> HandedOver:
    """Write the clean copy of the last seal into the folder and read it back.

    Raises:
        RuleError: nothing is sealed yet.
        StoreError: the copy could not be written or was read back differently; the working
            file keeps the seal, so try another folder.
    """
    panel = desk.panel
    last = panel.seals.last()
    if last is None:
        raise RuleError(message("Nothing is sealed yet, so there is nothing to hand over."))
    stem = f"{panel.issue.issue.id}-segel-{last.number}"
    data = panel.handover_bytes()
    recipients = panel.issue.assessment.recipients
    if recipients:
        target = folder / f"{stem}.panel.age"
        data = encrypt_to(data, recipients)
        write_atomically(target, data)
    else:
        target = folder / f"{stem}.panel"
        write_atomically(target, data)
        _verify(target, last.jws)
    wanted = _evidence_of(desk)
    evidence = folder / f"{stem}.evidence" if wanted else None
    if evidence is not None:
        panel.write_evidence(evidence, wanted)
    return HandedOver(target, evidence, bool(recipients), len(data))


def _verify(target: Path, jws: str) -> None:
    copy = read_foreign_panel(target.read_bytes())
    whole = all(sha256_hex(data) == sha256 for sha256, data in copy.sheets.items())
    if not whole or not copy.seals or copy.seals[-1] != jws:
        raise StoreError(
            Problem(
                str(target),
                message(
                    "The copy was read back differently from what was written. Do not hand it "
                    "over; try another stick. The sealed scores are safe in your own file."
                ),
            )
        )


def _evidence_of(desk: Desk) -> frozenset[str]:
    return frozenset(item.sha256 for sheet in desk.sealed_sheets() for _, item in sheet.evidence)
