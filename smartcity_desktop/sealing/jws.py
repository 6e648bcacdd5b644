"""Compact JWS (RFC 7515), as little of it as is needed, read strictly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.base64url import read_base64url, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes, sha256_hex
from smartcity_desktop.sealing.strict_object import StrictObject, read_object

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.sealing.public_key import PublicKey
    from smartcity_desktop.sealing.signer import Signer

LONGEST = 8 * 1024 * 1024
"""Characters; a seal of 514 regions has about 80,000."""


class JwsError(InputError):
    """A text that is no compact JWS of the published form."""


class Jws(Struct, frozen=True):
    """The parts of a compact JWS; nothing about them is verified yet.

    Attributes:
        alg: what the header claims; believed only where it equals the key's algorithm.
        signing_input: the bytes that are signed.
    """

    alg: str
    header: StrictObject
    payload: bytes
    signature: bytes
    signing_input: bytes

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the signing input; signature bytes are part of no identity."""
        return sha256_hex(self.signing_input)

    def is_signed_by(self, key: PublicKey) -> bool:
        """Whether the header names the key's own algorithm and the signature is the key's."""
        return self.alg == key.algorithm.value and key.verifies(self.signing_input, self.signature)


def write_jws(header: Mapping[str, object], payload: bytes, signer: Signer) -> str:
    """Return the compact JWS; ``alg`` is added to the header and follows from the key."""
    head = canonical_bytes({**header, "alg": signer.public.algorithm.value})
    signing_input = f"{write_base64url(head)}.{write_base64url(payload)}"
    return f"{signing_input}.{write_base64url(signer.sign(signing_input.encode()))}"


def read_jws(text: str, typ: str, others: Sequence[str] = ()) -> Jws:
    """Take a compact JWS apart: header exactly ``alg``, ``typ`` and the others.

    Raises:
        JwsError: not three parts of strict base64url, or another header.
    """
    parts = text.split(".") if len(text) <= LONGEST else []
    if len(parts) != 3:
        raise JwsError(message("This is no compact JWS of three parts."))
    try:
        head, payload, signature = map(read_base64url, parts)
        header = read_object(head, ("alg", "typ", *others))
        header.exactly("typ", typ)
        alg = header.line("alg")
    except (ValueError, InputError) as error:
        raise JwsError(
            message("The JWS is not in base64url, or its header is not the published one.")
        ) from error
    return Jws(alg, header, payload, signature, text[: text.rindex(".")].encode())
