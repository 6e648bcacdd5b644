"""The proof that a seal holds: whose it is, that it is whole, and what it says."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.intact_seal import IntactSeal
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.certificate import CertificateFacts, read_certificate
from smartcity_desktop.sealing.enrolment import read_enrolment
from smartcity_desktop.sealing.fields import MalformedError
from smartcity_desktop.sealing.jws import read_jws
from smartcity_desktop.sealing.keys import algorithm_of
from smartcity_desktop.sealing.manifest import read_manifest
from smartcity_desktop.sealing.receipt import write_receipt
from smartcity_desktop.sealing.seal import TYPE
from smartcity_desktop.sealing.sheet_proof import SealRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartcity_desktop.domain.assessment import Issue, Roster
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.sealing.enrolment import Enrolment
    from smartcity_desktop.sealing.jws import Jws
    from smartcity_desktop.sealing.manifest import Manifest
    from smartcity_desktop.sealing.sheet_proof import SheetChecker, SheetContent


@dataclass(frozen=True, slots=True)
class ProvenSeal:
    """A seal whose signature, key and statement hold; its sheets are proven apart."""

    seal: IntactSeal
    manifest: Manifest
    certificate: CertificateFacts
    jws: str


def open_seal(text: str) -> tuple[Jws, CertificateFacts, Manifest]:
    """Check a seal by itself: form, certificate, algorithm and signature.

    Raises:
        SealRefusedError: the first check that fails.
    """
    try:
        jws = read_jws(text)
        chain = _read_chain(jws)
    except (ValueError, KeyError, binascii.Error) as error:
        raise _refused(
            RefusalReason.SEAL_MALFORMED,
            message("The seal does not have the form of this program's seals."),
        ) from error
    try:
        certificate = read_certificate(chain[0])
    except KeyRefusedError as error:
        raise _refused(RefusalReason.CERTIFICATE_NOT_ALLOWED, error.problems[0].what) from error
    if jws.header["alg"] != algorithm_of(certificate.key):
        raise _refused(
            RefusalReason.ALGORITHM_NOT_ALLOWED,
            message(
                "The seal names the algorithm {algorithm}, which is not the one of its key.",
                algorithm=str(jws.header["alg"])[:20],
            ),
        )
    if not jws.holds(certificate.key):
        raise _refused(
            RefusalReason.SIGNATURE_INVALID,
            message("The signature does not fit: the seal was changed, or another key made it."),
        )
    try:
        manifest = read_manifest(jws.payload)
    except ValueError as error:
        raise _refused(
            RefusalReason.SEAL_MALFORMED,
            message("What the seal says does not have the form of this program's seals."),
        ) from error
    return jws, certificate, manifest


def _read_chain(jws: Jws) -> tuple[bytes, ...]:
    chain = jws.header["x5c"]
    if jws.header.keys() != {"alg", "typ", "x5c"} or jws.header["typ"] != TYPE:
        raise MalformedError("header")
    if not isinstance(chain, list) or not chain:
        raise MalformedError("x5c")
    return tuple(base64.b64decode(str(entry), validate=True) for entry in chain)


def prove_seal(text: str, roster: Roster) -> ProvenSeal:
    """Check a seal against the facts fixed at issue, and nothing else.

    Raises:
        SealRefusedError: the first check that fails, with the judge where known.
    """
    jws, certificate, manifest = open_seal(text)
    issue = _find_issue(manifest, roster)
    enrolment = _prove_key(manifest, issue)
    regions = sorted([*(code for code, _ in manifest.sheets), *manifest.open])
    if regions != list(issue.regions):
        odd = sorted(set(regions) ^ set(issue.regions))
        raise _refused(
            RefusalReason.REGION_NOT_ASSIGNED,
            message(
                "The seal does not cover exactly the regions of panel file {issue}: {regions}.",
                issue=issue.id,
                regions=", ".join(odd[:10]),
            ),
            manifest.judge,
            odd[0],
        )
    seal = IntactSeal(
        digest=jws.digest,
        receipt=write_receipt(jws.digest),
        judge=manifest.judge,
        issue=manifest.issue,
        number=manifest.number,
        earlier=frozenset(manifest.earlier),
        sheets=dict(manifest.sheets),
        open=manifest.open,
        thumbprint=certificate.thumbprint,
        key_proven=enrolment.thumbprint == certificate.thumbprint,
        declared=enrolment.conflicts,
        time=manifest.time,
        reason=manifest.reason,
    )
    return ProvenSeal(seal, manifest, certificate, text)


def prove_sheets(
    seal: IntactSeal,
    find_payload: Callable[[str], bytes | None],
    checker: SheetChecker,
    excused: frozenset[tuple[str, str]],
) -> Mapping[str, SheetContent]:
    """Check every sheet of a proven seal; returns the contents by region.

    Args:
        seal: the proven seal.
        find_payload: the payload of a digest, or None.
        checker: for the assessment's instrument.
        excused: (judge, region) in conflict of interest, which nobody may score.

    Raises:
        SealRefusedError: the first sheet that fails, with judge and region.
    """
    contents = {}
    declared = {region for region, _ in seal.declared}
    for region, sha256 in seal.sheets.items():
        payload = find_payload(sha256)
        if payload is None:
            raise _refused(
                RefusalReason.SHEET_MISSING,
                message("The seal lists a score sheet that is not in the file."),
                seal.judge,
                region,
            )
        content = checker.check(payload, sha256, seal.judge, region)
        if content.state is SheetState.SCORED and (
            region in declared or (seal.judge, region) in excused
        ):
            raise _refused(
                RefusalReason.CONFLICT_OF_INTEREST,
                message("The judge has a conflict of interest here and must not score."),
                seal.judge,
                region,
            )
        contents[region] = content
    return contents


def _find_issue(manifest: Manifest, roster: Roster) -> Issue:
    assessment = roster.assessment
    judge = manifest.judge
    if manifest.assessment != assessment.id:
        raise _refused(
            RefusalReason.OTHER_ASSESSMENT,
            message("This file belongs to another assessment, so it is not for this one."),
        )
    if manifest.mode is not assessment.mode:
        raise _refused(
            RefusalReason.OTHER_MODE,
            message("A rehearsal file and an official assessment never merge."),
        )
    if manifest.instrument != assessment.instrument_sha256:
        raise _refused(
            RefusalReason.OTHER_INSTRUMENT,
            message("The scores were given by another instrument than this assessment's."),
            judge,
        )
    if all(known.id != judge for known in roster.judges):
        raise _refused(
            RefusalReason.UNKNOWN_JUDGE,
            message("This assessment has no judge {judge}.", judge=judge),
            judge,
        )
    for issue in roster.issues:
        if issue.id == manifest.issue and issue.judge == judge:
            return issue
    raise _refused(
        RefusalReason.UNKNOWN_ISSUE,
        message(
            "No panel file {issue} was ever issued to judge {judge}.",
            issue=manifest.issue,
            judge=judge,
        ),
        judge,
    )


def _prove_key(manifest: Manifest, issue: Issue) -> Enrolment:
    try:
        enrolment = read_enrolment(manifest.enrolment, issue.public_key)
        _expect_same_file(enrolment, manifest)
    except ValueError as error:
        raise _refused(
            RefusalReason.KEY_NOT_PROVEN,
            message(
                "The key that sealed this was never enrolled in panel file {issue}: it may be a "
                "forgery. Ask judge {judge} for the file again.",
                issue=issue.id,
                judge=issue.judge,
            ),
            issue.judge,
        ) from error
    return enrolment


def _expect_same_file(enrolment: Enrolment, manifest: Manifest) -> None:
    named = (enrolment.assessment, enrolment.judge, enrolment.issue)
    if named != (manifest.assessment, manifest.judge, manifest.issue):
        raise MalformedError("the proof is for another panel file")


def _refused(
    reason: RefusalReason, what: Message, judge: str = "", region: str = ""
) -> SealRefusedError:
    return SealRefusedError(Refusal(reason, what, judge, region))
