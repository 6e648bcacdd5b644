"""Certificates: a judge's self-made one, and what any certificate shows."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from msgspec import Struct

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.public_key import Algorithm, PublicKey, public_key

if TYPE_CHECKING:
    from datetime import datetime

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.sealing.signer import Signer

YEARS = 10
_LONGEST_NAME = 64
"""X.520's upper bound of a common name."""


class Certificate(Struct, frozen=True):
    """What a certificate says. Its dates are shown, and are never a reason to refuse.

    Attributes:
        subject: RFC 4514 text. sha256: of the DER bytes.
        not_before, not_after: moments as the files carry them.
    """

    key: PublicKey
    subject: str
    sha256: str
    not_before: str
    not_after: str


def make_certificate(signer: Signer, judge: Judge, moment: datetime) -> bytes:
    """Return a self-signed certificate (DER) for a judge's key, valid for ten years.

    The same key, judge and moment give the same bytes.
    """
    start = moment.replace(microsecond=0)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.USER_ID, judge.id),
            x509.NameAttribute(NameOID.COMMON_NAME, (judge.name or judge.id)[:_LONGEST_NAME]),
        ]
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(signer.private_key.public_key())
        .serial_number(_serial(name, signer.public, write_instant(moment)))
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365 * YEARS + YEARS // 4))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_SEALING_ONLY, critical=True)
        .sign(signer.private_key, SHA256(), ecdsa_deterministic=_deterministic(signer.public))
        .public_bytes(Encoding.DER)
    )


def read_certificate(der: bytes) -> Certificate:
    """Return what a certificate says.

    Raises:
        KeyRefusedError: no X.509 certificate, or one for a key that is not allowed.
    """
    try:
        found = x509.load_der_x509_certificate(der)
        return Certificate(
            key=public_key(found.public_key()),
            subject=_for_display(found.subject.rfc4514_string()),
            sha256=hashlib.sha256(der).hexdigest(),
            not_before=write_instant(found.not_valid_before_utc),
            not_after=write_instant(found.not_valid_after_utc),
        )
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyRefusedError(message("This is no readable X.509 certificate.")) from error


def _deterministic(key: PublicKey) -> bool | None:
    """RSA signatures are deterministic anyway, and the library wants no word about them."""
    return True if key.algorithm is Algorithm.ES256 else None


def _serial(name: x509.Name, key: PublicKey, moment: str) -> int:
    """Return a positive serial number of at most 19 bytes, different for different contents."""
    content = b"\n".join((name.public_bytes(), key.jwk.encode(), moment.encode()))
    return int.from_bytes(hashlib.sha256(content).digest()[:19]) | 1


def _for_display(subject: str) -> str:
    """A name is a stranger's text: nothing in it may steer a terminal."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in subject
    )


_SEALING_ONLY = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
