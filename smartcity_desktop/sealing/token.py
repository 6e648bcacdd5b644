"""The token in a document's QR code: the declaration, signed once by the assessment's key.

Its keys are short, so that the code stays large on paper: id assessment, mode, no declaration
number, results SHA-256 of the results document; both digests as base64url of their bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.errors import InputError, KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.base64url import read_base64url, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes
from smartcity_desktop.sealing.jws import read_jws, write_jws
from smartcity_desktop.sealing.public_key import read_jwk
from smartcity_desktop.sealing.strict_object import read_object

if TYPE_CHECKING:
    from smartcity_desktop.sealing.public_key import PublicKey
    from smartcity_desktop.sealing.signer import Signer

TYP = "smartcity-declaration"
_KEYS = ("id", "mode", "no", "results")
_KEY_ID_BYTES = 8


class DeclarationToken(Struct, frozen=True):
    """What the QR code says.

    Attributes:
        assessment: 32 hexadecimal characters. results_sha256: 64 of them.
    """

    assessment: str
    declaration: int
    mode: Mode
    results_sha256: str


def write_token(token: DeclarationToken, key: Signer) -> str:
    """Return the compact JWS, about 320 characters; the same token and key give the same text."""
    payload = {
        "id": write_base64url(bytes.fromhex(token.assessment)),
        "mode": token.mode.value,
        "no": token.declaration,
        "results": write_base64url(bytes.fromhex(token.results_sha256)),
    }
    header = {"kid": key_id(key.public), "typ": TYP}
    return write_jws(header, canonical_bytes(payload), key)


def read_token(text: str, public_key: str) -> DeclarationToken:
    """Return what the token says, once the assessment's public key (JWK text) has verified it.

    Raises:
        KeyRefusedError: the assessment's key did not sign this, or it is no such token.
    """
    try:
        jws = read_jws(text, TYP, ("kid",))
        key = read_jwk(public_key)
        jws.header.exactly("kid", key_id(key))
        if not jws.is_signed_by(key):
            raise KeyRefusedError(_NOT_OURS)
        record = read_object(jws.payload, _KEYS)
        token = DeclarationToken(
            read_base64url(record.line("id")).hex(),
            record.count("no", 1),
            Mode(record.line("mode")),
            read_base64url(record.line("results")).hex(),
        )
    except (ValueError, InputError) as error:
        raise KeyRefusedError(_NOT_OURS) from error
    if len(token.assessment) != 32 or len(token.results_sha256) != 64:
        raise KeyRefusedError(_NOT_OURS)
    return token


def claimed_key_id(text: str) -> str | None:
    """Return the id of the key that a token says it was signed with; None where it is no token.

    Nothing is verified by this.
    """
    try:
        return read_jws(text, TYP, ("kid",)).header.line("kid")
    except InputError:
        return None


def key_id(key: PublicKey) -> str:
    """Return the first 8 bytes of the key's thumbprint in base64url."""
    return write_base64url(read_base64url(key.thumbprint)[:_KEY_ID_BYTES])


_NOT_OURS = message("The code was not signed by this assessment's key. Do not rely on the paper.")
