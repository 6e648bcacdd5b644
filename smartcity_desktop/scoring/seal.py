"""Sealing a panel file: every finished sheet, frozen under one signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.sealing_plan import finished_regions
from smartcity_desktop.scoring.wording import clean_reason
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.manifest import Manifest
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.sealing.receipt import receipt_of
from smartcity_desktop.sealing.seal import make_seal
from smartcity_desktop.store.panel_seals import StoredSeal

if TYPE_CHECKING:
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer


class Sealed(Struct, frozen=True):
    """What was sealed.

    Attributes:
        sealed, open: region codes, sorted. fresh: False when nothing had changed since the
            seal before, which then is handed over again.
    """

    digest: str
    receipt: str
    number: int
    sealed: tuple[str, ...]
    open: tuple[str, ...]
    fresh: bool


def seal_panel_file(desk: Desk, signer: Signer, reason: str, clock: Clock) -> Sealed:
    """Seal every finished sheet; the others are listed as open.

    A reason is needed when a sheet that was sealed before changes or is withdrawn.

    Raises:
        RuleError: nothing is finished, or a reason is missing; nothing was sealed.
    """
    desk.expect_enrolled()
    payloads = _finished(desk)
    sheets = {code: sha256_hex(data) for code, data in payloads.items()}
    before = _last_manifest(desk)
    regions = [region.code for region in desk.panel.issue.regions]
    still_open = tuple(sorted(code for code in regions if code not in sheets))
    last = desk.panel.seals.last()
    if before is not None and last is not None and dict(before.sheets) == sheets:
        return Sealed(
            last.digest, receipt_of(last.digest), last.number, tuple(sheets), still_open,
            fresh=False,
        )  # fmt: skip
    if not sheets and before is None:
        raise RuleError(
            message(
                "No score sheet is finished yet: every indicator of a region must be scored or "
                "abstained. Nothing was sealed."
            )
        )
    manifest = _write_manifest(desk, sheets, still_open, _reason(reason, before, sheets), clock)
    seal = make_seal(manifest, signer)
    desk.panel.seals.add(
        StoredSeal(seal.digest, manifest.number, seal.jws, manifest.time),
        {sheets[code]: data for code, data in payloads.items()},
        {"digest": seal.digest, "number": str(manifest.number), "sheets": str(len(sheets))},
    )
    return Sealed(seal.digest, seal.receipt, manifest.number, tuple(sheets), still_open, fresh=True)


def _finished(desk: Desk) -> dict[str, bytes]:
    ids = tuple(indicator.id for indicator in desk.instrument.indicators())
    payloads = desk.panel.sheets.payloads()
    return {code: payloads[code] for code in finished_regions(desk.sheets(), desk.excused(), ids)}


def _last_manifest(desk: Desk) -> Manifest | None:
    last = desk.panel.seals.last()
    if last is None:
        return None
    _, _, manifest = open_seal(last.jws)
    return manifest


def _reason(reason: str, before: Manifest | None, sheets: dict[str, str]) -> str:
    changed = [
        code for code, digest in (before.sheets if before else ()) if sheets.get(code) != digest
    ]
    if reason.strip():
        return clean_reason(reason)
    if changed:
        raise RuleError(
            message(
                "Sheets that were sealed before have changed ({regions}). Give the reason; it is "
                "printed. Nothing was sealed.",
                regions=", ".join(changed),
            )
        )
    return ""


def _write_manifest(
    desk: Desk, sheets: dict[str, str], still_open: tuple[str, ...], reason: str, clock: Clock
) -> Manifest:
    issue = desk.panel.issue
    key = desk.panel.keys.current()
    if key is None:
        raise RuntimeError("enrolment was checked before")
    earlier = desk.panel.seals.all()
    return Manifest(
        mode=issue.assessment.mode,
        assessment=issue.assessment.id,
        assessment_key=issue.assessment.public_key,
        judge=issue.judge.id,
        issue=issue.issue.id,
        number=len(earlier) + 1,
        earlier=tuple(sorted(seal.digest for seal in earlier)),
        instrument=desk.instrument.sha256,
        time=write_instant(clock()),
        reason=reason,
        sheets=tuple(sorted(sheets.items())),
        open=still_open,
        enrolment=key.proof,
        log=desk.panel.acts.head(),
    )
