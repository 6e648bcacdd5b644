"""Opening a ``.p12`` file: a private key and its certificate under a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import pkcs12 as asn1_pkcs12  # type: ignore[import-untyped]
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.key import CURVE_HASH, PdfSignerKey, PrivateKey

if TYPE_CHECKING:
    from cryptography import x509

_MAX_FILE = 2**20
_MAX_ROUNDS = 10_000_000
"""Of passphrase hashing; more would only serve to hang the program."""


def open_p12(data: bytes, passphrase: str) -> PdfSignerKey:
    """Open a ``.p12`` file.

    Raises:
        KeyRefusedError: wrong passphrase, no such file, no key in it, or a key that nobody
            should trust.
    """
    _refuse_foreign(data)
    try:
        bundle = pkcs12.load_pkcs12(data, passphrase.encode())
    except UnsupportedAlgorithm:
        raise KeyRefusedError(
            message("This .p12 file is locked in an old way that this program does not read. "
                    "Export it again with AES encryption.")
        ) from None  # fmt: skip
    except ValueError:
        raise KeyRefusedError(
            message("The passphrase does not open this .p12 file. Nothing was changed; try again.")
        ) from None
    if bundle.cert is None or bundle.key is None:
        raise KeyRefusedError(
            message("This .p12 file holds no private key with its certificate. Export the key "
                    "and the certificate together.")
        )  # fmt: skip
    key = _accepted(bundle.key)
    certificate = bundle.cert.certificate
    if _public_bytes(key) != _public_bytes(certificate):
        raise KeyRefusedError(
            message("The private key in this .p12 file does not belong to its certificate.")
        )
    return PdfSignerKey(certificate, tuple(c.certificate for c in bundle.additional_certs), key)


def _refuse_foreign(data: bytes) -> None:
    refused = KeyRefusedError(message("This is not a .p12 file."))
    if len(data) > _MAX_FILE:
        raise refused
    try:
        outer = asn1_pkcs12.Pfx.load(data, strict=True)
        known = outer["version"].native == "v3"
        rounds = outer["mac_data"]["iterations"].native if outer["mac_data"].native else 0
    except (ValueError, TypeError, LookupError):
        raise refused from None
    if not known or rounds > _MAX_ROUNDS:
        raise refused


def _accepted(key: object) -> PrivateKey:
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= 2048:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in CURVE_HASH:
        return key
    raise KeyRefusedError(
        message("The key in this .p12 file is of a kind that is not accepted for signatures. "
                "Accepted are RSA with 2,048 bits or more, and the curves P-256, P-384, P-521.")
    )  # fmt: skip


def _public_bytes(holder: PrivateKey | x509.Certificate) -> bytes:
    return holder.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
