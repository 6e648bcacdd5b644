"""The enrolment proof: the issue key vouches, once, for the judge's own key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.sealing.canonical import canonical_bytes, read_canonical
from smartcity_desktop.sealing.fields import MalformedError, take_list, take_object, take_text
from smartcity_desktop.sealing.jws import read_jws, write_jws
from smartcity_desktop.sealing.keys import ES256, read_public_jwk

if TYPE_CHECKING:
    from smartcity_desktop.sealing.canonical import Json
    from smartcity_desktop.sealing.keys import PrivateKey

TYPE = "smartcity-enrolment"
_KEYS = frozenset({"assessment", "conflicts", "issue", "judge", "thumbprint", "time", "version"})
_CONFLICT = frozenset({"reason", "region"})


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the issue key signed.

    Attributes:
        thumbprint: of the judge's own key.
        conflicts: (region, reason) the judge declared, sorted by region.
    """

    assessment: str
    judge: str
    issue: str
    thumbprint: str
    conflicts: tuple[tuple[str, str], ...]
    time: str


def write_enrolment(enrolment: Enrolment, issue_key: PrivateKey) -> str:
    """Return the proof as a compact JWS."""
    payload = {
        "assessment": enrolment.assessment,
        "conflicts": [{"reason": why, "region": code} for code, why in enrolment.conflicts],
        "issue": enrolment.issue,
        "judge": enrolment.judge,
        "thumbprint": enrolment.thumbprint,
        "time": enrolment.time,
        "version": 1,
    }
    return write_jws(issue_key, {"typ": TYPE}, canonical_bytes(payload))


def read_enrolment(proof: str, issue_public_key: str) -> Enrolment:
    """Return what the issue key signed.

    Raises:
        ValueError: malformed, or not signed by this issue key.
    """
    jws = read_jws(proof)
    if jws.header != {"alg": ES256, "typ": TYPE}:
        raise MalformedError("not an enrolment proof")
    if not jws.holds(read_public_jwk(issue_public_key)):
        raise MalformedError("not signed by the issue key")
    record = take_object(read_canonical(jws.payload), _KEYS)
    if record["version"] != 1:
        raise MalformedError("version")
    return Enrolment(
        take_text(record, "assessment"),
        take_text(record, "judge"),
        take_text(record, "issue"),
        take_text(record, "thumbprint"),
        tuple(_read_conflict(item) for item in take_list(record, "conflicts")),
        take_text(record, "time"),
    )


def _read_conflict(item: Json) -> tuple[str, str]:
    record = take_object(item, _CONFLICT)
    return take_text(record, "region"), take_text(record, "reason")
