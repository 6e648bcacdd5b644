"""The proof that a seal holds: whose it is, that it is whole, and what it says.

The order of the checks is the one of docs/panel-file-format.md; nothing is read out of a seal
before its signature has been verified, but the certificate that verifies it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, KeyRefusedError
from smartcity_desktop.domain.intact_seal import IntactSeal
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.base64url import read_base64
from smartcity_desktop.sealing.certificate import Certificate, read_certificate
from smartcity_desktop.sealing.issue_facts import check_facts
from smartcity_desktop.sealing.jws import read_jws
from smartcity_desktop.sealing.manifest import read_manifest
from smartcity_desktop.sealing.receipt import receipt_of
from smartcity_desktop.sealing.seal import TYP
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, refuse, scored_contents
from smartcity_desktop.sealing.strict_object import MalformedError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.refusal import Refusal
    from smartcity_desktop.sealing.jws import Jws
    from smartcity_desktop.sealing.manifest import Manifest
    from smartcity_desktop.sealing.sheet_proof import SheetChecker, SheetContent

_MOST_CERTIFICATES = 10
_MOST_NAMED = 10


class ProvenSeal(Struct, frozen=True):
    """A seal whose signature, key and statement hold; its sheets are proven apart.

    Attributes:
        seal: what the merge works with. certificate: for display.
    """

    seal: IntactSeal
    manifest: Manifest
    certificate: Certificate
    jws: str


def open_seal(text: str) -> tuple[Jws, Certificate, Manifest]:
    """Check a seal by itself: form, certificate, algorithm, signature, then what it says.

    Raises:
        SealRefusedError: the first check that fails.
    """
    jws, certificate = _read_signed(text)
    if jws.alg != certificate.key.algorithm.value:
        raise refuse(
            RefusalReason.ALGORITHM_NOT_ALLOWED,
            message(
                "The seal names the algorithm {algorithm}, which is not the one of its key.",
                algorithm=jws.alg[:20],
            ),
        )
    if not jws.is_signed_by(certificate.key):
        raise refuse(
            RefusalReason.SIGNATURE_INVALID,
            message(
                "The signature does not fit: the seal was changed, or another key made it. Ask "
                "the judge for a fresh copy."
            ),
        )
    try:
        return jws, certificate, read_manifest(jws.payload)
    except InputError as error:
        reason = error.reason if isinstance(error, MalformedError) else None
        raise refuse(
            reason or RefusalReason.SEAL_MALFORMED,
            message(
                "What the seal says does not have the published form. {detail}",
                detail=error.problems[0].what,
            ),
        ) from error


def prove_seal(text: str, roster: Roster) -> ProvenSeal:
    """Check a seal against the facts fixed at issue, and nothing else.

    Raises:
        SealRefusedError: the first check that fails, with the judge where known.
    """
    jws, certificate, manifest = open_seal(text)
    enrolment = check_facts(manifest, roster)
    thumbprint = certificate.key.thumbprint
    seal = IntactSeal(
        digest=jws.digest,
        receipt=receipt_of(jws.digest),
        judge=manifest.judge,
        issue=manifest.issue,
        number=manifest.number,
        earlier=frozenset(manifest.earlier),
        sheets=dict(manifest.sheets),
        open=manifest.open,
        thumbprint=thumbprint,
        key_proven=enrolment.thumbprint == thumbprint,
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
        SealRefusedError: with one refusal for every sheet that fails, naming judge and region.
    """
    plain, others = _check_all(seal, find_payload, checker, excused)
    return dict(zip(plain, scored_contents(plain.values()), strict=True)) | others


def check_sheets(
    seal: IntactSeal,
    find_payload: Callable[[str], bytes | None],
    checker: SheetChecker,
    excused: frozenset[tuple[str, str]],
) -> Collection[str]:
    """Check every sheet as ``prove_sheets`` does, for callers who need no contents.

    Returns:
        The regions whose sheets are not plain: only these may hold an abstention or evidence.
    """
    return _check_all(seal, find_payload, checker, excused)[1].keys()


def _check_all(
    seal: IntactSeal,
    find_payload: Callable[[str], bytes | None],
    checker: SheetChecker,
    excused: frozenset[tuple[str, str]],
) -> tuple[dict[str, list[int]], dict[str, SheetContent]]:
    """Return the values of the plain sheets, and the contents of all others."""
    barred = {region for region, _ in seal.declared}
    barred |= {region for judge, region in excused if judge == seal.judge}
    plain = checker.plain.take(seal.judge, seal.sheets, find_payload)
    for region in barred & plain.keys():
        del plain[region]
    others: dict[str, SheetContent] = {}
    refusals: list[Refusal] = []
    for region in sorted(seal.sheets.keys() - plain.keys()):
        try:
            others[region] = _prove_sheet(seal, region, find_payload, checker, barred)
        except SealRefusedError as error:
            refusals.extend(error.refusals)
    if refusals:
        raise SealRefusedError(*refusals)
    return plain, others


def refuse_unsealed(seals: Iterable[IntactSeal], digests: Iterable[str]) -> None:
    """Refuse payloads that no seal of the file lists.

    Raises:
        SealRefusedError: ``sheet_not_sealed``, with the digests.
    """
    listed = {sha256 for seal in seals for sha256 in seal.sheets.values()}
    if not listed.issuperset(digests):
        unsealed = sorted(set(digests) - listed)
        raise refuse(
            RefusalReason.SHEET_NOT_SEALED,
            message(
                "The file holds score sheets that no seal lists ({digests}). Somebody added them "
                "after sealing.",
                digests=", ".join(sha256[:12] for sha256 in unsealed[:_MOST_NAMED]),
            ),
        )


def _prove_sheet(
    seal: IntactSeal,
    region: str,
    find_payload: Callable[[str], bytes | None],
    checker: SheetChecker,
    barred: Collection[str],
) -> SheetContent:
    sha256 = seal.sheets[region]
    payload = find_payload(sha256)
    if payload is None:
        raise refuse(
            RefusalReason.SHEET_MISSING,
            message("The seal lists a score sheet that is not in the file."),
            seal.judge,
            region,
        )
    content = checker.check(payload, sha256, seal.judge, region)
    if content.state is SheetState.SCORED and region in barred:
        raise refuse(
            RefusalReason.CONFLICT_OF_INTEREST,
            message("The judge has a conflict of interest here and must not score."),
            seal.judge,
            region,
        )
    return content


def _read_signed(text: str) -> tuple[Jws, Certificate]:
    """Return the parts and the certificate of the key that must have signed them.

    The other certificates of the chain are for display; nobody vouches for a seal with them.
    """
    try:
        jws = read_jws(text, TYP, ("x5c",))
        chain = [read_base64(str(entry)) for entry in jws.header.array("x5c")]
    except (ValueError, InputError) as error:
        raise refuse(RefusalReason.SEAL_MALFORMED, _NOT_A_SEAL) from error
    if not 1 <= len(chain) <= _MOST_CERTIFICATES:
        raise refuse(RefusalReason.SEAL_MALFORMED, _NOT_A_SEAL)
    try:
        return jws, read_certificate(chain[0])
    except KeyRefusedError as error:
        raise refuse(RefusalReason.CERTIFICATE_NOT_ALLOWED, error.problems[0].what) from error


_NOT_A_SEAL = message("The seal does not have the form of this program's seals.")
