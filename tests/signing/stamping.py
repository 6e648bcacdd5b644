"""An authority for time stamps, on this machine."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.signing.people import MOMENT, panel


@cache
def service(*, known: bool = True) -> DummyTimeStamper:
    """Return an authority for time stamps, under the panel's root or under its own."""
    private = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Penanda Waktu")])
    root = panel().root
    purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(root.certificate.subject if known else name)
        .public_key(private.public_key())
        .serial_number(99)
        .not_valid_before(MOMENT - timedelta(days=1))
        .not_valid_after(MOMENT + timedelta(days=3000))
        .add_extension(purposes, critical=True)
    )
    certificate = builder.sign(root.key if known else private, hashes.SHA256())
    return DummyTimeStamper(
        translate_pyca_cryptography_cert_to_asn1(certificate),
        translate_pyca_cryptography_key_to_asn1(private),
        fixed_dt=MOMENT + timedelta(seconds=3),
    )
