"""Compact JWS (RFC 7515): three base64url parts; the signing input is the first two."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.sealing.canonical import Json, canonical_bytes, read_canonical
from smartcity_desktop.sealing.encoding import from_base64url, to_base64url
from smartcity_desktop.sealing.fields import MalformedError
from smartcity_desktop.sealing.keys import algorithm_of, sign_bytes, signature_holds

if TYPE_CHECKING:
    from smartcity_desktop.sealing.keys import PrivateKey, PublicKey

LONGEST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Jws:
    """A compact JWS taken apart; nothing in it is proven yet.

    Attributes:
        digest: SHA-256 of the signing input: what is signed, whatever the signature bytes.
    """

    header: dict[str, Json]
    payload: bytes
    signature: bytes
    signing_input: bytes

    @property
    def digest(self) -> str:
        """Hexadecimal SHA-256 of the signing input."""
        return hashlib.sha256(self.signing_input).hexdigest()

    def holds(self, key: PublicKey) -> bool:
        """Whether the signature is this key's, by the key's own algorithm."""
        return signature_holds(key, self.signature, self.signing_input)


def write_jws(key: PrivateKey, header: dict[str, Json], payload: bytes) -> str:
    """Return the compact JWS; ``alg`` follows from the key."""
    full = {"alg": algorithm_of(key.public_key()), **header}
    start = f"{to_base64url(canonical_bytes(full))}.{to_base64url(payload)}"
    return f"{start}.{to_base64url(sign_bytes(key, start.encode()))}"


def read_jws(text: str) -> Jws:
    """Take a compact JWS apart; raises ValueError for any other form."""
    if len(text) > LONGEST:
        raise ValueError("too long")
    parts = text.split(".")
    if len(parts) != 3:
        raise ValueError("not three parts")
    header = read_canonical(from_base64url(parts[0]))
    if not isinstance(header, dict):
        raise MalformedError("the header is no object")
    return Jws(
        header,
        from_base64url(parts[1]),
        from_base64url(parts[2]),
        f"{parts[0]}.{parts[1]}".encode("ascii"),
    )
