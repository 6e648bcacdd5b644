"""Private keys at rest: PKCS #8 wrapped with a passphrase in age format (scrypt), or a .p12."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing import age_file
from smartcity_desktop.sealing.keys import algorithm_of, private_pem, read_private_pem, thumbprint

if TYPE_CHECKING:
    from smartcity_desktop.sealing.keys import PrivateKey

SHORTEST_PASSPHRASE = 8


@dataclass(frozen=True, slots=True)
class Signer:
    """An unlocked key with its certificates, the key's own first; lives in memory only.

    Attributes:
        certificates: DER bytes, as they go into ``x5c``.
    """

    key: PrivateKey
    certificates: tuple[bytes, ...]

    @property
    def thumbprint(self) -> str:
        """RFC 7638 thumbprint of the public half."""
        return thumbprint(self.key.public_key())

    def __repr__(self) -> str:
        """Say which key, never the key."""
        return f"Signer({self.thumbprint})"


def wrap_key(key: PrivateKey, passphrase: str) -> bytes:
    """Return the private key in age format; about a second of scrypt.

    Raises:
        KeyRefusedError: the passphrase is shorter than 8 letters.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyRefusedError(
            message(
                "The passphrase must have at least {count} letters. Nothing was changed.",
                count=SHORTEST_PASSPHRASE,
            )
        )
    return age_file.wrap(private_pem(key), passphrase)


def unwrap_key(wrapped: bytes, passphrase: str) -> PrivateKey:
    """Return the private key; about a second of scrypt.

    Raises:
        KeyRefusedError: wrong passphrase or damaged bytes; which of the two cannot be told.
    """
    pem = age_file.unwrap(wrapped, passphrase)
    if pem is None:
        raise KeyRefusedError(
            message("The passphrase does not open this key. Nothing was changed; try again.")
        )
    return read_private_pem(pem)


def open_p12(data: bytes, passphrase: str) -> Signer:
    """Open a judge's own certificate file.

    Raises:
        KeyRefusedError: wrong passphrase, no key inside, or a key of a kind that is not accepted.
    """
    try:
        bundle = pkcs12.load_pkcs12(data, passphrase.encode())
    except (ValueError, TypeError):
        raise KeyRefusedError(
            message(
                "This .p12 file does not open: the passphrase is wrong or the file is damaged. "
                "Nothing was changed."
            )
        ) from None
    if bundle.key is None or bundle.cert is None:
        raise KeyRefusedError(
            message(
                "This .p12 file holds no private key with its certificate. Nothing was changed."
            )
        )
    if not isinstance(bundle.key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise KeyRefusedError(
            message(
                "This kind of key is not accepted. A judge's key is P-256, or RSA of at least "
                "2048 bits."
            )
        )
    algorithm_of(bundle.key.public_key())
    chain = [bundle.cert, *bundle.additional_certs]
    return Signer(
        bundle.key, tuple(entry.certificate.public_bytes(Encoding.DER) for entry in chain)
    )
