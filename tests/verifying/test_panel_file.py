"""One panel file by itself: its seals, its sheets, its key, its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.sealing.certificate import make_certificate
from smartcity_desktop.sealing.signer import make_key
from smartcity_desktop.verifying.panel_file import verify_panel_file
from tests.merging.forging import Forgery, header_byte
from tests.verifying.declared import R3, Declared, failed
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.sealing.signer import Signer


def verify(path: Path, *identities: str) -> tuple[Check, ...]:
    return verify_panel_file(path.read_bytes(), identities)


def verdict(path: Path) -> dict[str, list[str]]:
    return failed(verify(path))


def test_an_untouched_copy_holds_and_its_receipts_are_said(once: Declared) -> None:
    checks = verify(once.copy("j01-1", 2))
    assert failed(checks) == {}
    seals = [str(check.detail) for check in checks if check.name == "seal"]
    assert len(seals) == 2
    assert seals[0].startswith("Seal 1, receipt ")
    assert "5 score sheets, 0 regions open" in seals[1]
    thumbprint = once.shop.signers["j01-1"].public.thumbprint
    assert all(thumbprint in seal and "signed minutes" in seal for seal in seals)


def test_the_judges_own_working_file_is_verified_as_well(once: Declared) -> None:
    assert verdict(once.shop.panels["j01-1"]) == {}


def test_what_is_not_sealed_is_not_verified(tmp_path: Path) -> None:
    found = verdict(Workshop.open(tmp_path).panels["j01-1"])
    assert list(found) == ["seal"]
    assert "not sealed yet" in found["seal"][0]


@pytest.mark.parametrize(
    ("sql", "name", "words"),
    [
        ("UPDATE sealed_sheets SET payload = payload || ' ' WHERE payload LIKE '%11.03%'", "seal",
         "its content was changed"),
        ("DELETE FROM sealed_sheets WHERE payload LIKE '%11.03%'", "seal",
         "a score sheet that is not in the file"),
        ("INSERT INTO sealed_sheets VALUES (hex(zeroblob(32)), '{}')", "seal", "no seal lists"),
        ("UPDATE seals SET jws = replace(jws, '.', '.A')", "seal", "does not fit"),
        ("UPDATE acts SET at = '2020-01-01T00:00:00Z' WHERE number = 2", "audit_log",
         "broken at act 2"),
        ("DELETE FROM acts WHERE number = 1", "audit_log", "broken at act 1"),
        (("UPDATE issue SET instrument = CAST(replace(CAST(instrument AS TEXT), 'Udara', 'Hawa') "
         "AS BLOB)"), "instrument", "not the one the seals name"),
        ("UPDATE issue SET document = replace(document, '\"title\":\"Uji\"', '\"title\": \"Uji\"')",
         "readable", "does not say properly"),
        (("UPDATE issue SET document = replace(document, '\"mode\":\"official\"', "
         "'\"mode\":\"rehearsal\"')"), "seal", "rehearsal"),
        ("CREATE TABLE extra (x)", "readable", "altered by another program"),
    ],
)  # fmt: skip
def test_what_was_altered_is_named(made: Declared, sql: str, name: str, words: str) -> None:
    forgery = Forgery(made.copy("j01-1", 2))
    forgery.run(sql)
    found = verdict(forgery.path)
    assert list(found) == [name], found
    assert words in found[name][0]


def test_a_later_seal_taken_out_is_betrayed_by_the_log(made: Declared) -> None:
    """Whoever carries the stick would rather have the judge's first opinion counted."""
    forgery = Forgery(made.copy("j01-1", 2))
    forgery.run("DELETE FROM seals WHERE number = 2")
    forgery.run(
        'DELETE FROM sealed_sheets WHERE payload LIKE \'%"region":"11.03"%\' '
        "AND payload LIKE '%[2,2,2]%'"
    )
    found = verdict(forgery.path)
    assert list(found) == ["log"]
    assert "Seal 2" in found["log"][0]
    assert "is not in the file" in found["log"][0]


def test_a_seal_that_the_log_does_not_know_is_named(made: Declared) -> None:
    forgery = Forgery(made.copy("j01-1", 2))
    forgery.run("DELETE FROM acts WHERE number = (SELECT max(number) FROM acts)")
    found = verdict(forgery.path)
    assert list(found) == ["log"]
    assert "does not know seal 2" in found["log"][0]


def test_a_log_cut_off_before_a_seal_loses_its_place(made: Declared) -> None:
    forgery = Forgery(made.copy("j01-1", 2))
    forgery.run("DELETE FROM acts WHERE number > 1")
    found = verdict(forgery.path)
    assert "places in the log" not in found
    assert any("names a place in the audit log" in line for line in found["audit_head"])


def stranger(made: Declared) -> Signer:
    key = make_key(made.shop.random_bytes)
    certificate = make_certificate(key, made.shop.roster().judges[0], made.shop.clock())
    return key.with_certificates((certificate,))


def test_scores_sealed_again_by_a_stranger_are_not_verified(made: Declared) -> None:
    """The copy holds the judge's genuine enrolment proof, but for another key."""
    forgery = Forgery(made.copy("j01-1", 1))
    key = stranger(made)
    own = made.shop.signers["j01-1"]
    forgery.reseal_sheet(own, R3, lambda payload: payload.replace(b"[1,1,1]", b"[4,4,4]"))
    forgery.other_certificate(key)
    found = verdict(forgery.path)
    assert "key" in found
    assert key.public.thumbprint in found["key"][0]
    assert "was not enrolled" in found["key"][0]


def test_a_forgotten_passphrase_is_said_and_not_passed_over(made: Declared) -> None:
    new = made.shop.forget_passphrase("j03-1")
    made.shop.score("j03-1", {R3: (2, 2, 2)})
    _, copy = made.shop.seal("j03-1", signer=new)
    found = verdict(copy)
    assert list(found) == ["key"]
    assert "Seal 2" in found["key"][0]


def test_an_encrypted_copy_is_verified_with_the_identity(made: Declared) -> None:
    identity = pyrage.x25519.Identity.generate()
    copy = made.copy("j02-1")
    sealed = copy.with_suffix(".panel.age")
    sealed.write_bytes(pyrage.encrypt(copy.read_bytes(), [identity.to_public()]))
    found = verdict(sealed)
    assert list(found) == ["readable"]
    assert "--identity" in found["readable"][0]
    assert failed(verify(sealed, str(identity))) == {}


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", bytes(range(256)) * 40, b"SQLite format 3\0" + bytes(9000)]
)
def test_what_is_no_panel_file_is_not_verified(data: bytes) -> None:
    assert list(failed(verify_panel_file(data))) == ["readable"]


def test_a_newer_major_version_is_named(made: Declared) -> None:
    forgery = Forgery(made.copy("j02-1"))
    header_byte(forgery.path, 60, (2000).to_bytes(4))
    assert "newer version" in verdict(forgery.path)["readable"][0]
