"""The enrolment proof: the issue key vouches once for the judge's key, then it is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.canonical import canonical_bytes
from smartcity_desktop.sealing.jws import read_jws, write_jws
from smartcity_desktop.sealing.public_key import read_jwk
from smartcity_desktop.sealing.strict_object import MalformedError, is_ascending, read_object

if TYPE_CHECKING:
    from smartcity_desktop.sealing.signer import Signer

TYP = "smartcity-enrolment"
TYPE = "smartcity-desktop/enrolment"
VERSION = 1

_KEYS = ("assessment", "conflicts", "issue", "judge", "thumbprint", "time", "type", "version")


class Enrolment(Struct, frozen=True):
    """What the issue key signs when a judge enrols.

    Attributes:
        thumbprint: RFC 7638 thumbprint of the judge's key.
        conflicts: (region, reason) conflicts of interest the judge declares, sorted by region.
    """

    assessment: str
    judge: str
    issue: str
    thumbprint: str
    conflicts: tuple[tuple[str, str], ...]
    time: str


def make_enrolment(enrolment: Enrolment, issue_key: Signer) -> str:
    """Return the proof: a compact JWS by the issue key."""
    payload = canonical_bytes(
        {
            "assessment": enrolment.assessment,
            "conflicts": [
                {"reason": reason, "region": region} for region, reason in enrolment.conflicts
            ],
            "issue": enrolment.issue,
            "judge": enrolment.judge,
            "thumbprint": enrolment.thumbprint,
            "time": enrolment.time,
            "type": TYPE,
            "version": VERSION,
        }
    )
    _read(payload)
    return write_jws({"typ": TYP}, payload, issue_key)


def check_enrolment(proof: str, issue_public_key: str) -> Enrolment:
    """Return what the proof says, once the issue's public key (JWK text) has verified it.

    Raises:
        KeyRefusedError: the issue key did not sign this, or it is no enrolment proof.
    """
    try:
        jws = read_jws(proof, TYP)
        if not jws.is_signed_by(read_jwk(issue_public_key)):
            raise KeyRefusedError(
                message("The enrolment proof was not signed by the key of this panel file.")
            )
        return _read(jws.payload)
    except InputError as error:
        raise KeyRefusedError(message("The enrolment proof is damaged.")) from error


def _read(payload: bytes) -> Enrolment:
    document = read_object(payload, _KEYS)
    document.exactly("type", TYPE)
    document.exactly("version", VERSION)
    conflicts = document.parts("conflicts", ("reason", "region"))
    regions = tuple(conflict.line("region") for conflict in conflicts)
    if not is_ascending(regions):
        raise MalformedError("conflicts")
    return Enrolment(
        assessment=document.line("assessment"),
        judge=document.line("judge"),
        issue=document.line("issue"),
        thumbprint=document.line("thumbprint"),
        conflicts=tuple(
            (region, conflict.line("reason"))
            for region, conflict in zip(regions, conflicts, strict=True)
        ),
        time=document.instant("time"),
    )
