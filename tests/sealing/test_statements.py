"""The small signed statements beside the seal: receipt, enrolment proof, declaration token."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws as joserfc_jws
from joserfc.jwk import ECKey
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.errors import InputError, KeyRefusedError
from smartcity_desktop.sealing.base64url import read_base64, read_base64url, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes
from smartcity_desktop.sealing.enrolment import Enrolment, check_enrolment, make_enrolment
from smartcity_desktop.sealing.jws import write_jws
from smartcity_desktop.sealing.receipt import ALPHABET, read_receipt, receipt_of
from smartcity_desktop.sealing.strict_object import MalformedError
from smartcity_desktop.sealing.token import DeclarationToken, key_id, read_token, write_token
from tests.sealing.samples import (
    ASSESSMENT_ID,
    JUDGE,
    TIME,
    assessment_key,
    enrolment,
    issue_key,
    judge_signer,
    panel,
    seeded,
)

DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)
TOKEN = DeclarationToken(ASSESSMENT_ID, 12, Mode.REHEARSAL, "ab" * 32)
SAID = Enrolment(
    ASSESSMENT_ID, JUDGE.id, "j07-1", judge_signer().public.thumbprint,
    (("35.78", "adik kandung"), ("64.74", "lahir di sana")), TIME,
)  # fmt: skip
ISSUE_JWK = issue_key().public.jwk
ASSESSMENT_JWK = assessment_key().public.jwk


@given(DIGESTS)
def test_a_receipt_holds_the_first_80_bits(digest: str) -> None:
    receipt = receipt_of(digest)
    assert [len(group) for group in receipt.split("-")] == [4, 4, 4, 4]
    number = 0
    for letter in receipt.replace("-", ""):
        number = number * 32 + ALPHABET.index(letter)
    assert f"{number:020x}" == digest[:20]


@given(DIGESTS)
def test_a_receipt_is_read_as_people_type_it(digest: str) -> None:
    receipt = receipt_of(digest)
    typed = receipt.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    assert read_receipt(f" {typed}\n") == receipt
    assert read_receipt(receipt.replace("1", "I").replace("-", "")) == receipt


@pytest.mark.parametrize(
    "text", ["", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEFG", "U" * 16, "é" * 16]
)
def test_other_letters_are_no_receipt(text: str) -> None:
    with pytest.raises(InputError, match="16 letters"):
        read_receipt(text)


def test_an_enrolment_proof_says_what_the_issue_key_signed() -> None:
    assert check_enrolment(make_enrolment(SAID, issue_key()), ISSUE_JWK) == SAID
    assert make_enrolment(SAID, issue_key()) == make_enrolment(SAID, issue_key())


def test_another_jose_library_reads_proof_and_token() -> None:
    for text, jwk in (
        (enrolment(), ISSUE_JWK),
        (write_token(TOKEN, assessment_key()), ASSESSMENT_JWK),
    ):
        found = joserfc_jws.deserialize_compact(text, ECKey.import_key(json.loads(jwk)), ["ES256"])
        assert json.loads(found.payload)


def test_a_proof_by_another_key_or_changed_is_refused() -> None:
    proof = make_enrolment(SAID, issue_key())
    head, payload, signature = proof.split(".")
    other = write_base64url(read_base64url(payload).replace(b"j07", b"j08"))
    for broken, jwk in (
        (proof, seeded("other").public.jwk),
        (f"{head}.{other}.{signature}", ISSUE_JWK),
        (f"{head}.{payload}.", ISSUE_JWK),
        (f"{head}.{payload}", ISSUE_JWK),
        (proof + "=", ISSUE_JWK),
        (proof, "{}"),
        ("", ISSUE_JWK),
        (panel().seal().jws, ISSUE_JWK),
        (write_token(TOKEN, issue_key()), ISSUE_JWK),
    ):
        with pytest.raises(KeyRefusedError):
            check_enrolment(broken, jwk)


@pytest.mark.parametrize(
    "fields",
    [
        {"version": 2}, {"type": "smartcity-desktop/seal"}, {"judge": ""}, {"time": "now"},
        {"conflicts": {}}, {"conflicts": [{"region": "35.78"}]}, {"surprise": 1},
        {"conflicts": [{"region": "35.78", "reason": ""}]},
        {"conflicts": [{"region": "35.78", "reason": "x"}] * 2},
    ],
)  # fmt: skip
def test_a_signed_statement_of_another_form_is_no_proof(fields: dict[str, object]) -> None:
    said = json.loads(read_base64url(enrolment().split(".")[1])) | fields
    text = write_jws({"typ": "smartcity-enrolment"}, canonical_bytes(said), issue_key())
    with pytest.raises(KeyRefusedError, match="damaged"):
        check_enrolment(text, ISSUE_JWK)


def test_a_wrong_enrolment_is_never_signed() -> None:
    for wrong in (replace(SAID, judge=""), replace(SAID, conflicts=SAID.conflicts[::-1])):
        with pytest.raises(MalformedError):
            make_enrolment(wrong, issue_key())


def test_a_token_reads_back_and_fits_a_qr_code() -> None:
    text = write_token(TOKEN, assessment_key())
    assert read_token(text, ASSESSMENT_JWK) == TOKEN
    assert text == write_token(TOKEN, assessment_key())
    assert (
        len(write_token(replace(TOKEN, declaration=999), assessment_key())) <= 331
    )  # version 13 M


def test_a_token_of_another_key_or_form_is_refused() -> None:
    key, text = assessment_key(), write_token(TOKEN, assessment_key())
    said = json.loads(read_base64url(text.split(".")[1]))
    head = {"kid": key_id(key.public), "typ": "smartcity-declaration"}
    strangers = [
        write_token(TOKEN, seeded("other")),
        write_jws(head, canonical_bytes(said), seeded("other")),
        write_jws({**head, "typ": "JWT"}, canonical_bytes(said), key),
        write_jws({**head, "kid": "AAAAAAAAAAA"}, canonical_bytes(said), key),
        *(
            write_jws(head, canonical_bytes(said | change), key)
            for change in (
                {"no": 0}, {"no": True}, {"mode": "x"}, {"id": "AA"}, {"id": "A"},
                {"results": said["id"]}, {"extra": 1},
            )
        ),
        text[:-1], text + "A", "", "é",
    ]  # fmt: skip
    for stranger in strangers:
        with pytest.raises(KeyRefusedError, match="Do not rely on the paper"):
            read_token(stranger, ASSESSMENT_JWK)
    with pytest.raises(KeyRefusedError):
        read_token(text, "")


@given(st.binary())
def test_base64url_has_one_spelling(data: bytes) -> None:
    assert read_base64url(write_base64url(data)) == data


@pytest.mark.parametrize("text", ["A", "AB", "AAB", "AA==", "A+", "A/", "A A", "AA\n", "é", "A-_="])
def test_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64"):
        read_base64url(text)
    with pytest.raises(ValueError, match="base64"):
        read_base64(text.rstrip("="))
