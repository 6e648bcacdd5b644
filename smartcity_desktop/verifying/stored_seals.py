"""Checking the seals and sheets that an assessment file keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.proof import prove_seal, prove_sheets, refuse_unsealed
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.refusal import Refusal
    from smartcity_desktop.store.foreign_assessment import ForeignAssessment
    from smartcity_desktop.store.received_seals import ReceivedSeal

_MOST_NAMED = 50


def check_seals(
    foreign: ForeignAssessment, instrument: Instrument
) -> tuple[tuple[IntactSeal, ...], tuple[Check, ...]]:
    """Prove every stored seal and sheet once more; returns the seals that hold, and the checks.

    Every seal and every sheet that fails is named.
    """
    seals: list[IntactSeal] = []
    faults: list[Message] = []
    for row in foreign.seals:
        try:
            seal = prove_seal(row.jws, foreign.roster).seal
        except SealRefusedError as error:
            faults.append(_about_seal(row, error.refusal.what))
            continue
        seals.append(seal)
        if (row.digest, row.judge, row.issue, row.number) != (
            seal.digest, seal.judge, seal.issue, seal.number,
        ):  # fmt: skip
            faults.append(
                _about_seal(row, message("It is filed under other facts than it states."))
            )
    faults += _about_sheets(foreign, instrument, seals)
    if faults:
        return tuple(seals), tuple(_failed(faults))
    what = message("{count} seals and all their sheets hold.", count=len(seals))
    return tuple(seals), (Check("seals", ok=True, detail=what),)


def _failed(faults: Sequence[Message]) -> Iterator[Check]:
    for fault in faults[:_MOST_NAMED]:
        yield Check("seals", ok=False, detail=fault)
    if len(faults) > _MOST_NAMED:
        what = message("{count} more seals and sheets fail.", count=len(faults) - _MOST_NAMED)
        yield Check("seals", ok=False, detail=what)


def _about_sheets(
    foreign: ForeignAssessment, instrument: Instrument, seals: list[IntactSeal]
) -> list[Message]:
    names = {region.code: region.name for region in foreign.roster.regions}
    checker = SheetChecker(instrument, names, foreign.roster.former_names)
    faults: dict[Refusal, Message] = {}
    for seal in seals:
        try:
            prove_sheets(seal, foreign.sheets.get, checker, frozenset())
        except SealRefusedError as error:
            faults.update((each, _about_sheet(each)) for each in error.refusals)
    found = list(faults.values())
    if len(seals) == len(foreign.seals):
        try:
            refuse_unsealed(seals, foreign.sheets)
        except SealRefusedError as error:
            found.append(error.refusal.what)
    return found


def _about_sheet(refusal: Refusal) -> Message:
    return message(
        "Sheet of judge {judge} for {region}: {what}",
        judge=refusal.judge,
        region=refusal.region,
        what=refusal.what,
    )


def _about_seal(row: ReceivedSeal, what: Message) -> Message:
    return message(
        "Seal {number} of panel file {issue} ({digest}): {what}",
        number=row.number,
        issue=row.issue,
        digest=row.digest[:16],
        what=what,
    )
