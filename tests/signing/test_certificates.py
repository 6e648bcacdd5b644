from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from smartcity_desktop.signing.certificates import (
    DOCUMENT_SIGNING,
    CertificateMaker,
    KeyKind,
    export_p12,
)
from smartcity_desktop.signing.p12 import open_p12
from tests.signing.people import MOMENT, P12_WORDS, chance, panel, rsa_signer

if TYPE_CHECKING:
    from pathlib import Path

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


def test_the_same_chance_gives_the_same_certificates() -> None:
    first, again = (
        CertificateMaker(MOMENT, chance(5)).root("Akar", "Panitia").pem() for _ in range(2)
    )
    other = CertificateMaker(MOMENT, chance(6)).root("Akar", "Panitia").pem()
    assert first == again != other


def test_a_person_may_sign_documents_and_nothing_else() -> None:
    certificate = panel().chair.certificate
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert (
        DOCUMENT_SIGNING
        in certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    )
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert certificate.serial_number.bit_length() > 64


def test_every_certificate_is_signed_by_the_one_above() -> None:
    maker = CertificateMaker(MOMENT, chance(7))
    root = maker.root("Akar", "Panitia")
    issuing = maker.issuing(root, "Penerbit", "")
    person = maker.person(issuing, "Siti", "Dewan")
    person.certificate.verify_directly_issued_by(person.issuers[0])
    person.issuers[0].verify_directly_issued_by(person.issuers[1])
    person.issuers[1].verify_directly_issued_by(root.certificate)
    assert issuing.certificate.not_valid_after_utc <= root.certificate.not_valid_after_utc


@needs_openssl
def test_openssl_accepts_the_chain(tmp_path: Path) -> None:
    root, issuing, person = (tmp_path / f"{name}.pem" for name in ("root", "issuing", "person"))
    root.write_bytes(panel().root.pem())
    issuing.write_bytes(panel().issuing.pem())
    person.write_bytes(panel().chair.certificate.public_bytes(Encoding.PEM))
    done = subprocess.run(
        ["openssl", "verify", "-x509_strict", "-attime", str(int(MOMENT.timestamp())),
         "-CAfile", root, "-untrusted", issuing, person],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip().endswith("OK"), done.stderr


@needs_openssl
def test_openssl_opens_the_p12(tmp_path: Path) -> None:
    maker = CertificateMaker(MOMENT, chance(2))
    file, words = tmp_path / "a.p12", tmp_path / "words"
    file.write_bytes(export_p12(maker.person(panel().root, "Siti", "Dewan"), P12_WORDS))
    words.write_text(P12_WORDS)
    done = subprocess.run(
        ["openssl", "pkcs12", "-in", file, "-passin", f"file:{words}", "-info", "-noout"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "AES-256-CBC" in done.stderr


def test_rsa_is_made_where_it_is_asked_for() -> None:
    assert isinstance(rsa_signer().private_key, rsa.RSAPrivateKey)
    assert rsa_signer().private_key.key_size == 2048
    assert KeyKind.RSA2048.value == "rsa2048"


def test_a_p12_carries_the_certificates_above() -> None:
    maker = CertificateMaker(MOMENT, chance(2))
    person = maker.person(panel().issuing, "Siti Aminah", "Dewan")
    key = open_p12(export_p12(person, P12_WORDS), P12_WORDS)
    assert key.certificate == person.certificate
    assert key.certificate_sha256 == person.sha256()
    assert (key.name, key.issuer) == ("Siti Aminah", "Penerbit Sertifikat Latihan")
    assert set(key.issuers) == set(person.issuers)
