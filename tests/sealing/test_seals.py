"""A seal is made, proven, and refused with the exact reason after each kind of tampering."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.sealing.base64url import read_base64url, write_base64, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes
from smartcity_desktop.sealing.manifest import read_manifest, write_manifest
from smartcity_desktop.sealing.proof import open_seal, prove_seal
from smartcity_desktop.sealing.seal import digest_of_seal, make_seal
from smartcity_desktop.sealing.sheet_proof import SealRefusedError
from smartcity_desktop.sealing.signer import P256_ORDER
from smartcity_desktop.sealing.strict_object import MalformedError
from tests.sealing.samples import (
    JUDGE,
    REGIONS,
    assessment_key,
    enrolment,
    issue,
    issue_key,
    judge_signer,
    panel,
    roster,
    seeded,
)
from tests.sealing.test_certificates import certified

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.sealing.signer import Signer
    from tests.sealing.samples import Panel

R = RefusalReason
_DER = Encoding.DER


def refusal_of(jws: str, facts: Roster | None = None) -> RefusalReason:
    """Return why the proof refuses a seal."""
    with pytest.raises(SealRefusedError) as caught:
        prove_seal(jws, facts or roster())
    assert str(caught.value.refusal.what)
    return caught.value.refusal.reason


def resigned(head: dict[str, object], payload: bytes, signer: Signer | None = None) -> str:
    """Put a seal together by hand, with any header, and sign it properly."""
    signed = f"{write_base64url(canonical_bytes(head))}.{write_base64url(payload)}"
    return f"{signed}.{write_base64url((signer or judge_signer()).sign(signed.encode()))}"


def header(**changes: object) -> dict[str, object]:
    chain = [write_base64(der) for der in judge_signer().certificates]
    return {"alg": "ES256", "typ": "smartcity-seal", "x5c": chain} | changes


def manifest_with(**changes: object) -> bytes:
    """Return manifest bytes in which some fields are replaced, however wrong."""
    return canonical_bytes(json.loads(write_manifest(panel().manifest)) | changes)


def test_a_seal_proves_what_it_says() -> None:
    sealed = panel().seal()
    proven = prove_seal(sealed.jws, roster())
    assert proven.manifest == panel().manifest
    assert proven.seal.digest == sealed.digest == digest_of_seal(sealed.jws)
    assert proven.seal.receipt == sealed.receipt
    assert proven.seal.sheets == dict(panel().manifest.sheets)
    assert proven.seal.open == ("35.78", "64.74")
    assert proven.seal.thumbprint == judge_signer().public.thumbprint
    assert proven.seal.key_proven
    assert proven.certificate.subject.endswith("UID=j07")


def test_the_same_manifest_and_key_give_the_same_seal() -> None:
    assert panel().seal() == panel().seal()


def test_a_seal_by_rsa_proves_as_well(rsa_signer: Signer) -> None:
    made = panel(enrolment=enrolment(thumbprint=rsa_signer.public.thumbprint))
    made.signer = rsa_signer
    jws = made.seal().jws
    assert json.loads(read_base64url(jws.split(".")[0]))["alg"] == "RS256"
    assert prove_seal(jws, roster()).seal.key_proven


def test_declared_conflicts_travel_with_the_proof() -> None:
    made = panel(enrolment=enrolment(conflicts=(("35.78", "adik kandung"),)))
    assert prove_seal(made.seal().jws, roster()).seal.declared == (("35.78", "adik kandung"),)


def test_the_malleable_twin_of_a_signature_is_the_same_seal() -> None:
    sealed = panel().seal()
    signed, _, signature = sealed.jws.rpartition(".")
    r, s = (read_base64url(signature)[half] for half in (slice(32), slice(32, 64)))
    twin = write_base64url(r + (P256_ORDER - int.from_bytes(s)).to_bytes(32))
    assert twin != signature
    proven = prove_seal(f"{signed}.{twin}", roster())
    assert (proven.seal.digest, proven.seal.receipt) == (sealed.digest, sealed.receipt)


def test_a_changed_manifest_is_refused() -> None:
    head, _, signature = panel().seal().jws.split(".")
    changed = write_base64url(manifest_with(time="2026-11-25T03:10:16Z"))
    assert refusal_of(f"{head}.{changed}.{signature}") is R.SIGNATURE_INVALID


def test_a_changed_signature_is_refused() -> None:
    signed, _, signature = panel().seal().jws.rpartition(".")
    raw = read_base64url(signature)
    for broken in (bytes(64), raw[::-1], raw[:32] + bytes(32), raw[:-1], raw + b"\0", b""):
        assert refusal_of(f"{signed}.{write_base64url(broken)}") is R.SIGNATURE_INVALID


def test_a_swapped_certificate_is_refused() -> None:
    """Neither another key's certificate fits the signature, nor a second one of the same key."""
    _, payload, signature = panel().seal().jws.split(".")
    for other in (
        judge_signer("thief").certificates[0],
        certified(judge_signer().private_key, "Orang lain").public_bytes(_DER),
    ):
        head = write_base64url(canonical_bytes(header(x5c=[write_base64(other)])))
        assert refusal_of(f"{head}.{payload}.{signature}") is R.SIGNATURE_INVALID


