"""Certificates that somebody chose to trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography import x509
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]


def read_roots(files: Sequence[bytes]) -> tuple[asn1_x509.Certificate, ...]:
    """Return the certificates in PEM (one or several) or DER files.

    Raises:
        InputError: every file that holds no certificate, by its place in the list.
    """
    found: list[x509.Certificate] = []
    problems: list[Problem] = []
    for number, data in enumerate(files, start=1):
        try:
            found.extend(_certificates(data))
        except ValueError:
            problems.append(
                Problem(
                    message("trusted certificate {number}", number=number),
                    message("This file holds no certificate (PEM or DER)."),
                )
            )
    if problems:
        raise InputError(problems)
    return tuple(translate_pyca_cryptography_cert_to_asn1(one) for one in found)


def expect_certificates(data: bytes) -> None:
    """Refuse a file that holds no certificate; raises InputError."""
    try:
        _certificates(data)
    except ValueError as error:
        raise InputError(message("This file holds no certificate (PEM or DER).")) from error


def _certificates(data: bytes) -> list[x509.Certificate]:
    if b"-----BEGIN" in data:
        return x509.load_pem_x509_certificates(data)
    return [x509.load_der_x509_certificate(data)]
