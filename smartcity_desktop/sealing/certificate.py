"""The judge's certificate: self-made, so that JOSE and PDF tools find a name beside the key."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.sealing.keys import algorithm_of, public_jwk, thumbprint

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.sealing.keys import PublicKey

_YEARS = datetime.timedelta(days=3652)
_LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What is read out of a certificate. Its dates are shown, never a reason to refuse."""

    key: PublicKey
    thumbprint: str
    sha256: str
    subject: str
    not_before: str
    not_after: str


def make_certificate(
    key: ec.EllipticCurvePrivateKey, judge: Judge, moment: datetime.datetime
) -> bytes:
    """Return a self-signed certificate (DER); the same input gives the same bytes."""
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, judge.name[:_LONGEST_NAME] or judge.id),
            x509.NameAttribute(NameOID.USER_ID, judge.id),
        ]
    )
    public = key.public_key()
    serial = int.from_bytes(hashlib.sha256(public_jwk(public).encode()).digest()[:16], "big")
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(serial >> 1 or 1)
        .not_valid_before(moment)
        .not_valid_after(moment + _YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256(), ecdsa_deterministic=True)
    )
    return certificate.public_bytes(Encoding.DER)


def read_certificate(der: bytes) -> CertificateFacts:
    """Return the facts of a certificate.

    Raises:
        KeyRefusedError: not a certificate, or a key of a kind that is not accepted.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
        key = certificate.public_key()
        subject = certificate.subject.rfc4514_string()
    except Exception as error:
        raise KeyRefusedError(message("The certificate in the seal is damaged.")) from error
    if not isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        raise KeyRefusedError(message("The certificate's key is of a kind that is not accepted."))
    algorithm_of(key)
    return CertificateFacts(
        key,
        thumbprint(key),
        hashlib.sha256(der).hexdigest(),
        subject,
        certificate.not_valid_before_utc.isoformat(),
        certificate.not_valid_after_utc.isoformat(),
    )