def test_a_seal_by_another_key_has_no_voice_of_its_own() -> None:
    """docs/decisions/0003: stored, but only a decision lets it stand."""
    made = panel()
    made.signer = judge_signer("thief")
    assert not prove_seal(made.seal().jws, roster()).seal.key_proven


@pytest.mark.parametrize("alg", ["none", "HS256", "RS256", "ES384", "es256", "EdDSA", "PS256"])
def test_another_algorithm_than_the_keys_is_refused(alg: str) -> None:
    assert refusal_of(resigned(header(alg=alg), manifest_with())) is R.ALGORITHM_NOT_ALLOWED


def test_an_unsigned_seal_is_refused() -> None:
    jws = resigned(header(alg="none"), manifest_with()).rpartition(".")[0] + "."
    assert refusal_of(jws) is R.ALGORITHM_NOT_ALLOWED


def test_the_public_key_does_not_serve_as_a_shared_secret() -> None:
    signed = resigned(header(alg="HS256"), manifest_with()).rpartition(".")[0]
    for secret in (judge_signer().public.jwk.encode(), judge_signer().certificates[0]):
        mac = HMAC(secret, SHA256())
        mac.update(signed.encode())
        assert refusal_of(f"{signed}.{write_base64url(mac.finalize())}") is R.ALGORITHM_NOT_ALLOWED


@pytest.mark.parametrize(
    "key",
    [ec.generate_private_key(ec.SECP384R1()), ed25519.Ed25519PrivateKey.generate()],
    ids=["P-384", "Ed25519"],
)
def test_a_certificate_of_another_kind_of_key_is_refused(
    key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey,
) -> None:
    other = certified(key, "Juri").public_bytes(_DER)
    for chain in ([other], [b"no certificate"], [b""]):
        head = header(x5c=[write_base64(der) for der in chain])
        assert refusal_of(resigned(head, manifest_with())) is R.CERTIFICATE_NOT_ALLOWED


@pytest.mark.parametrize(
    "change",
    [
        lambda jws: jws[:0],
        lambda jws: jws + ".",
        lambda jws: jws.replace(".", "..", 1),
        lambda jws: jws.rpartition(".")[0],
        lambda jws: " " + jws,
        lambda jws: jws + "=",
        lambda jws: jws + "\n",
        lambda jws: jws[:-1] + "é",
        lambda jws: jws[:-1] + {"A": "B", "Q": "R", "g": "h", "w": "x"}[jws[-1]],
        lambda jws: jws * 200,
    ],
)
def test_another_form_is_refused(change: Callable[[str], str]) -> None:
    assert refusal_of(change(panel().seal().jws)) is R.SEAL_MALFORMED


@pytest.mark.parametrize(
    "changes",
    [
        {"typ": "JWT"}, {"kid": "1"}, {"crit": ["exp"]}, {"alg": 1}, {"x5c": []},
        {"x5c": "text"}, {"x5c": [1]}, {"x5c": ["AA"]}, {"x5c": ["AB=="]}, {"x5c": ["AA=="] * 11},
    ],
)  # fmt: skip
def test_another_header_is_refused(changes: dict[str, object]) -> None:
    assert refusal_of(resigned(header(**changes), manifest_with())) is R.SEAL_MALFORMED


