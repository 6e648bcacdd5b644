"""Whom a certificate names, and what the given roots say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cryptography import x509
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate
from pyhanko.sign.validation.settings import KeyUsageConstraints

from smartcity_desktop.signing.facts import Signer, TimeStamp, Trust
from smartcity_desktop.signing.key import name_in

if TYPE_CHECKING:
    from datetime import datetime

    from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]

_MISTRUST = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: Trust.NO_ROOT,
    AdESIndeterminate.EXPIRED: Trust.OUT_OF_DATE,
    AdESIndeterminate.NOT_YET_VALID: Trust.OUT_OF_DATE,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: Trust.OUT_OF_DATE,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: Trust.OUT_OF_DATE,
    AdESFailure.NOT_YET_VALID: Trust.OUT_OF_DATE,
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: Trust.NOT_FOR_SIGNING,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Trust.WEAK,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Trust.WEAK,
}


def uses_required_of(certificate: asn1_x509.Certificate) -> KeyUsageConstraints:
    """Return the uses of which a certificate must permit one; without any it permits all."""
    if certificate.key_usage_value is None:
        return KeyUsageConstraints(key_usage=set())
    return KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})


def time_stamp_of(status: Any) -> TimeStamp | None:  # noqa: ANN401
    """Return a time stamp as the library judged it; None where there is none."""
    if status is None:
        return None
    holds = bool(status.intact and status.valid)
    service = _name_of(status.signing_cert)
    return TimeStamp(status.timestamp, service, holds, vouched=holds and bool(status.trusted))


def signer_of(status: Any, moment: datetime) -> Signer:  # noqa: ANN401
    """Return whom the library found to have signed.

    Args:
        status: what the library says of the signature.
        moment: for which the certificate was judged.
    """
    certificate = x509.load_der_x509_certificate(status.signing_cert.dump())
    trust, root = _trust(status, certificate, moment)
    return Signer(
        name_in(certificate.subject),
        name_in(certificate.issuer),
        status.signing_cert.sha256.hex(),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        trust,
        root,
    )


def _trust(status: Any, certificate: x509.Certificate, moment: datetime) -> tuple[Trust, str]:  # noqa: ANN401
    if status.trust_problem_indic is not None:
        return _MISTRUST.get(status.trust_problem_indic, Trust.UNKNOWN), ""
    if status.validation_path is None:
        return Trust.UNKNOWN, ""
    # The library does not look at the dates of a certificate that is itself a given root.
    if not certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc:
        return Trust.OUT_OF_DATE, ""
    return Trust.VOUCHED, _name_of(status.validation_path.first)


def _name_of(certificate: asn1_x509.Certificate) -> str:
    return name_in(x509.load_der_x509_certificate(certificate.dump()).subject)
