"""Keys: made, named, written, wrapped so that any age tool opens them."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from joserfc.jwk import ECKey

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.sealing.base64url import read_base64url
from smartcity_desktop.sealing.key_wrap import unlock_key, wrap_key
from smartcity_desktop.sealing.public_key import Algorithm, public_key, read_jwk
from smartcity_desktop.sealing.signer import (
    P256_ORDER,
    Signer,
    make_key,
    read_pem,
    signer_for,
    write_pem,
)
from tests.sealing.conftest import OPENED_BY
from tests.sealing.samples import judge_signer, seeded

if TYPE_CHECKING:
    from pathlib import Path

# RFC 7515, A.3.1
RFC_JWK = (
    '{"crv":"P-256","kty":"EC","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",'
    '"y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}'
)
CHEAP = 4
TOO_FEW_BITS = 1024
needs_age = pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("setsid")),
    reason="the programs age and setsid are not installed",
)


def test_a_jwk_reads_back_and_its_thumbprint_is_the_one_others_compute() -> None:
    key = read_jwk(RFC_JWK)
    assert (key.jwk, key.algorithm) == (RFC_JWK, Algorithm.ES256)
    assert key.thumbprint == ECKey.import_key(json.loads(RFC_JWK)).thumbprint()


def test_an_rsa_thumbprint_is_that_of_the_rfc() -> None:
    # RFC 7638, 3.1
    modulus = (
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_"
        "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_"
        "FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI"
        "4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    )
    numbers = rsa.RSAPublicNumbers(65537, int.from_bytes(read_base64url(modulus)))
    key = public_key(numbers.public_key())
    assert key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"


@pytest.mark.parametrize(
    "text",
    [
        "", "{}", RFC_JWK.replace('"crv"', ' "crv"'), RFC_JWK.replace("P-256", "P-384"),
        RFC_JWK.replace("f83", "g83"), RFC_JWK.replace('U","y"', 'V","y"'),
        RFC_JWK.replace('RVEU"', 'RVEU="'), RFC_JWK[:-1] + ',"z":1}',
        RFC_JWK.replace("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "AA"),
    ],
)  # fmt: skip
def test_another_text_is_no_key(text: str) -> None:
    with pytest.raises(KeyRefusedError):
        read_jwk(text)


def test_the_same_randomness_makes_the_same_key_and_the_key_never_shows() -> None:
    assert seeded("a").public == seeded("a").public
    assert seeded("a").public != seeded("b").public
    assert "private" not in repr(seeded("a"))


@pytest.mark.parametrize("number", [0, P256_ORDER - 2, P256_ORDER - 1, P256_ORDER, 2**384 - 1])
def test_every_randomness_makes_a_key(number: int) -> None:
    assert make_key(number.to_bytes).public.algorithm is Algorithm.ES256


def test_nonces_follow_rfc_6979() -> None:
    # RFC 6979, A.2.5: P-256, SHA-256, message "sample"
    secret = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
    signature = signer_for(ec.derive_private_key(secret, ec.SECP256R1())).sign(b"sample")
    assert signature.hex().upper() == (
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
        "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
    )


def test_signatures_verify_and_others_do_not(rsa_signer: Signer) -> None:
    for signer in (judge_signer(), rsa_signer):
        signature = signer.sign(b"data")
        assert signer.sign(b"data") == signature
        assert signer.public.verifies(b"data", signature)
        assert not signer.public.verifies(b"date", signature)
        for broken in (b"", signature[:-1], signature + b"\0", bytes(len(signature))):
            assert not signer.public.verifies(b"data", broken)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (ec.generate_private_key(ec.SECP384R1()), "secp384r1"),
        (ec.generate_private_key(ec.SECP256K1()), "secp256k1"),
        (ed25519.Ed25519PrivateKey.generate(), "Ed25519"),
        (rsa.generate_private_key(65537, TOO_FEW_BITS), "RSA 1024"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_kinds_of_key_are_refused_by_name(
    key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey, kind: str
) -> None:
    with pytest.raises(KeyRefusedError, match=kind):
        signer_for(key)
    with pytest.raises(KeyRefusedError, match=kind):
        public_key(key.public_key())


def test_a_private_key_reads_back_from_pem(rsa_signer: Signer) -> None:
    for signer in (judge_signer(), rsa_signer):
        assert read_pem(write_pem(signer)).public == signer.public


@pytest.mark.parametrize("pem", [b"", b"-----BEGIN PRIVATE KEY-----\nAA==\n", b"\xff\x00"])
def test_other_bytes_are_no_private_key(pem: bytes) -> None:
    with pytest.raises(KeyRefusedError):
        read_pem(pem)


def test_an_encrypted_pem_is_no_unprotected_key() -> None:
    pem = judge_signer().private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"x"),
    )
    with pytest.raises(KeyRefusedError):
        read_pem(pem)


def test_a_wrapped_key_opens_with_its_passphrase(unlocked_key: Signer) -> None:
    assert unlocked_key.public == judge_signer().public


def test_any_keyboard_writes_the_same_passphrase() -> None:
    wrapped = wrap_key(judge_signer(), "e\u0301", os.urandom, CHEAP)
    assert unlock_key(wrapped, "\u00e9").public == judge_signer().public


@pytest.mark.parametrize("passphrase", ["", "salah", "kuda laut makan padi e"])
def test_a_wrong_passphrase_is_a_sentence_without_it(passphrase: str) -> None:
    wrapped = wrap_key(judge_signer(), OPENED_BY, os.urandom, CHEAP)
    with pytest.raises(KeyRefusedError, match="does not open this key") as caught:
        unlock_key(wrapped, passphrase)
    assert not passphrase or passphrase not in str(caught.value)


def test_an_empty_passphrase_wraps_nothing() -> None:
    with pytest.raises(KeyRefusedError, match="empty"):
        wrap_key(judge_signer(), "", os.urandom, CHEAP)


def test_a_damaged_wrapping_is_refused_at_every_byte() -> None:
    wrapped = wrap_key(judge_signer(), OPENED_BY, os.urandom, 1)
    for place in range(0, len(wrapped), 7):
        damaged = wrapped[:place] + bytes([wrapped[place] ^ 1]) + wrapped[place + 1 :]
        with pytest.raises(KeyRefusedError):
            unlock_key(damaged, OPENED_BY)
    for length in range(0, len(wrapped), 11):
        with pytest.raises(KeyRefusedError):
            unlock_key(wrapped[:length], OPENED_BY)


@needs_age
def test_the_age_program_opens_a_wrapped_key(wrapped_key: bytes, tmp_path: Path) -> None:
    wrapped, opened = tmp_path / "key.age", tmp_path / "key.pem"
    wrapped.write_bytes(wrapped_key)
    _type_into_terminal(["age", "-d", "-o", str(opened), str(wrapped)], OPENED_BY)
    assert opened.read_bytes() == write_pem(judge_signer())


@needs_age
def test_a_key_that_the_age_program_wrapped_opens_here(tmp_path: Path) -> None:
    plain, wrapped = tmp_path / "key.pem", tmp_path / "key.age"
    plain.write_bytes(write_pem(judge_signer()))
    _type_into_terminal(["age", "-p", "-o", str(wrapped), str(plain)], OPENED_BY, OPENED_BY)
    assert unlock_key(wrapped.read_bytes(), OPENED_BY).public == judge_signer().public


def _type_into_terminal(command: list[str], *lines: str) -> None:
    """Run a program that asks on its terminal, and answer each question."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["setsid", "--ctty", "--wait", *command], stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        for line in lines:
            while b":" not in os.read(ours, 4096):
                pass
            os.write(ours, line.encode() + b"\n")
        try:
            assert process.wait(30) == 0
        finally:
            process.kill()
            os.close(ours)
