"""Verifying one panel file by itself: its seals, its sheets, its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import RegionStanding, RegionStatus, Roster
from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.scan import PanelReader
from smartcity_desktop.sealing.age_file import HEADER, decrypt_with
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.issue_document import read_issue_document
from smartcity_desktop.verifying.acts import check_chain, check_heads

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from smartcity_desktop.merging.scan import ProvenPanel
    from smartcity_desktop.store.foreign import ForeignPanel


def roster_of(issue: PanelIssue) -> Roster:
    """Return the roster as far as one panel file knows it."""
    standings = tuple(RegionStanding(r.code, RegionStatus.INVITED, "") for r in issue.regions)
    return Roster(
        issue.assessment,
        issue.regions,
        (issue.judge,),
        issue.assignments,
        issue.conflicts,
        standings,
        (issue.issue,),
    )


def verify_panel_file(data: bytes, identities: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """Check every seal and sheet of a panel file against what the file itself says.

    Whether the file was really issued by an assessment only that assessment, or a signed report
    with the issue's public key, can tell; the checks say so. The identities open encrypted copies.
    """
    from smartcity_desktop.instruments.reading import read_instrument

    if identities and data.startswith(HEADER):
        data = decrypt_with(data, identities) or data
    try:
        foreign = read_foreign_panel(data)
        issue = read_issue_document(foreign.issue_document)
        instrument = read_instrument(foreign.instrument, "instrument")
    except ExpectedError as error:
        return (Check("readable", ok=False, detail=error.problems[0].what),)
    except ValueError:
        return (
            Check(
                "readable",
                ok=False,
                detail=message("The file does not say properly whose panel file it is."),
            ),
        )
    readable = Check(
        "readable",
        ok=True,
        detail=message(
            "Panel file {issue} of judge {judge} {name} for {title}.",
            issue=issue.issue.id,
            judge=issue.judge.id,
            name=issue.judge.name,
            title=issue.assessment.title,
        ),
    )
    return (readable, *_check_seals(data, foreign, issue, instrument), check_chain(foreign.acts))


def _check_seals(
    data: bytes, foreign: ForeignPanel, issue: PanelIssue, instrument: Instrument
) -> tuple[Check, ...]:
    try:
        panel = PanelReader(roster_of(issue), instrument).read(data)
    except ExpectedError as error:
        return tuple(Check("seal", ok=False, detail=problem.what) for problem in error.problems)
    heads = [
        (
            message("Seal {receipt}", receipt=seal.receipt),
            open_seal(jws)[2].log,
        )
        for seal, jws in panel.seals
    ]
    return (*_found(panel), *check_heads(foreign.acts, heads))


def _found(panel: ProvenPanel) -> tuple[Check, ...]:
    return tuple(
        Check(
            "seal",
            ok=True,
            detail=message(
                "Seal {number}, receipt {receipt}: {sheets} score sheets, {open} regions open, "
                "key {thumbprint}. Compare receipt and key with the signed minutes.",
                number=seal.number,
                receipt=seal.receipt,
                sheets=len(seal.sheets),
                open=len(seal.open),
                thumbprint=seal.thumbprint,
            ),
        )
        for seal, _ in panel.seals
    )
