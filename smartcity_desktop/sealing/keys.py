"""Keys: P-256 made here, or a judge's own; public halves as JWK; signatures as in JWS."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.canonical import canonical_bytes, read_canonical
from smartcity_desktop.sealing.encoding import from_base64url, to_base64url

if TYPE_CHECKING:
    PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    PublicKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey

ES256 = "ES256"
RS256 = "RS256"
SMALLEST_RSA = 2048
_COORDINATE = 32


def make_key() -> ec.EllipticCurvePrivateKey:
    """Return a new P-256 key; the randomness is the operating system's."""
    return ec.generate_private_key(ec.SECP256R1())


def algorithm_of(key: PublicKey) -> str:
    """Return the one JWS algorithm of a key: P-256 signs ES256, RSA of 2048 bits or more RS256.

    Raises:
        KeyRefusedError: any other key.
    """
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return ES256
    if isinstance(key, rsa.RSAPublicKey) and key.key_size >= SMALLEST_RSA:
        return RS256
    raise KeyRefusedError(
        message(
            "This kind of key is not accepted. A judge's key is P-256, or RSA of at least 2048 "
            "bits."
        )
    )


def public_jwk(key: PublicKey) -> str:
    """Return the public key as canonical JWK text: required members only (RFC 7638)."""
    if isinstance(key, ec.EllipticCurvePublicKey):
        numbers = key.public_numbers()
        jwk = {
            "crv": "P-256",
            "kty": "EC",
            "x": to_base64url(numbers.x.to_bytes(_COORDINATE, "big")),
            "y": to_base64url(numbers.y.to_bytes(_COORDINATE, "big")),
        }
    else:
        rsa_numbers = key.public_numbers()
        jwk = {
            "e": to_base64url(_big_endian(rsa_numbers.e)),
            "kty": "RSA",
            "n": to_base64url(_big_endian(rsa_numbers.n)),
        }
    return canonical_bytes(jwk).decode()


def read_public_jwk(text: str) -> ec.EllipticCurvePublicKey:
    """Return the P-256 key of a canonical JWK; raises ValueError for anything else."""
    jwk = read_canonical(text.encode())
    if not isinstance(jwk, dict) or set(jwk) != {"crv", "kty", "x", "y"}:
        raise ValueError("not a P-256 JWK")
    if jwk["kty"] != "EC" or jwk["crv"] != "P-256":
        raise ValueError("not a P-256 JWK")
    x, y = from_base64url(str(jwk["x"])), from_base64url(str(jwk["y"]))
    if len(x) != _COORDINATE or len(y) != _COORDINATE:
        raise ValueError("not a P-256 JWK")
    numbers = ec.EllipticCurvePublicNumbers(
        int.from_bytes(x, "big"), int.from_bytes(y, "big"), ec.SECP256R1()
    )
    return numbers.public_key()


def thumbprint(key: PublicKey) -> str:
    """Return the RFC 7638 thumbprint: base64url of SHA-256 over the canonical JWK."""
    return to_base64url(hashlib.sha256(public_jwk(key).encode()).digest())


def sign_bytes(key: PrivateKey, data: bytes) -> bytes:
    """Return the JWS signature: R || S with RFC 6979 nonces, or PKCS #1 v1.5; deterministic."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    der = key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    r, s = decode_dss_signature(der)
    return r.to_bytes(_COORDINATE, "big") + s.to_bytes(_COORDINATE, "big")


def signature_holds(key: PublicKey, signature: bytes, data: bytes) -> bool:
    """Whether the JWS signature over ``data`` was made with this key's private half."""
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
            return True
        if len(signature) != 2 * _COORDINATE:
            return False
        r = int.from_bytes(signature[:_COORDINATE], "big")
        s = int.from_bytes(signature[_COORDINATE:], "big")
        key.verify(encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def private_pem(key: PrivateKey) -> bytes:
    """Return the private key as PKCS #8 PEM, unencrypted: for an issue key, or before wrapping."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def read_private_pem(pem: bytes) -> PrivateKey:
    """Return the private key of a PKCS #8 PEM; raises KeyRefusedError for another kind."""
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError):
        key = None
    if isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        algorithm_of(key.public_key())
        return key
    raise KeyRefusedError(message("The private key in this file is damaged."))


def _big_endian(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")
