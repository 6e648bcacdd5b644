from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.signing.checking import CHECK_NAMES, check_signatures
from smartcity_desktop.signing.key import HASHES, PdfSignerKey
from smartcity_desktop.signing.sign import sign_pdf
from tests.signing import attacks
from tests.signing.people import (
    LATER,
    MOMENT,
    mark,
    panel,
    prepared,
    rsa_signer,
    signatories,
    signed,
    verdict,
)
from tests.signing.stamping import service

if TYPE_CHECKING:
    from pathlib import Path


def test_a_document_signed_by_all_holds() -> None:
    checks = check_signatures(signed(), signatories(), trust_roots=(panel().root.pem(),), now=LATER)
    assert all(check.ok for check in checks)
    assert [check.name for check in checks] == [
        "readable", "signed", "fields",
        *("integrity", "signer", "changes", "trust") * 3,
        "certified", "coverage",
    ]  # fmt: skip
    assert {check.name for check in checks} <= set(CHECK_NAMES)
    assert "3 of 3 signed" in str(checks[1].detail)


def test_fields_still_empty_are_named() -> None:
    assert verdict(signed(1)) == {
        "signed": [("1 of 3 signed. Without a signature: Budi Santoso, Sekretaris, "
                   "Made Wirawan, Saksi.")]
    }  # fmt: skip
    assert verdict(signed(1), incomplete_ok=True) == {}


def test_no_signature_at_all_is_never_enough() -> None:
    for pdf in (prepared(), attacks.revisions(prepared())[0]):
        assert list(verdict(pdf, incomplete_ok=True)) == ["signed"]


def test_signatures_cut_off_at_the_end_are_missed() -> None:
    whole = attacks.revisions(signed())
    assert len(whole) == 5
    assert list(verdict(whole[3])) == ["signed"]
    assert "2 of 3" in verdict(whole[3])["signed"][0]
    assert "Made Wirawan" in verdict(whole[3])["signed"][0]


def test_a_changed_byte_breaks_every_signature_over_it() -> None:
    first, second, third = (len(one) for one in attacks.revisions(signed())[2:])
    in_page = signed().index(b"stream") + 30
    assert len(verdict(attacks.with_byte_changed(signed(), in_page))["integrity"]) == 3
    for start, broken in ((first, 2), (second, 1)):
        in_font = signed().index(b"stream", start) + 30
        assert start < in_font < third
        failed = verdict(attacks.with_byte_changed(signed(), in_font))
        assert list(failed) == ["integrity"]
        assert len(failed["integrity"]) == broken
    assert "Siti" not in "".join(failed["integrity"])


def test_a_changed_byte_in_the_last_table_is_no_reason_to_crash() -> None:
    position = signed().rindex(b"trailer")
    assert list(verdict(attacks.with_byte_changed(signed(), position))) == ["readable"]


@pytest.mark.parametrize("attack", [attacks.page_replaced, attacks.page_stream_overwritten])
def test_a_page_replaced_later_is_named(attack: object) -> None:
    number = 1 if attack is attacks.page_replaced else 2
    failed = verdict(attack(signed()))  # type: ignore[operator]
    assert list(failed) == ["changes"]
    assert len(failed["changes"]) == 3
    assert all(f"page {number} shows something else." in one for one in failed["changes"])


def test_a_page_replaced_between_two_signatures_is_named() -> None:
    pdf = attacks.page_replaced(signed(1))
    pdf = attacks.signed_in_new_field(pdf, panel().stranger, "other")
    failed = verdict(pdf, incomplete_ok=True)
    assert list(failed) == ["fields", "changes"]
    assert "page 1 shows something else" in failed["changes"][0]


@pytest.mark.parametrize(
    ("attack", "words"),
    [
        (attacks.annotation_added, "something was put on top of page 1."),
        (attacks.page_added, "the document had 2 pages and has 3."),
        (attacks.attachment_exchanged, "the attachment results.json was exchanged."),
    ],
)
def test_what_was_added_later_is_named(attack: object, words: str) -> None:
    failed = verdict(attack(signed()))  # type: ignore[operator]
    assert list(failed) == ["changes"]
    assert all(words in one for one in failed["changes"])


def test_an_addition_without_effect_is_still_an_addition() -> None:
    failed = verdict(attacks.title_changed(signed()))
    assert list(failed) == ["coverage"]
    assert "bytes were added after the last signature" in failed["coverage"][0]


