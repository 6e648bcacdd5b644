"""Verifying one panel file by itself: its seals, its sheets, its key, its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import RegionStanding, RegionStatus, Roster
from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.scan import PanelReader, open_copy
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.issue_document import read_issue_document
from smartcity_desktop.verifying.acts import check_chain, check_heads, check_sealing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.domain.audit import Act
    from smartcity_desktop.domain.intact_seal import IntactSeal
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
        issue.former_names,
    )


def verify_panel_file(data: bytes, identities: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """Check every seal and sheet of a panel file against what the file itself says.

    Whether the file was really issued by an assessment only that assessment, or a signed report
    with the issue's public key, can tell; the checks say so.

    Args:
        data: all bytes of the file.
        identities: age identities that open an encrypted copy.
    """
    from smartcity_desktop.instruments.reading import read_instrument

    try:
        plain = open_copy(data, identities)
        foreign = read_foreign_panel(plain)
        issue = read_issue_document(foreign.issue_document)
        instrument = read_instrument(foreign.instrument, "instrument")
    except ExpectedError as error:
        return (Check("readable", ok=False, detail=error.problems[0].what),)
    except ValueError:
        what = message("The file does not say properly whose panel file it is.")
        return (Check("readable", ok=False, detail=what),)
    what = message(
        "Panel file {issue} of judge {judge} {name} for {title}.",
        issue=issue.issue.id,
        judge=issue.judge.id,
        name=issue.judge.name,
        title=issue.assessment.title,
    )
    readable = Check("readable", ok=True, detail=what)
    reader = PanelReader(roster_of(issue), instrument)
    checks = _check_seals(plain, foreign.acts, reader)
    return (readable, *_check_instrument(foreign, issue), *checks)


def _check_instrument(foreign: ForeignPanel, issue: PanelIssue) -> Iterator[Check]:
    """A merge never looks at it, but the judge did, and whoever recomputes does."""
    if sha256_hex(foreign.instrument) != issue.assessment.instrument_sha256:
        what = message("The instrument in the file is not the one the seals name.")
        yield Check("instrument", ok=False, detail=what)


def _check_seals(data: bytes, acts: Sequence[Act], reader: PanelReader) -> tuple[Check, ...]:
    chain = check_chain(acts)
    try:
        panel = reader.read(data)
    except ExpectedError as error:
        refused = (Check("seal", ok=False, detail=problem.what) for problem in error.problems)
        return (*refused, chain)
    found = (*map(_found, _seals_of(panel)), *_check_keys(_seals_of(panel)), chain)
    if not chain.ok:
        return found
    heads = [
        (message("Seal {receipt}", receipt=seal.receipt), open_seal(jws)[2].log)
        for seal, jws in panel.seals
    ]
    return (*found, *check_heads(acts, heads), *check_sealing(acts, _seals_of(panel)))


def _seals_of(panel: ProvenPanel) -> tuple[IntactSeal, ...]:
    return tuple(seal for seal, _ in panel.seals)


def _check_keys(seals: tuple[IntactSeal, ...]) -> Iterator[Check]:
    """A genuine proof of enrolment in the seal does not help where it is of another key."""
    for seal in seals:
        if not seal.key_proven:
            what = message(
                "Seal {number} ({receipt}) was made with the key {thumbprint}, which was not "
                "enrolled with this panel file. It counts only if the plenary accepted this key: "
                "compare it with the judge and with the signed minutes.",
                number=seal.number,
                receipt=seal.receipt,
                thumbprint=seal.thumbprint,
            )
            yield Check("key", ok=False, detail=what)


def _found(seal: IntactSeal) -> Check:
    return Check(
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
