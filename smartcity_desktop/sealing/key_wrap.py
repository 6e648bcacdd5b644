"""A private key wrapped with a passphrase in age format (scrypt), so that any age tool opens it.

Written here, because the format's libraries choose the scrypt cost by the speed of the machine
at hand; a key made on a fast laptop must open on a slow one. Reading is left to pyrage.
Source of the format: https://age-encryption.org/v1
"""

from __future__ import annotations

import base64
import unicodedata
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.signer import Signer, read_pem, write_pem

if TYPE_CHECKING:
    from collections.abc import Callable

WORK = 18
"""log2 of the scrypt cost that the age tool itself uses: about a second and 256 MB of memory."""

SHORTEST_PASSPHRASE = 8

_VERSION = b"age-encryption.org/v1\n"
_LABEL = b"age-encryption.org/v1/scrypt"
_CHUNK = 64 * 1024


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect a new key; raises KeyRefusedError."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyRefusedError(
            message(
                "The passphrase must have at least {count} letters. Nothing was changed.",
                count=SHORTEST_PASSPHRASE,
            )
        )


def wrap_key(
    signer: Signer, passphrase: str, randomness: Callable[[int], bytes], work: int = WORK
) -> bytes:
    """Return the key's PKCS #8 PEM as an age file that this passphrase opens.

    A lower ``work`` serves rehearsals and tests, where the passphrase protects nothing.

    Raises:
        KeyRefusedError: the passphrase is empty.
    """
    if not passphrase:
        raise KeyRefusedError(message("An empty passphrase protects nothing. Choose another."))
    file_key, salt, nonce = (randomness(16) for _ in range(3))
    stanza = b"-> scrypt %b %d\n" % (_base64(salt), work)
    wrapping = Scrypt(salt=_LABEL + salt, length=32, n=2**work, r=8, p=1)
    wrapped = ChaCha20Poly1305(wrapping.derive(_bytes_of(passphrase))).encrypt(
        bytes(12), file_key, None
    )
    header = _VERSION + stanza + _base64(wrapped) + b"\n---"
    mac = HMAC(_derive(file_key, b"", b"header"), SHA256())
    mac.update(header)
    return b"%b %b\n%b%b" % (
        header,
        _base64(mac.finalize()),
        nonce,
        _encrypt(_derive(file_key, nonce, b"payload"), write_pem(signer)),
    )


def unlock_key(wrapped: bytes, passphrase: str) -> Signer:
    """Open a wrapped key; costs what it cost to wrap it, so open it once and keep the signer.

    Raises:
        KeyRefusedError: the passphrase is wrong, or this is no key wrapped in age format.
    """
    import pyrage  # type: ignore[import-untyped]

    if not wrapped.startswith(_VERSION):
        raise KeyRefusedError(message("This is no key wrapped in age format."))
    try:
        pem = pyrage.passphrase.decrypt(wrapped, unicodedata.normalize("NFC", passphrase))
    except pyrage.DecryptError as error:
        raise KeyRefusedError(
            message(
                "The passphrase does not open this key. Nothing was changed; try again, or make "
                "a new key if it is forgotten."
            )
        ) from error
    return read_pem(pem)


def _encrypt(key: bytes, plain: bytes) -> bytes:
    """Return the age payload; a PEM key always fits into its first and last chunk."""
    if len(plain) > _CHUNK:
        raise ValueError("more than one chunk")
    return ChaCha20Poly1305(key).encrypt(bytes(11) + b"\x01", plain, None)


def _derive(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=info).derive(key)


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _bytes_of(passphrase: str) -> bytes:
    """One normal form, whatever keyboard the letters come from."""
    return unicodedata.normalize("NFC", passphrase).encode()
