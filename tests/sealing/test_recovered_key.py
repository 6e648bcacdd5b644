"""The key behind a signature, found by its printed fingerprint alone."""

from __future__ import annotations

import pytest

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.sealing.base64url import read_base64url, write_base64url
from smartcity_desktop.sealing.recovered_key import recover_key
from smartcity_desktop.sealing.signer import make_key
from smartcity_desktop.sealing.token import TYP, DeclarationToken, write_token
from tests.workshop import Seeded

TOKEN = DeclarationToken("ab" * 16, 3, Mode.OFFICIAL, "cd" * 32)


@pytest.mark.parametrize("seed", [f"kunci {n}" for n in range(20)])
def test_the_key_of_a_token_is_found_by_its_fingerprint(seed: str) -> None:
    key = make_key(Seeded(seed))
    text = write_token(TOKEN, key)
    assert recover_key(text, TYP, key.public.thumbprint) == key.public.jwk


def test_no_other_fingerprint_fits() -> None:
    key, other = make_key(Seeded("satu")), make_key(Seeded("dua"))
    text = write_token(TOKEN, key)
    assert recover_key(text, TYP, other.public.thumbprint) is None
    assert recover_key(text, TYP, key.public.thumbprint[:11]) is None


def test_another_text_under_the_same_signature_gives_another_key() -> None:
    key = make_key(Seeded("satu"))
    head, _, signature = write_token(TOKEN, key).split(".")
    other = write_token(DeclarationToken("ab" * 16, 4, Mode.OFFICIAL, "cd" * 32), key)
    forged = ".".join((head, other.split(".")[1], signature))
    assert recover_key(forged, TYP, key.public.thumbprint) is None


@pytest.mark.parametrize(
    "signature",
    [b"", bytes(64), b"\xff" * 64, bytes(31) + b"\1" + bytes(32), b"\1" * 63, b"\5" * 64],
)
def test_what_is_no_signature_gives_no_key(signature: bytes) -> None:
    key = make_key(Seeded("satu"))
    head, payload, _ = write_token(TOKEN, key).split(".")
    text = ".".join((head, payload, write_base64url(signature)))
    assert recover_key(text, TYP, key.public.thumbprint) is None


@pytest.mark.parametrize("text", ["", "halo", "a.b.c", "https://kota.example/"])
def test_what_is_no_token_gives_no_key(text: str) -> None:
    assert recover_key(text, TYP, "A" * 43) is None


def test_a_signature_and_its_mirror_are_of_one_key() -> None:
    """ECDSA signatures are malleable: (r, n - s) holds as well, and names the same key."""
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    key = make_key(Seeded("satu"))
    head, payload, signature = write_token(TOKEN, key).split(".")
    raw = read_base64url(signature)
    mirrored = raw[:32] + (order - int.from_bytes(raw[32:])).to_bytes(32)
    text = ".".join((head, payload, write_base64url(mirrored)))
    assert recover_key(text, TYP, key.public.thumbprint) == key.public.jwk
