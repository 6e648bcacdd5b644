"""The key somebody signs documents with, and whether it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from msgspec import Struct
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from smartcity_desktop.domain.errors import KeyRefusedError, Problem
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from smartcity_desktop.domain.message import Message

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
"""Hashes that are signed with, by the PDF library's names."""

CURVE_HASH = {"secp256r1": "sha256", "secp384r1": "sha384", "secp521r1": "sha512"}
"""The accepted curves, each with the hash that fits it."""


class PdfSignerKey(Struct, frozen=True):
    """A private key with its certificate; never shown, never written.

    Attributes:
        issuers: other certificates that came with it.
    """

    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...]
    private_key: PrivateKey

    def __repr__(self) -> str:
        """Return text without the key."""
        return f"PdfSignerKey({self.certificate!r})"

    @property
    def name(self) -> str:
        """Whom the certificate names."""
        return name_in(self.certificate.subject)

    @property
    def issuer(self) -> str:
        """Who issued the certificate, as it says itself."""
        return name_in(self.certificate.issuer)

    @property
    def certificate_sha256(self) -> str:
        """Fingerprint of the certificate, hexadecimal."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @property
    def hash_name(self) -> str:
        """The hash this key signs with, in the PDF library's spelling."""
        if isinstance(self.private_key, rsa.RSAPrivateKey):
            return "sha256"
        return CURVE_HASH[self.private_key.curve.name]

    def refuse_unless_fit(self, moment: datetime) -> None:
        """Raise KeyRefusedError, with every reason, unless the key may sign at this moment."""
        problems = tuple(Problem("", reason) for reason in self._unfit(moment))
        if problems:
            raise KeyRefusedError(problems)

    def _unfit(self, moment: datetime) -> Iterator[Message]:
        first, last = self.certificate.not_valid_before_utc, self.certificate.not_valid_after_utc
        if not first <= moment <= last:
            yield message(
                "The certificate of {name} holds from {first} to {last}, and it is now {now}. "
                "Nothing was signed. Check this computer's clock, or ask {issuer} for a new "
                "certificate.",
                name=self.name, first=write_instant(first), last=write_instant(last),
                now=write_instant(moment), issuer=self.issuer,
            )  # fmt: skip
        if not _may_sign(self.certificate):
            yield message(
                "The certificate of {name} is not meant for signing documents. Nothing was "
                "signed. Use a certificate for electronic signatures.",
                name=self.name,
            )


class LibrarySigner(Signer):
    """Lends a key to the PDF library, which would load it anew for every signature."""

    def __init__(self, key: PdfSignerKey) -> None:
        """Take the key and the certificates that go into the signature."""
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        registry.register_multiple([_translated(one) for one in key.issuers])
        super().__init__(signing_cert=_translated(key.certificate), cert_registry=registry)
        self._key = key

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002
    ) -> bytes:
        """Sign; a dry run only asks how long a signature is."""
        private, algorithm = self._key.private_key, HASHES[digest_algorithm]
        if isinstance(private, rsa.RSAPrivateKey):
            if dry_run:
                return bytes(private.key_size // 8)
            return private.sign(data, padding.PKCS1v15(), algorithm)
        return private.sign(data, ec.ECDSA(algorithm, deterministic_signing=True))


def name_in(name: x509.Name) -> str:
    """Return what a person would call a certificate's subject or issuer."""
    for wanted in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for attribute in name.get_attributes_for_oid(wanted):
            value = attribute.value
            return legible(value if isinstance(value, str) else value.decode("latin-1"))
    return legible(name.rfc4514_string())


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    return usage.digital_signature or usage.content_commitment


def _translated(certificate: x509.Certificate) -> asn1_x509.Certificate:
    der = certificate.public_bytes(serialization.Encoding.DER)
    return asn1_x509.Certificate.load(der)
