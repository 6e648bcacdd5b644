"""The certificate that somebody is expected to sign with: its fingerprint, from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.given_file import read_bytes

if TYPE_CHECKING:
    from pathlib import Path


def certificate_fingerprint(path: Path) -> str:
    """Return the SHA-256 of a certificate (PEM or DER, without a key), hexadecimal.

    Raises:
        InputError: the file cannot be read or is no certificate.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    data = read_bytes(path)
    load = (
        x509.load_pem_x509_certificate if b"-----BEGIN" in data else x509.load_der_x509_certificate
    )
    try:
        return load(data).fingerprint(hashes.SHA256()).hex()
    except ValueError as error:
        raise InputError(
            Problem(
                str(path),
                message(
                    "This is no certificate (PEM or DER). Ask the signer for the public "
                    "certificate alone; a .p12 file is never handed over."
                ),
            )
        ) from error
