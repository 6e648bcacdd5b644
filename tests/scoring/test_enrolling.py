"""Enrolment happens once; keys may follow one another, scores stay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from smartcity_desktop.domain.errors import InputError, KeyRefusedError, RuleError
from smartcity_desktop.scoring.enrolling import add_key, enrol_with_p12, unlock_key
from smartcity_desktop.scoring.handing_over import hand_over
from smartcity_desktop.scoring.seal import seal_panel_file
from smartcity_desktop.sealing.enrolment import check_enrolment
from smartcity_desktop.sealing.jws import read_jws
from smartcity_desktop.sealing.seal import TYP
from tests.scoring.jury import PASSPHRASE, score_all

if TYPE_CHECKING:
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.sealing.signer import Signer
    from tests.scoring.jury import Jury


def p12(kind: str, jury: Jury) -> bytes:
    """Return a judge's own certificate file, signed by himself."""
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    if kind == "RS256":
        key = rsa.generate_private_key(65537, 2048)
    else:
        key = ec.generate_private_key(ec.SECP256R1() if kind == "ES256" else ec.SECP384R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sri Wahyuni")])
    now = jury.clock()
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, now, now + timedelta(9))
    certificate = builder.sign(key, SHA256())
    protection = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"sri", key, certificate, None, protection)


def test_the_issue_key_vouches_once_and_is_gone(fresh: Desk, jury: Jury) -> None:
    pem = fresh.panel.keys.issue_key()
    assert pem is not None
    secret = b"".join(pem.splitlines()[1:-1])
    assert secret[:40] in fresh.panel.path.read_bytes().replace(b"\n", b"")
    signer = jury.enrol(fresh, {"64.74": " Pernah\nkonsultan "})
    assert fresh.panel.keys.issue_key() is None
    key = fresh.panel.keys.current()
    assert key is not None
    proof = check_enrolment(key.proof, fresh.panel.issue.issue.public_key)
    assert (proof.judge, proof.issue) == ("j1", "j1-1")
    assert proof.thumbprint == signer.public.thumbprint == key.thumbprint
    assert proof.conflicts == (("64.74", "Pernah konsultan"),)
    assert fresh.excused() == {"64.74": "Pernah konsultan"}
    fresh.panel.close()
    content = fresh.panel.path.read_bytes()
    assert secret[:40] not in content.replace(b"\n", b"")
    assert PASSPHRASE.encode() not in content


def test_nobody_enrols_twice(desk: Desk, jury: Jury) -> None:
    before = desk.panel.keys.all()
    with pytest.raises(RuleError, match="enrolled already"):
        jury.enrol(desk)
    with pytest.raises(RuleError, match="enrolled already"):
        enrol_with_p12(desk.panel, p12("ES256", jury), PASSPHRASE, {}, jury.clock)
    assert desk.panel.keys.all() == before


def test_what_cannot_be_declared_enrols_nobody(fresh: Desk, jury: Jury) -> None:
    with pytest.raises(InputError) as refused:
        jury.enrol(fresh, {"64.99": "x", "64.71": " ", "12.01": "y"})
    assert [problem.where for problem in refused.value.problems] == ["12.01", "64.71", "64.99"]
    assert fresh.panel.keys.current() is None
    assert fresh.panel.keys.issue_key() is not None


def test_a_short_passphrase_makes_no_key(fresh: Desk, jury: Jury) -> None:
    with pytest.raises(KeyRefusedError, match="at least 8"):
        jury.key_making("pendek").make(fresh.panel.issue.judge)


def test_a_wrong_passphrase_costs_nothing(desk: Desk, signer: Signer) -> None:
    for _ in range(3):
        with pytest.raises(KeyRefusedError) as refused:
            unlock_key(desk.panel, "kuda putih di sore hari")
        assert "kuda" not in str(refused.value)
    opened = unlock_key(desk.panel, PASSPHRASE)
    assert opened.public == signer.public
    assert opened.certificates == signer.certificates


def test_there_is_no_key_before_enrolment(fresh: Desk, jury: Jury) -> None:
    with pytest.raises(RuleError, match="not confirmed"):
        unlock_key(fresh.panel, PASSPHRASE)
    with pytest.raises(RuleError, match="Enrol first"):
        add_key(fresh.panel, jury.key_making())


def test_a_forgotten_passphrase_costs_a_key_and_no_score(
    desk: Desk, signer: Signer, jury: Jury
) -> None:
    score_all(desk, "64.71")
    before = desk.sheets()
    first = desk.panel.keys.current()
    added = add_key(desk.panel, jury.key_making("sapi putih di sore hari"))
    assert added.public != signer.public
    assert desk.sheets() == before
    with pytest.raises(KeyRefusedError):
        unlock_key(desk.panel, PASSPHRASE)
    opened = unlock_key(desk.panel, "sapi putih di sore hari")
    current = desk.panel.keys.current()
    assert first is not None
    assert current is not None
    assert current.proof == first.proof
    seal_panel_file(desk, opened, "", jury.clock)
    copy = hand_over(desk, jury.folder).copy.read_bytes()
    proven, _ = jury.prove(copy)
    assert proven.seal.thumbprint == added.public.thumbprint
    assert not proven.seal.key_proven


@pytest.mark.parametrize("kind", ["ES256", "RS256"])
def test_a_judge_brings_his_own_certificate(fresh: Desk, jury: Jury, kind: str) -> None:
    data = p12(kind, jury)
    signer = enrol_with_p12(fresh.panel, data, PASSPHRASE, {}, jury.clock)
    score_all(fresh, "64.71")
    with pytest.raises(KeyRefusedError):
        unlock_key(fresh.panel, "salah")
    opened = unlock_key(fresh.panel, PASSPHRASE)
    assert opened.certificates == signer.certificates
    seal_panel_file(fresh, opened, "", jury.clock)
    last = fresh.panel.seals.last()
    assert last is not None
    assert read_jws(last.jws, TYP, ("x5c",)).alg == kind
    proven, _ = jury.prove(hand_over(fresh, jury.folder).copy.read_bytes())
    assert proven.seal.key_proven
    assert "Sri Wahyuni" in proven.certificate.subject


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "salah"])
def test_a_certificate_file_that_is_refused_enrols_nobody(
    fresh: Desk, jury: Jury, passphrase: str
) -> None:
    with pytest.raises(KeyRefusedError):
        enrol_with_p12(fresh.panel, p12("P-384", jury), passphrase, {}, jury.clock)
    assert fresh.panel.keys.issue_key() is not None
    assert fresh.panel.keys.all() == ()
