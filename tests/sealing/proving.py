"""Going the whole way from a seal and its stored payloads to counted values, or a refusal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.proof import prove_seal, prove_sheets, refuse_unsealed
from smartcity_desktop.sealing.sheet_payload import write_sheet
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker
from tests.sealing.samples import IDS, NAMES, SCALE, Panel, instrument, panel, roster, sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartcity_desktop.domain.assessment import ConflictOfInterest
    from smartcity_desktop.domain.refusal import RefusalReason
    from smartcity_desktop.sealing.sheet_proof import SheetContent

CHECKER = SheetChecker(instrument(), NAMES)
WHOLE = SheetChecker(instrument(SCALE, SCALE, SCALE), NAMES)


def prove(
    made: Panel, checker: SheetChecker = CHECKER, *conflicts: ConflictOfInterest
) -> Mapping[str, SheetContent]:
    """Go the whole way from JWS and stored payloads."""
    facts = roster(conflicts=conflicts)
    proven = prove_seal(made.seal().jws, facts)
    excused = frozenset((c.judge, c.region) for c in facts.conflicts)
    refuse_unsealed([proven.seal], made.payloads)
    return prove_sheets(proven.seal, made.payloads.get, checker, excused)


def refusal_of(
    made: Panel, checker: SheetChecker = CHECKER, *conflicts: ConflictOfInterest
) -> RefusalReason:
    with pytest.raises(SealRefusedError) as caught:
        prove(made, checker, *conflicts)
    return caught.value.refusal.reason


def sealing(payload: bytes, region: str = "64.72") -> Panel:
    """Return a panel whose seal lists any bytes as the sheet of a region."""
    made = panel()
    digest = sha256_hex(payload)
    others = tuple(code for code in NAMES if code != region)
    return Panel(replace(made.manifest, sheets=((region, digest),), open=others), {digest: payload})


def changed(**changes: object) -> bytes:
    """Return the bytes of the usual sheet with some fields replaced, however wrong."""
    document = json.loads(write_sheet(sheet(), IDS)) | changes
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
