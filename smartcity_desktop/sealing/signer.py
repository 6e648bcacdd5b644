"""Private keys in use: made, opened, written down, signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.public_key import PublicKey, kind_refused, public_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Signer(Struct, frozen=True):
    """An open private key, and the certificates that a seal shows with it.

    Attributes:
        certificates: DER; the first is the key's own, each other certifies the one before.
    """

    private_key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    public: PublicKey
    certificates: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        """Return text without the key."""
        return f"Signer({self.public!r})"

    def sign(self, data: bytes) -> bytes:
        """Return the signature in JWS form; the same data always gives the same bytes.

        RSA: PKCS #1 v1.5. P-256: r and s, with the nonce of RFC 6979.
        """
        if isinstance(self.private_key, rsa.RSAPrivateKey):
            return self.private_key.sign(data, padding.PKCS1v15(), SHA256())
        kind = ec.ECDSA(SHA256(), deterministic_signing=True)
        r, s = decode_dss_signature(self.private_key.sign(data, kind))
        return r.to_bytes(32) + s.to_bytes(32)

    def with_certificates(self, certificates: Sequence[bytes]) -> Signer:
        """Return the same key showing these certificates in its seals."""
        return replace(self, certificates=tuple(certificates))


def make_key(randomness: Callable[[int], bytes]) -> Signer:
    """Make a P-256 key from 48 random bytes (FIPS 186-5, A.2.1: extra random bits)."""
    number = int.from_bytes(randomness(48)) % (P256_ORDER - 1) + 1
    return signer_for(ec.derive_private_key(number, ec.SECP256R1()))


def signer_for(private_key: object) -> Signer:
    """Return a signer for a private key; raises KeyRefusedError for kinds that are not allowed."""
    if isinstance(private_key, (ec.EllipticCurvePrivateKey, rsa.RSAPrivateKey)):
        return Signer(private_key, public_key(private_key.public_key()))
    raise kind_refused(private_key)


def write_pem(signer: Signer) -> bytes:
    """Return the private key as PKCS #8 in PEM, not protected by anything."""
    return signer.private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def read_pem(pem: bytes) -> Signer:
    """Return the key in unprotected PKCS #8; raises KeyRefusedError when it holds none."""
    try:
        return signer_for(serialization.load_pem_private_key(pem, None))
    except (ValueError, TypeError) as error:
        raise KeyRefusedError(message("This is no private key in PKCS #8.")) from error
