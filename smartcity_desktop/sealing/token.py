"""The token in a document's QR code: the declaration, signed once by the assessment's key.

Keys are one letter, so that the code stays large on paper: a assessment, d declaration number,
m mode (O or R), r SHA-256 of the results document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.sealing.canonical import canonical_bytes, read_canonical
from smartcity_desktop.sealing.encoding import from_base64url, to_base64url
from smartcity_desktop.sealing.fields import MalformedError, take_count, take_object, take_text
from smartcity_desktop.sealing.jws import read_jws, write_jws
from smartcity_desktop.sealing.keys import ES256, read_public_jwk, thumbprint

if TYPE_CHECKING:
    from smartcity_desktop.sealing.keys import PrivateKey

_KEYS = frozenset({"a", "d", "m", "r"})
_MODES = {"O": Mode.OFFICIAL, "R": Mode.REHEARSAL}


@dataclass(frozen=True, slots=True)
class DeclarationToken:
    """What the QR code says."""

    assessment: str
    declaration: int
    mode: Mode
    results_sha256: str


def write_token(token: DeclarationToken, key: PrivateKey) -> str:
    """Return the compact JWS; deterministic."""
    payload = {
        "a": to_base64url(bytes.fromhex(token.assessment)),
        "d": token.declaration,
        "m": "O" if token.mode is Mode.OFFICIAL else "R",
        "r": to_base64url(bytes.fromhex(token.results_sha256)),
    }
    return write_jws(key, {"kid": thumbprint(key.public_key())[:11]}, canonical_bytes(payload))


def read_token(text: str, public_key: str) -> DeclarationToken:
    """Return what the token says; raises ValueError when malformed or not by this key."""
    jws = read_jws(text)
    key = read_public_jwk(public_key)
    if jws.header != {"alg": ES256, "kid": thumbprint(key)[:11]} or not jws.holds(key):
        raise MalformedError("not signed by this assessment's key")
    record = take_object(read_canonical(jws.payload), _KEYS)
    return DeclarationToken(
        from_base64url(take_text(record, "a")).hex(),
        take_count(record, "d"),
        _MODES[take_text(record, "m")],
        from_base64url(take_text(record, "r")).hex(),
    )