def test_a_header_in_another_spelling_is_refused() -> None:
    chain = [write_base64(der) for der in judge_signer().certificates]
    head = json.dumps({"typ": "smartcity-seal", "alg": "ES256", "x5c": chain}).encode()
    signed = f"{write_base64url(head)}.{write_base64url(manifest_with())}"
    jws = f"{signed}.{write_base64url(judge_signer().sign(signed.encode()))}"
    assert refusal_of(jws) is R.SEAL_MALFORMED


SHEET = {"region": "64.72", "sha256": "a" * 64}


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("type", "smartcity-desktop/other", R.SEAL_MALFORMED),
        ("version", 2, R.SEAL_MALFORMED),
        ("version", True, R.SEAL_MALFORMED),
        ("mode", "practice", R.SEAL_MALFORMED),
        ("mode", None, R.SEAL_MALFORMED),
        ("judge", "", R.SEAL_MALFORMED),
        ("judge", " j07", R.SEAL_MALFORMED),
        ("judge", 7, R.SEAL_MALFORMED),
        ("number", 0, R.SEAL_MALFORMED),
        ("number", True, R.SEAL_MALFORMED),
        ("number", 2, R.SEAL_MALFORMED),
        ("number", "1", R.SEAL_MALFORMED),
        ("earlier", ["A" * 64], R.SEAL_MALFORMED),
        ("earlier", ["b" * 64, "a" * 64], R.SEAL_MALFORMED),
        ("earlier", ["a" * 64, "a" * 64], R.SEAL_MALFORMED),
        ("earlier", {}, R.SEAL_MALFORMED),
        ("instrument", "1" * 63, R.SEAL_MALFORMED),
        ("time", "2026-11-24 03:10:16", R.SEAL_MALFORMED),
        ("reason", None, R.SEAL_MALFORMED),
        ("reason", "tab\there", R.SEAL_MALFORMED),
        ("log", {"count": -1, "head": "c" * 64}, R.SEAL_MALFORMED),
        ("log", {"count": True, "head": "c" * 64}, R.SEAL_MALFORMED),
        ("log", {"count": 1}, R.SEAL_MALFORMED),
        ("log", [1], R.SEAL_MALFORMED),
        ("enrolment", "", R.SEAL_MALFORMED),
        ("assessment_key", None, R.SEAL_MALFORMED),
        ("surprise", 1, R.SEAL_MALFORMED),
        ("sheets", [{**SHEET, "more": 1}], R.SEAL_MALFORMED),
        ("sheets", [{"region": "64.72", "sha256": 1}], R.SEAL_MALFORMED),
        ("sheets", {"64.72": "a" * 64}, R.SEAL_MALFORMED),
        ("sheets", [{**SHEET, "sha256": "a" * 64 + "\n" + "b" * 64}], R.SEAL_MALFORMED),
        ("earlier", ["a" * 64 + "\n" + "b" * 64], R.SEAL_MALFORMED),
        ("sheets", [SHEET, {"region": "35.78", "sha256": "b" * 64}], R.SEAL_MALFORMED),
        ("sheets", [SHEET, SHEET], R.SHEET_DUPLICATED),
        ("sheets", [SHEET, {"region": "64.72", "sha256": "b" * 64}], R.SHEET_DUPLICATED),
        ("sheets", [SHEET, {"region": "64.73", "sha256": "a" * 64}], R.SHEET_DUPLICATED),
        ("open", ["35.78", "64.72", "64.74"], R.SHEET_DUPLICATED),
        ("open", ["64.74", "35.78"], R.SEAL_MALFORMED),
        ("open", ["35.78", "35.78", "64.74"], R.SEAL_MALFORMED),
        ("open", ["35.78", None], R.SEAL_MALFORMED),
        ("open", "35.78", R.SEAL_MALFORMED),
    ],
)
def test_a_manifest_of_another_form_is_refused(
    field: str, value: object, reason: RefusalReason
) -> None:
    assert refusal_of(resigned(header(), manifest_with(**{field: value}))) is reason


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b'{"version":1}', b"\xff", b"1.0"])
def test_a_payload_that_is_no_manifest_is_refused(payload: bytes) -> None:
    assert refusal_of(resigned(header(), payload)) is R.SEAL_MALFORMED


