"""Stored seals and sheets as values: what the state is derived from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.sealing.proof import prove_seal
from smartcity_desktop.sealing.sheet_payload import read_sheet
from smartcity_desktop.sealing.sheet_proof import SheetChecker, scored_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.merging.claims import Content, Contents
    from smartcity_desktop.store.received_seals import ReceivedSeal


def read_stored_seals(seals: Iterable[ReceivedSeal], roster: Roster) -> tuple[IntactSeal, ...]:
    """Return the stored seals, each proven once more: the disk is not believed either."""
    return tuple(prove_seal(seal.jws, roster).seal for seal in seals)


def read_contents(
    seals: Iterable[IntactSeal], payloads: Mapping[str, bytes], instrument: Instrument
) -> Contents:
    """Return a look-up of proven sheet contents by digest; each sheet is proven once.

    Raises:
        SealRefusedError: on look-up, when a stored sheet is no longer what was sealed.
    """
    checker = SheetChecker(instrument)
    owners = {sha256: (seal, region) for seal in seals for region, sha256 in seal.sheets.items()}
    known: dict[str, Content] = {}
    opened: set[str] = set()

    def open_seal(seal: IntactSeal) -> None:
        """Read all plain sheets of a seal in one go; the others are checked one by one."""
        opened.add(seal.digest)
        plain = checker.plain.take(seal.judge, seal.sheets, payloads.get)
        digests = map(seal.sheets.__getitem__, plain)
        known.update(zip(digests, scored_contents(plain.values()), strict=True))

    def contents(sha256: str) -> Content:
        found = known.get(sha256)
        if found is None:
            seal, region = owners[sha256]
            if seal.digest not in opened:
                open_seal(seal)
                return contents(sha256)
            content = checker.check(payloads[sha256], sha256, seal.judge, region)
            found = known[sha256] = (content.state, content.values)
        return found

    return contents


def look_up_contents(
    find_payload: Callable[[str], bytes | None], instrument: Instrument
) -> Contents:
    """Return a look-up that reads stored sheets one by one, for a plan that asks for few.

    Raises:
        KeyError: on look-up, when no such sheet is stored; a caller's fault.
    """
    ids = [indicator.id for indicator in instrument.indicators()]

    def contents(sha256: str) -> Content:
        payload = find_payload(sha256)
        if payload is None:
            raise KeyError(sha256)
        sheet = read_sheet(payload, ids)
        return sheet.state, sheet.values

    return contents