def test_bytes_appended_are_refused() -> None:
    assert verdict(signed() + b"\n% nothing\n")
    assert verdict(signed() + bytes(2000))


def test_a_stranger_in_the_right_field_is_told_by_the_fingerprint() -> None:
    pdf = sign_pdf(signed(2), panel().stranger, "witness", moment=MOMENT, mark=mark())
    failed = verdict(pdf)
    assert list(failed) == ["signer", "trust"]
    assert panel().stranger.certificate_sha256 in failed["signer"][0]
    assert panel().witness.certificate_sha256 in failed["signer"][0]
    assert panel().stranger.certificate_sha256 in failed["trust"][0]


def test_two_listed_people_in_each_others_fields_are_told() -> None:
    pdf = sign_pdf(prepared(), panel().secretary, "chair", moment=MOMENT)
    failed = verdict(pdf, incomplete_ok=True)
    assert list(failed) == ["signer"]


def test_a_signature_nobody_asked_for_is_named() -> None:
    pdf = attacks.signed_in_new_field(signed(), panel().stranger, "fourth")
    failed = verdict(pdf)
    assert list(failed) == ["fields"]
    assert "fourth" in failed["fields"][0]


def test_a_picture_laid_over_a_page_as_a_signature_is_named() -> None:
    pdf = attacks.signed_in_new_field(signed(), panel().stranger, "fourth", visible=True)
    assert list(verdict(pdf)) == ["fields", "changes"]


def test_it_is_named_also_where_no_signature_certifies() -> None:
    """A document signed first in another program may carry approvals only."""
    pdf = attacks.signed_in_new_field(prepared(), panel().chair, "first")
    one = (replace(signatories()[0], field="first"),)
    assert verdict(pdf, signatories=one) == {}
    pdf = attacks.signed_in_new_field(pdf, panel().stranger, "fourth", visible=True)
    assert list(verdict(pdf, signatories=one)) == ["fields", "changes"]


def test_one_signature_cannot_stand_for_two_people() -> None:
    people = tuple(replace(one, certificate_sha256=None) for one in signatories()[:2])
    pdf = attacks.signature_borrowed(signed(1), "chair", "secretary")
    assert list(verdict(pdf, signatories=people)) == ["integrity", "coverage"]
    # The signer could prepare it so before signing; then no later addition betrays it.
    pdf = attacks.signed_for_two(prepared(), panel().chair, "chair", "secretary")
    failed = verdict(pdf, signatories=people)
    assert "integrity" in failed
    assert all("no signature that can be read" in one for one in failed["integrity"])


def test_a_signer_not_fixed_in_advance_is_shown() -> None:
    people = tuple(replace(one, certificate_sha256=None) for one in signatories())
    checks = check_signatures(signed(), people, trust_roots=(panel().root.pem(),), now=LATER)
    assert all(check.ok for check in checks)
    shown = [str(check.detail) for check in checks if check.name == "signer"]
    assert all("signer not fixed in advance" in one for one in shown)
    assert panel().chair.certificate_sha256 in shown[0]


def test_without_a_root_nobody_is_trusted() -> None:
    failed = verdict(signed(), trust_roots=())
    assert list(failed) == ["trust"]
    assert len(failed["trust"]) == 3
    assert panel().chair.certificate_sha256 in failed["trust"][0]
    assert "No root certificate was given" in failed["trust"][0]


def test_the_issuing_authority_may_be_the_root_that_is_given() -> None:
    assert verdict(signed(), trust_roots=(panel().issuing.pem(),)) == {}


def test_a_root_may_come_as_der_or_among_others() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = panel().root.certificate.public_bytes(Encoding.DER)
    assert verdict(signed(), trust_roots=(der,)) == {}
    other = rsa_signer().certificate.public_bytes(Encoding.PEM)
    assert verdict(signed(), trust_roots=(other + panel().root.pem(),)) == {}


def test_what_is_no_root_is_refused_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        verdict(signed(), trust_roots=(panel().root.pem(), b"nothing", b"-----BEGIN X"))
    assert [str(problem.where) for problem in caught.value.problems] == [
        "trusted certificate 2",
        "trusted certificate 3",
    ]


def test_a_certificate_out_of_date_says_so() -> None:
    failed = verdict(signed(), now=MOMENT + timedelta(days=800))
    assert list(failed) == ["trust"]
    assert "2026-11-24T03:10:16Z" in failed["trust"][0]
    assert "no time stamp" in failed["trust"][0]


