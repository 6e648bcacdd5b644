"""Certificates: self-made ones, a judge's own .p12, and what no certificate may bring."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from msgspec.structs import replace

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.sealing.certificate import make_certificate, read_certificate
from smartcity_desktop.sealing.p12 import open_p12
from smartcity_desktop.sealing.public_key import Algorithm
from tests.sealing.samples import JUDGE, MOMENT, judge_signer, seeded

if TYPE_CHECKING:
    from smartcity_desktop.sealing.signer import Signer

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
OPENED_BY = "rahasia"
TOO_FEW_BITS = 1024
_DER = Encoding.DER


def certified(
    key: Key, name: str, issuer: tuple[Key, str] | None = None, start: datetime = MOMENT
) -> x509.Certificate:
    """Return a certificate by that issuer, by itself unless told."""
    issuer_key, issuer_name = issuer or (key, name)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer_name)]))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=1))
        .sign(issuer_key, None if isinstance(issuer_key, ed25519.Ed25519PrivateKey) else SHA256())
    )


def p12(key: Key | None, certificate: x509.Certificate | None, *others: x509.Certificate) -> bytes:
    return pkcs12.serialize_key_and_certificates(
        None, key, certificate, list(others), BestAvailableEncryption(OPENED_BY.encode())
    )


def test_a_self_made_certificate_names_the_judge_and_is_the_same_each_time() -> None:
    der = make_certificate(seeded("x"), JUDGE, MOMENT)
    assert der == make_certificate(seeded("x"), JUDGE, MOMENT)
    found = read_certificate(der)
    assert found.key == seeded("x").public
    assert found.subject == r"CN=Dr. Sri Wahyuni\, M.Kom.,UID=j07"
    assert (found.not_before, found.not_after) == ("2026-11-24T03:10:16Z", "2036-11-23T03:10:16Z")
    certificate = x509.load_der_x509_certificate(der)
    certificate.verify_directly_issued_by(certificate)
    assert 0 < certificate.serial_number < 2**159


def test_different_contents_have_different_serial_numbers() -> None:
    ders = {
        make_certificate(seeded("x"), JUDGE, MOMENT),
        make_certificate(seeded("y"), JUDGE, MOMENT),
        make_certificate(seeded("x"), replace(JUDGE, id="j08"), MOMENT),
        make_certificate(seeded("x"), JUDGE, MOMENT + timedelta(seconds=1)),
    }
    assert len({x509.load_der_x509_certificate(der).serial_number for der in ders}) == 4


@pytest.mark.parametrize("name", ["", "Prof. " * 30, "ᬅᬓ᭄ᬱᬭ 智慧城市"])
def test_any_name_fits_into_a_certificate(name: str) -> None:
    der = make_certificate(seeded("x"), replace(JUDGE, name=name), MOMENT)
    assert "UID=j07" in read_certificate(der).subject


def test_dates_never_refuse_a_certificate() -> None:
    long_ago = certified(seeded("x").private_key, "Lama", start=datetime(1999, 1, 1, tzinfo=UTC))
    found = read_certificate(long_ago.public_bytes(_DER))
    assert found.not_after == "1999-01-02T00:00:00Z"


def test_a_subject_cannot_steer_a_terminal() -> None:
    nasty = certified(seeded("x").private_key, "Ketua\x1b[2J\n\u202eirja")
    subject = read_certificate(nasty.public_bytes(_DER)).subject
    assert subject.isprintable()
    assert subject.startswith("CN=Ketua")


@pytest.mark.parametrize("der", [b"", b"\x30\x00", b"not a certificate", b"\x00" * 100])
def test_other_bytes_are_no_certificate(der: bytes) -> None:
    with pytest.raises(KeyRefusedError, match="readable"):
        read_certificate(der)


def test_every_truncated_certificate_is_refused() -> None:
    der = judge_signer().certificates[0]
    for length in range(0, len(der), 5):
        with pytest.raises(KeyRefusedError):
            read_certificate(der[:length])


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (ec.generate_private_key(ec.SECP384R1()), "secp384r1"),
        (ed25519.Ed25519PrivateKey.generate(), "Ed25519"),
        (rsa.generate_private_key(65537, TOO_FEW_BITS), "RSA 1024"),
    ],
    ids=["P-384", "Ed25519", "RSA-1024"],
)
def test_other_kinds_of_key_are_refused_by_name(key: Key, kind: str) -> None:
    certificate = certified(key, "Juri")
    with pytest.raises(KeyRefusedError, match=kind):
        read_certificate(certificate.public_bytes(_DER))
    with pytest.raises(KeyRefusedError, match=kind):
        open_p12(p12(key, certificate), OPENED_BY)


def test_a_judges_own_p12_brings_key_and_chain_in_order(rsa_signer: Signer) -> None:
    root, middle = seeded("root").private_key, seeded("middle").private_key
    for signer, algorithm in ((rsa_signer, Algorithm.RS256), (seeded("x"), Algorithm.ES256)):
        key = signer.private_key
        leaf = certified(key, "Juri", (middle, "Antara"))
        above = certified(middle, "Antara", (root, "Akar"))
        top = certified(root, "Akar")
        stranger = certified(seeded("stranger").private_key, "Lain")
        opened = open_p12(p12(key, leaf, stranger, top, above), OPENED_BY)
        chain = [leaf, above, top]
        assert opened.public.algorithm is algorithm
        assert opened.certificates == tuple(c.public_bytes(_DER) for c in chain)
        assert opened.public.verifies(b"data", opened.sign(b"data"))


def test_a_p12_without_passphrase_opens_with_an_empty_one() -> None:
    key = seeded("x").private_key
    data = pkcs12.serialize_key_and_certificates(
        None, key, certified(key, "Juri"), None, NoEncryption()
    )
    assert open_p12(data, "").public == seeded("x").public


def test_a_p12_that_does_not_open_or_lacks_a_half_is_refused() -> None:
    key = seeded("x").private_key
    certificate = certified(key, "Juri")
    whole = p12(key, certificate)
    for data, words in (
        (whole, "salah"),
        (whole, ""),
        (b"", OPENED_BY),
        (whole[:99], OPENED_BY),
    ):
        with pytest.raises(KeyRefusedError, match="does not open"):
            open_p12(data, words)
    for data in (p12(None, None, certificate), p12(key, None)):
        with pytest.raises(KeyRefusedError, match="does not hold"):
            open_p12(data, OPENED_BY)
