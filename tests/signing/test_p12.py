from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    PrivateFormat,
    pkcs12,
)

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.signing.certificates import CertificateMaker, export_p12
from smartcity_desktop.signing.p12 import open_p12
from tests.signing.people import MOMENT, P12_WORDS, chance, panel


def person_p12() -> bytes:
    maker = CertificateMaker(MOMENT, chance(2))
    return export_p12(maker.person(panel().root, "Siti", "Dewan"), P12_WORDS)


@pytest.mark.parametrize("words", ["", "salah", P12_WORDS + " ", P12_WORDS.upper()])
def test_a_wrong_passphrase_is_told_and_never_repeated(words: str) -> None:
    with pytest.raises(KeyRefusedError, match="passphrase does not open") as caught:
        open_p12(person_p12(), words)
    assert caught.value.__cause__ is None
    assert not words or words not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x30", b"%PDF-1.7", bytes(100), panel().root.pem(), person_p12()[:-7], bytes(2**21)],
)
def test_what_is_no_p12_is_refused(data: bytes) -> None:
    with pytest.raises(KeyRefusedError, match=r"not a \.p12 file"):
        open_p12(data, P12_WORDS)


def test_a_damaged_p12_is_refused() -> None:
    whole = person_p12()
    for place in range(0, len(whole), 37):
        damaged = whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :]
        try:
            key = open_p12(damaged, P12_WORDS)
        except KeyRefusedError:
            continue
        assert key.name == "Siti"


def test_a_p12_without_a_key_is_refused() -> None:
    data = pkcs12.serialize_key_and_certificates(
        b"a", None, panel().root.certificate, None, BestAvailableEncryption(P12_WORDS.encode())
    )
    with pytest.raises(KeyRefusedError, match="no private key"):
        open_p12(data, P12_WORDS)


def self_made(private: object) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Siti")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())  # type: ignore[attr-defined]
        .serial_number(1)
        .not_valid_before(MOMENT)
        .not_valid_after(panel().root.certificate.not_valid_after_utc)
        .sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    )


@pytest.mark.parametrize(
    "private",
    [
        rsa.generate_private_key(65537, 1024),  # noqa: S505  refused for this very reason
        ed25519.Ed25519PrivateKey.generate(),
        ec.generate_private_key(ec.SECP256K1()),
    ],
)
def test_a_key_of_another_kind_is_refused(
    private: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey,
) -> None:
    data = pkcs12.serialize_key_and_certificates(
        None, private, self_made(private), None, BestAvailableEncryption(P12_WORDS.encode())
    )
    with pytest.raises(KeyRefusedError, match="P-256"):
        open_p12(data, P12_WORDS)


def test_the_larger_curves_are_accepted() -> None:
    private = ec.generate_private_key(ec.SECP384R1())
    data = pkcs12.serialize_key_and_certificates(
        None, private, self_made(private), None, BestAvailableEncryption(P12_WORDS.encode())
    )
    assert open_p12(data, P12_WORDS).hash_name == "sha384"


def test_passphrase_hashing_without_end_is_not_begun() -> None:
    from asn1crypto import pkcs12 as asn1_pkcs12  # type: ignore[import-untyped]

    outer = asn1_pkcs12.Pfx.load(person_p12())
    outer["mac_data"]["iterations"] = 2**31 - 1
    with pytest.raises(KeyRefusedError, match=r"not a \.p12 file"):
        open_p12(outer.dump(force=True), P12_WORDS)


def test_a_p12_of_an_older_program_opens() -> None:
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(1000)
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())  # noqa: S303  what older programs write
        .build(P12_WORDS.encode())
    )
    private = ec.generate_private_key(ec.SECP256R1())
    data = pkcs12.serialize_key_and_certificates(
        None, private, self_made(private), None, encryption
    )
    assert open_p12(data, P12_WORDS).name == "Siti"
