"""The verdict on the signatures of a document, one check for each thing that can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.opening import open_pdf
from smartcity_desktop.signing.reading import read_signatures
from smartcity_desktop.signing.roots import read_roots
from smartcity_desktop.signing.verdicts import check_integrity, check_stamp, checks_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.signing.facts import SignatureFacts

CHECK_NAMES = (
    "readable",
    "signed",
    "fields",
    "integrity",
    "signer",
    "changes",
    "trust",
    "timestamp",
    "certified",
    "coverage",
)
"""Every name a check of signatures can have."""


def check_signatures(
    pdf: bytes,
    signatories: Sequence[Signatory],
    *,
    trust_roots: Sequence[bytes] = (),
    now: datetime,
    incomplete_ok: bool = False,
) -> tuple[Check, ...]:
    """Judge every signature of a PDF; the document holds when every check does.

    Whatever the file holds, the answer is checks. No network is used, and no certificate is
    trusted but the given ones.

    Args:
        pdf: the file.
        signatories: who must sign, field by field, as the document's own list has it.
        trust_roots: certificates (PEM or DER) that vouch for signers.
        now: the moment at which certificates must hold.
        incomplete_ok: fields may still be empty, though not all of them.

    Raises:
        InputError: a trust root is no certificate.
    """
    roots = read_roots(trust_roots)
    try:
        reader = open_pdf(pdf)
        present = read_signatures(reader, roots, now)
    except ExpectedError as refusal:
        return (Check("readable", ok=False, detail=refusal.problems[0].what),)
    people = {one.field: one for one in signatories}
    listed = [one for one in present if one.field in people]
    checks = [
        Check("readable", ok=True, detail=message("The file is a PDF that can be read.")),
        _signed(present, signatories, incomplete_ok=incomplete_ok),
        *_fields(present, people),
    ]
    for one in listed:
        checks.extend(checks_of(one, people[one.field], reader, roots_given=bool(roots)))
    checks.extend(_document_stamps(present, people))
    if present:
        checks.append(_certified(present))
    if present and all(check.ok for check in checks if check.name == "changes"):
        # That bytes were added is no finding of its own where it is known what they change.
        checks.append(_coverage(present, len(pdf)))
    return tuple(checks)


def _signed(
    present: Sequence[SignatureFacts], signatories: Sequence[Signatory], *, incomplete_ok: bool
) -> Check:
    filled = {one.field for one in present if not one.stands_alone}
    missing = [one for one in signatories if one.field not in filled]
    done, total = len(signatories) - len(missing), len(signatories)
    if not signatories:
        what = message(
            "The document prepares no electronic signature, for whoever signs it does so on paper. "
            "Nothing in this file proves a signature: compare the signed paper."
        )
        return Check("signed", ok=False, detail=what)
    if not done:
        what = message(
            "No signature of anybody the document lists: anyone may have made or changed this file."
        )
        return Check("signed", ok=False, detail=what)
    if not missing:
        what = message("{done} of {total} signed.", done=done, total=total)
        return Check("signed", ok=True, detail=what)
    names = ", ".join(title_of(one) for one in missing)
    what = message(
        "{done} of {total} signed. Without a signature: {names}.",
        done=done, total=total, names=names,
    )  # fmt: skip
    return Check("signed", ok=incomplete_ok, detail=what)


def _fields(present: Sequence[SignatureFacts], people: dict[str, Signatory]) -> Iterator[Check]:
    strangers = [one for one in present if one.field not in people and not one.stands_alone]
    for one in strangers:
        what = message(
            "Somebody signed in the field {field}, which the document does not list: {name}.",
            field=legible(one.field),
            name=one.signer.name if one.signer else "?",
        )
        yield Check("fields", ok=False, detail=what)
    if not strangers:
        what = message("Nobody signed whom the document does not list.")
        yield Check("fields", ok=True, detail=what)


def _document_stamps(
    present: Sequence[SignatureFacts], people: dict[str, Signatory]
) -> Iterator[Check]:
    for one in present:
        if one.stamp is not None and one.stands_alone and one.field not in people:
            field = legible(one.field)
            yield check_integrity(one, field)
            yield check_stamp(one.stamp, field)


def _certified(present: Sequence[SignatureFacts]) -> Check:
    certifying = [one for one in present if one.certifies]
    if not certifying:
        what = message("No signature certifies the document; later changes are judged all the "
                       "same.")  # fmt: skip
        return Check("certified", ok=True, detail=what)
    first = certifying[0]
    if first is not present[0] or first.permits not in (1, 2):
        what = message(
            "The certifying signature in the field {field} permits more than further signatures, "
            "or is not the first.",
            field=legible(first.field),
        )
        return Check("certified", ok=False, detail=what)
    what = message(
        "The first signature certifies the document and permits nothing but further signatures."
    )
    return Check("certified", ok=True, detail=what)


def _coverage(present: Sequence[SignatureFacts], size: int) -> Check:
    added = size - max(one.end for one in present)
    if added == 0:
        what = message("The last signature covers the whole file.")
    else:
        what = message("{added} bytes were added after the last signature.", added=added)
    return Check("coverage", added == 0, what)
