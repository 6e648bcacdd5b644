"""Public keys: which are allowed, how they are written, what they verify."""

from __future__ import annotations

import hashlib
from enum import Enum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.base64url import read_base64url, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes
from smartcity_desktop.sealing.strict_object import read_object

SMALLEST_RSA, LARGEST_RSA = 2048, 8192
"""Bits; the upper bound keeps a hostile key from costing minutes."""

_COORDINATE = 32


class Algorithm(Enum):
    """The JWS algorithm follows from the key, never from what a header says."""

    ES256 = "ES256"
    RS256 = "RS256"


class PublicKey(Struct, frozen=True, eq=False):
    """A P-256 or RSA key.

    Attributes:
        jwk: canonical JWK text: crv, kty, x, y or e, kty, n.
    """

    algorithm: Algorithm
    jwk: str
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey

    def __eq__(self, other: object) -> bool:
        """Whether both are the same key; the JWK says all of it."""
        return isinstance(other, PublicKey) and self.jwk == other.jwk

    def __ne__(self, other: object) -> bool:
        """Whether they differ; a Struct has its own answer, which knows nothing of ours."""
        return not self == other

    def __hash__(self) -> int:
        """Return what equal keys have in common."""
        return hash(self.jwk)

    def __repr__(self) -> str:
        """Return the key as its JWK."""
        return f"PublicKey({self.jwk})"

    @property
    def thumbprint(self) -> str:
        """Return the RFC 7638 thumbprint: SHA-256 of the JWK text in base64url."""
        return write_base64url(hashlib.sha256(self.jwk.encode()).digest())

    def verifies(self, data: bytes, signature: bytes) -> bool:
        """Whether the signature, in JWS form, is this key's signature of the data."""
        try:
            if isinstance(self.key, rsa.RSAPublicKey):
                self.key.verify(signature, data, padding.PKCS1v15(), SHA256())
                return True
            if len(signature) != 2 * _COORDINATE:
                return False
            r, s = (
                int.from_bytes(half) for half in (signature[:_COORDINATE], signature[_COORDINATE:])
            )
            self.key.verify(encode_dss_signature(r, s), data, ec.ECDSA(SHA256()))
        except InvalidSignature:
            return False
        return True


def public_key(key: object) -> PublicKey:
    """Return an allowed key with its JWK.

    Raises:
        KeyRefusedError: neither P-256 nor RSA of 2048 to 8192 bits; the sentence names what it is.
    """
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        numbers = key.public_numbers()
        jwk = {
            "crv": "P-256",
            "kty": "EC",
            "x": write_base64url(numbers.x.to_bytes(_COORDINATE)),
            "y": write_base64url(numbers.y.to_bytes(_COORDINATE)),
        }
        return PublicKey(Algorithm.ES256, canonical_bytes(jwk).decode(), key)
    if isinstance(key, rsa.RSAPublicKey) and SMALLEST_RSA <= key.key_size <= LARGEST_RSA:
        rsa_numbers = key.public_numbers()
        jwk = {
            "e": _write_integer(rsa_numbers.e),
            "kty": "RSA",
            "n": _write_integer(rsa_numbers.n),
        }
        return PublicKey(Algorithm.RS256, canonical_bytes(jwk).decode(), key)
    raise kind_refused(key)


def kind_refused(key: object) -> KeyRefusedError:
    """Return the error for a key, public or private, of a kind that is not allowed."""
    return KeyRefusedError(
        message(
            "A key of the kind {kind} cannot be used. Use a P-256 key or an RSA key of 2048 to "
            "8192 bits.",
            kind=_kind_of(key),
        )
    )


def read_jwk(text: str) -> PublicKey:
    """Return the P-256 key in a canonical JWK text, as issue and assessment keys are written.

    Raises:
        KeyRefusedError: any other text, or a point that does not lie on the curve.
    """
    try:
        jwk = read_object(text.encode(), ("crv", "kty", "x", "y"))
        jwk.exactly("crv", "P-256")
        jwk.exactly("kty", "EC")
        x, y = (read_base64url(jwk.line(key)) for key in ("x", "y"))
        numbers = ec.EllipticCurvePublicNumbers(
            int.from_bytes(x), int.from_bytes(y), ec.SECP256R1()
        )
        found = public_key(numbers.public_key())
    except (ValueError, InputError) as error:
        raise KeyRefusedError(_NO_JWK) from error
    if found.jwk != text:
        raise KeyRefusedError(_NO_JWK)
    return found


_NO_JWK = message("This is not the canonical JWK text of a P-256 key.")


def _write_integer(number: int) -> str:
    return write_base64url(number.to_bytes((number.bit_length() + 7) // 8))


def _kind_of(key: object) -> str:
    if isinstance(key, (ec.EllipticCurvePublicKey, ec.EllipticCurvePrivateKey)):
        return key.curve.name
    if isinstance(key, (rsa.RSAPublicKey, rsa.RSAPrivateKey)):
        return f"RSA {key.key_size}"
    name = type(key).__name__.lstrip("_")
    return name.removesuffix("PublicKey").removesuffix("PrivateKey")
