"""The verdict on one signature: whole, by the right person, undisturbed, vouched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.changes import changes_after
from smartcity_desktop.signing.facts import Trust
from smartcity_desktop.signing.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.signing.facts import SignatureFacts, Signer, TimeStamp
    from smartcity_desktop.signing.opening import BoundedReader


def checks_of(
    one: SignatureFacts, person: Signatory, reader: BoundedReader, *, roots_given: bool
) -> Iterator[Check]:
    """Yield the checks of a signature in the field of a listed person."""
    who = title_of(person)
    yield check_integrity(one, who)
    if one.stands_alone:
        what = message("{who}: a time stamp stands where a signature belongs.", who=who)
        yield Check("signer", ok=False, detail=what)
    if one.signer is None:
        return
    yield _signer(one.signer, person, who)
    yield _changes(one, who, reader)
    if one.signer.trust is not Trust.UNKNOWN or one.intact:
        yield _trust(one, one.signer, roots_given=roots_given)
    if one.stamp is not None:
        yield check_stamp(one.stamp, who)


def check_integrity(one: SignatureFacts, who: str) -> Check:
    """Tell whether what was signed is what is there."""
    if one.intact:
        what = message("{who}: what was signed is unchanged, byte for byte.", who=who)
    elif not one.end:
        what = message("{who}: what stands in this field is no signature that can be read.",
                       who=who)  # fmt: skip
    else:
        what = message("{who}: the bytes that were signed have been changed.", who=who)
    return Check("integrity", one.intact, what)


def _signer(signer: Signer, person: Signatory, who: str) -> Check:
    expected = person.certificate_sha256
    if expected is None:
        what = message(
            "{who}: signer not fixed in advance; signed by {name}, certificate SHA-256 {found}.",
            who=who, name=signer.name, found=signer.sha256,
        )  # fmt: skip
        return Check("signer", ok=True, detail=what)
    if expected.lower() == signer.sha256:
        what = message("{who}: signed by {name} with the certificate that the document lists.",
                       who=who, name=signer.name)  # fmt: skip
        return Check("signer", ok=True, detail=what)
    what = message(
        "{who}: signed with the certificate {found} of {name}, but the document lists {expected}. "
        "Somebody else signed here.",
        who=who, name=signer.name, found=signer.sha256, expected=legible(expected),
    )  # fmt: skip
    return Check("signer", ok=False, detail=what)


def _changes(one: SignatureFacts, who: str, reader: BoundedReader) -> Check:
    if one.undisturbed:
        what = message("{who}: nothing but further signatures was added afterwards.", who=who)
        return Check("changes", ok=True, detail=what)
    what = message("{who}: the document was changed after this signature: {changes}.", who=who,
                   changes=changes_after(reader, one.revision))  # fmt: skip
    return Check("changes", ok=False, detail=what)


def _trust(one: SignatureFacts, signer: Signer, *, roots_given: bool) -> Check:
    if signer.trust is Trust.VOUCHED:
        what = message("{root} vouches for {name}.", root=signer.root, name=signer.name)
        return Check("trust", ok=True, detail=what)
    return Check("trust", ok=False, detail=_mistrust(one, signer, roots_given=roots_given))


def _mistrust(one: SignatureFacts, signer: Signer, *, roots_given: bool) -> Message:
    if signer.trust is Trust.OUT_OF_DATE:
        claimed = write_instant(one.claimed) if one.claimed else "?"
        return message(
            "The certificate of {name} holds from {first} to {last}. The signature says {claimed}, "
            "but no time stamp proves that it was there before the certificate ended.",
            name=signer.name, first=write_instant(signer.first), last=write_instant(signer.last),
            claimed=claimed,
        )  # fmt: skip
    if signer.trust is Trust.NOT_FOR_SIGNING:
        return message("The certificate of {name} is not meant for signing documents.",
                       name=signer.name)  # fmt: skip
    if signer.trust is Trust.WEAK:
        return message("The signature of {name} uses a method that is no longer safe.",
                       name=signer.name)  # fmt: skip
    facts = message(
        "certificate SHA-256 {sha256}, issued by {issuer}", sha256=signer.sha256,
        issuer=signer.issuer,
    )  # fmt: skip
    if roots_given:
        return message(
            "No given root vouches for {name} ({facts}). Compare this fingerprint with the one "
            "you got from {name}, or give the root certificate of the issuer.",
            name=signer.name, facts=facts,
        )  # fmt: skip
    return message(
        "No root certificate was given, so nobody vouches for {name} ({facts}). Compare this "
        "fingerprint with the one you got from {name}, or give the root certificate of the issuer.",
        name=signer.name, facts=facts,
    )  # fmt: skip


def check_stamp(stamp: TimeStamp, who: str) -> Check:
    """Tell what a time stamp proves; one without a known service harms nothing."""
    if not stamp.holds:
        what = message("{who}: the time stamp is damaged or belongs to something else.", who=who)
        return Check("timestamp", ok=False, detail=what)
    at = write_instant(stamp.at)
    if stamp.vouched:
        what = message("{who}: {service} proves that this existed at {at}.", who=who,
                       service=stamp.service, at=at)  # fmt: skip
    else:
        what = message(
            "{who}: time stamp of {at} by {service}, for whom no given root vouches; it proves "
            "nothing.",
            who=who, at=at, service=stamp.service,
        )  # fmt: skip
    return Check("timestamp", ok=True, detail=what)


def title_of(person: Signatory) -> str:
    """Return name and role, as a sentence begins with them."""
    parts = [part for part in (person.name, person.role) if part]
    return legible(", ".join(parts) or person.field)