def test_a_signer_given_as_root_must_still_be_in_date() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    own = tuple(
        key.certificate.public_bytes(Encoding.PEM)
        for key in (panel().chair, panel().secretary, panel().witness)
    )
    assert verdict(signed(), trust_roots=own) == {}
    assert list(verdict(signed(), trust_roots=own, now=MOMENT + timedelta(days=800))) == ["trust"]


def test_rsa_and_elliptic_keys_sign_one_document() -> None:
    pdf = sign_pdf(signed(1), rsa_signer(), "secretary", moment=MOMENT, mark=mark())
    pdf = sign_pdf(pdf, panel().witness, "witness", moment=MOMENT)
    people = list(signatories())
    people[1] = replace(people[1], certificate_sha256=rsa_signer().certificate_sha256)
    assert verdict(pdf, signatories=people) == {}


def test_a_document_that_lists_nobody_is_not_proven() -> None:
    assert list(verdict(signed(), signatories=())) == ["signed", "fields"]
    assert list(verdict(prepared(), signatories=())) == ["signed"]


def test_a_certificate_for_something_else_is_told() -> None:
    key = server_key()
    pdf = attacks.signed_in_new_field(prepared(), key, "chair")
    one = (replace(signatories()[0], certificate_sha256=key.certificate_sha256),)
    failed = verdict(pdf, signatories=one)
    assert list(failed) == ["trust"]
    assert "not meant for signing documents" in failed["trust"][0]


def server_key() -> PdfSignerKey:
    """Return a key whose certificate permits to encrypt keys, and nothing else."""
    private = ec.generate_private_key(ec.SECP256R1())
    parent = panel().issuing
    only = dict.fromkeys(
        ("digital_signature", "content_commitment", "data_encipherment", "key_agreement",
         "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
        False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "server")]))
        .issuer_name(parent.certificate.subject)
        .public_key(private.public_key())
        .serial_number(3)
        .not_valid_before(parent.certificate.not_valid_before_utc)
        .not_valid_after(parent.certificate.not_valid_after_utc)
        .add_extension(x509.KeyUsage(key_encipherment=True, **only), critical=True)
        .sign(parent.key, hashes.SHA256())
    )
    return PdfSignerKey(certificate, (parent.certificate,), private)


def test_a_method_no_longer_safe_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(HASHES, "sha1", hashes.SHA1())  # noqa: S303  what must be refused
    pdf = attacks.signed_in_new_field(prepared(), panel().chair, "chair", md="sha1")
    failed = verdict(pdf, incomplete_ok=True)
    assert list(failed) == ["trust"]
    assert "no longer safe" in failed["trust"][0]


def test_a_time_stamp_is_nobodys_signature() -> None:
    pdf = attacks.document_stamped(signed(2), "witness", service())
    failed = verdict(pdf)
    assert list(failed) == ["signed", "signer"]
    assert "a time stamp stands where a signature belongs" in failed["signer"][0]


def test_a_time_stamp_on_the_whole_document_is_welcome() -> None:
    pdf = attacks.document_stamped(signed(), "stamp", service())
    checks = check_signatures(pdf, signatories(), trust_roots=(panel().root.pem(),), now=LATER)
    assert all(check.ok for check in checks)
    assert "proves that this existed" in next(
        str(check.detail) for check in checks if check.name == "timestamp"
    )
    assert list(verdict(attacks.page_replaced(pdf))) == ["changes"]


def test_the_page_on_security_explains_every_check(root: Path) -> None:
    page = (root / "docs" / "security.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert tuple(explained[: len(CHECK_NAMES)]) == CHECK_NAMES
    source = "".join(
        path.read_text(encoding="utf-8") for path in (root / "smartcity_desktop").rglob("*.py")
    )
    names = set(re.findall(r'\bCheck\(\s*"(\w+)"', source))
    assert names - set(re.findall(r"`(\w+)`", page)) == set()


def test_nothing_hides_in_the_room_left_for_a_signature() -> None:
    padding = signed(1).index(b">", signed(1).rindex(b"/Contents <")) - 3
    assert signed(1)[padding : padding + 1] == b"0"
    failed = verdict(attacks.with_byte_changed(signed(1), padding), incomplete_ok=True)
    assert list(failed) == ["integrity"]