def test_a_manifest_in_another_spelling_is_refused() -> None:
    spaced = json.dumps(json.loads(manifest_with()), sort_keys=True).encode()
    assert refusal_of(resigned(header(), spaced)) is R.SEAL_MALFORMED


def test_a_wrong_manifest_is_never_signed() -> None:
    with pytest.raises(MalformedError, match="time"):
        make_seal(replace(panel().manifest, time="kemarin"), judge_signer())


def test_a_seal_needs_the_certificate_of_its_key() -> None:
    for signer in (seeded("x"), seeded("x").with_certificates(judge_signer().certificates)):
        with pytest.raises(ValueError, match="certificate"):
            make_seal(panel().manifest, signer)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (panel(assessment="f" * 32), R.OTHER_ASSESSMENT),
        (panel(mode=Mode.REHEARSAL), R.OTHER_MODE),
        (panel(instrument="2" * 64), R.OTHER_INSTRUMENT),
        (panel(assessment_key=issue_key().public.jwk), R.OTHER_ASSESSMENT),
        (panel(assessment_key=""), R.OTHER_ASSESSMENT),
        (panel(judge="j99"), R.UNKNOWN_JUDGE),
        (panel(issue="j07-9"), R.UNKNOWN_ISSUE),
        (panel(issue="j08-1"), R.UNKNOWN_ISSUE),
        (panel(judge="j08"), R.UNKNOWN_ISSUE),
        (panel(judge="j08", issue="j08-1"), R.KEY_NOT_PROVEN),
        (panel(enrolment=enrolment(issue="j07-2")), R.KEY_NOT_PROVEN),
        (panel(enrolment=enrolment(judge="j08")), R.KEY_NOT_PROVEN),
        (panel(enrolment=enrolment(assessment="f" * 32)), R.KEY_NOT_PROVEN),
        (panel(enrolment="a.b.c"), R.KEY_NOT_PROVEN),
        (panel(enrolment=panel().seal().jws), R.KEY_NOT_PROVEN),
        (panel(open=("35.78", "64.74", "99.01")), R.REGION_NOT_ASSIGNED),
        (panel(open=("35.78",)), R.SEAL_MALFORMED),
    ],
)
def test_a_seal_that_does_not_fit_the_facts_is_refused(made: Panel, reason: RefusalReason) -> None:
    assert refusal_of(made.seal().jws) is reason


def test_a_proof_by_another_issue_key_is_refused() -> None:
    strangers = replace(issue(), public_key=seeded("stranger").public.jwk)
    assert refusal_of(panel().seal().jws, roster(strangers)) is R.KEY_NOT_PROVEN


def test_a_refusal_names_judge_and_region_where_they_are_known() -> None:
    with pytest.raises(SealRefusedError, match=r"judge j07, region 99\.01") as caught:
        prove_seal(panel(open=(*panel().manifest.open, "99.01")).seal().jws, roster())
    assert (caught.value.refusal.judge, caught.value.refusal.region) == (JUDGE.id, "99.01")


def test_a_seal_is_checked_against_its_own_issue() -> None:
    """A supplementary issue holds other regions; the roster's other regions are not its own."""
    one = issue(regions=("64.72",))
    assert refusal_of(panel().seal().jws, roster(one)) is R.REGION_NOT_ASSIGNED
    assert prove_seal(panel(open=()).seal().jws, roster(one)).seal.open == ()


def test_an_empty_seal_withdraws_everything() -> None:
    made = panel(sheets=(), open=REGIONS, number=2, earlier=("a" * 64,), reason="salah berkas")
    proven = prove_seal(made.seal().jws, roster())
    assert (dict(proven.seal.sheets), proven.seal.reason) == ({}, "salah berkas")


def test_a_seal_opens_without_a_roster() -> None:
    jws, certificate, manifest = open_seal(panel().seal().jws)
    assert manifest == read_manifest(jws.payload)
    assert certificate.key == judge_signer().public
    assert assessment_key().public.jwk == manifest.assessment_key
