"""A small certificate authority, for demonstrations, rehearsals and tests.

It proves what its root proves: nothing to anybody who did not get the root from a trusted hand.
"""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""Extended key usage of RFC 9336."""

_DAY = timedelta(days=1)
_ROOT_LIFE = 3652 * _DAY


class KeyKind(Enum):
    """Keys that this authority makes."""

    P256 = "p256"
    RSA2048 = "rsa2048"


class Identity(Struct, frozen=True):
    """A certificate with its private key.

    Attributes:
        issuers: the certificates above it, nearest first; empty for a root.
    """

    certificate: x509.Certificate
    key: PrivateKey
    issuers: tuple[x509.Certificate, ...] = ()

    def __repr__(self) -> str:
        """Return text without the key."""
        return f"Identity({self.certificate!r})"

    def pem(self) -> bytes:
        """Return the certificate alone, as PEM; of a root this is what ``--trust`` takes."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def sha256(self) -> str:
        """Return the certificate's fingerprint, hexadecimal."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()


class CertificateMaker:
    """Makes certificates at one moment from one source of chance.

    With P-256 keys, the same moment and the same chance give the same keys and certificates.
    """

    def __init__(self, moment: datetime, random: Callable[[int], bytes],
                 kind: KeyKind = KeyKind.P256) -> None:  # fmt: skip
        """Take the moment from which certificates hold, and where randomness comes from."""
        self._moment = moment.replace(microsecond=0)
        self._random = random
        self._kind = kind

    def root(self, name: str, organisation: str) -> Identity:
        """Make a root that may stand above one issuing authority."""
        key = self._new_key()
        builder = self._builder(_subject(name, organisation), key, _ROOT_LIFE)
        builder = _as_authority(builder, path_length=1)
        certificate = self._sign(builder, _subject(name, organisation), key, key)
        return Identity(certificate, key)

    def issuing(self, above: Identity, name: str, organisation: str) -> Identity:
        """Make an authority below a root."""
        key = self._new_key()
        life = above.certificate.not_valid_after_utc - self._moment
        builder = self._builder(_subject(name, organisation), key, life)
        return self._issue(_as_authority(builder, path_length=0), above, key)

    def person(self, above: Identity, name: str, organisation: str, days: int = 730) -> Identity:
        """Make a certificate with which a person signs documents."""
        key = self._new_key()
        builder = self._builder(_subject(name, organisation), key, days * _DAY)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None),
                                        critical=True)  # fmt: skip
        builder = builder.add_extension(_usage(signs_documents=True), critical=True)
        purposes = x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
        return self._issue(builder.add_extension(purposes, critical=False), above, key)

    def _issue(self, builder: x509.CertificateBuilder, above: Identity, key: PrivateKey
               ) -> Identity:  # fmt: skip
        issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(above.key.public_key())
        builder = builder.add_extension(issuer_key, critical=False)
        certificate = self._sign(builder, above.certificate.subject, key, above.key)
        return Identity(certificate, key, (above.certificate, *above.issuers))

    def _builder(self, subject: x509.Name, key: PrivateKey, life: timedelta
                 ) -> x509.CertificateBuilder:  # fmt: skip
        # A quarter of an hour earlier: laptops without a network disagree about the time.
        start = self._moment - timedelta(minutes=15)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .public_key(key.public_key())
            .serial_number(int.from_bytes(self._random(16)) | 1)
            .not_valid_before(start)
            .not_valid_after(self._moment + life)
        )

    def _sign(
        self, builder: x509.CertificateBuilder, issuer: x509.Name, key: PrivateKey,
        issuer_key: PrivateKey,
    ) -> x509.Certificate:  # fmt: skip
        identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        builder = builder.issuer_name(issuer).add_extension(identifier, critical=False)
        deterministic = True if isinstance(issuer_key, ec.EllipticCurvePrivateKey) else None
        return builder.sign(issuer_key, hashes.SHA256(), ecdsa_deterministic=deterministic)

    def _new_key(self) -> PrivateKey:
        if self._kind is KeyKind.RSA2048:
            return rsa.generate_private_key(public_exponent=65537, key_size=2048)
        # 48 bytes reduced to 32 leave no bias worth the name (FIPS 186-5, A.2.1).
        curve = ec.SECP256R1()
        secret = int.from_bytes(self._random(48)) % (curve.group_order - 1) + 1
        return ec.derive_private_key(secret, curve)


def export_p12(identity: Identity, passphrase: str) -> bytes:
    """Return certificate, issuers and private key as a ``.p12`` file.

    The library encrypts the key with AES-256, but guards the file's integrity with a passphrase
    hash of 2,048 rounds only: a short passphrase can be guessed from the file. Five words or more.
    """
    name = identity.certificate.subject.rfc4514_string().encode()
    return pkcs12.serialize_key_and_certificates(
        name,
        identity.key,
        identity.certificate,
        identity.issuers,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )


def _subject(name: str, organisation: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "ID")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _as_authority(builder: x509.CertificateBuilder, path_length: int) -> x509.CertificateBuilder:
    constraints = x509.BasicConstraints(ca=True, path_length=path_length)
    builder = builder.add_extension(constraints, critical=True)
    return builder.add_extension(_usage(signs_documents=False), critical=True)


def _usage(*, signs_documents: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_documents,
        content_commitment=signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs_documents,
        crl_sign=not signs_documents,
        encipher_only=False,
        decipher_only=False,
    )
