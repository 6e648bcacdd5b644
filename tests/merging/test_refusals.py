"""Every way to tamper with a panel file, with the one reason it is refused for."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.sealing.base64url import read_base64url, write_base64url
from smartcity_desktop.verifying.panel_file import verify_panel_file
from tests.merging.forging import Forgery, header_byte
from tests.workshop import INSTRUMENT, Workshop, conflict_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.merging.conftest import Made

    Tamper = Callable[[Forgery, Made], None]

HISTORY = {"merges", "merged_files", "acts"}


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every table of the assessment but the history of merges."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - own tables
            for (name,) in names.fetchall()
            if name not in HISTORY
        }


def refused(made: Made, path: Path) -> RefusalReason:
    """Merge one file, which must be refused and change nothing but the history."""
    before = dump(made.shop.path)
    merged = made.shop.merge(path)
    (plan,) = merged.applied.plan.files
    assert plan.outcome is Outcome.REFUSED
    assert plan.refusal is not None
    assert merged.applied.backup is None
    assert dump(made.shop.path) == before
    with made.shop.assessment() as file:
        (kept,) = file.seals.merges()[-1].files
    assert (kept.outcome, kept.reason) == (Outcome.REFUSED, plan.refusal.reason.value)
    assert kept.sentence == str(plan.refusal.what)
    return plan.refusal.reason


def swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(payload: bytes) -> bytes:
        assert old in payload
        return payload.replace(old, new, 1)

    return change


def value(text: bytes) -> Callable[[bytes], bytes]:
    """Put another text in place of the first value."""

    def change(payload: bytes) -> bytes:
        head, _, tail = payload.rpartition(b"[")
        return head + b"[" + text + tail[tail.index(b",") :]

    return change


def resealed(**fields: object) -> Tamper:
    return lambda forgery, made: forgery.reseal(made.signer, lambda said: said.update(fields))


def resealed_sheet(change: Callable[[bytes], bytes]) -> Tamper:
    return lambda forgery, made: forgery.reseal_sheet(made.signer, made.shop.regions[0], change)


def first_payload(made: Made) -> bytes:
    with made.shop.desk("j01-1") as desk:
        payload = desk.panel.sheets.payload(made.shop.regions[0])
    assert payload is not None
    return payload


def change_payload(forgery: Forgery, made: Made) -> None:
    del made
    forgery.run("UPDATE sealed_sheets SET payload = replace(payload, '\"count\":1', '\"count\":2')")


def scramble_payload(forgery: Forgery, made: Made) -> None:
    del made
    forgery.run("UPDATE sealed_sheets SET payload = CAST(x'ff00fe' AS TEXT) WHERE rowid = 1")


def change_manifest(forgery: Forgery, made: Made) -> None:
    del made
    forgery.rewrite(1, lambda said: said | {"time": "2026-11-24T23:59:59Z"})


def change_signature(forgery: Forgery, made: Made) -> None:
    del made
    head, payload, signature = forgery.jws().split(".")
    forgery.put_jws(f"{head}.{payload}.{'A' + signature[1:]}")


def swap_certificate(forgery: Forgery, made: Made) -> None:
    """Another judge's certificate over the same statement and signature."""
    from smartcity_desktop.sealing.base64url import write_base64

    other = made.shop.enrol("j02-1")
    shown = [write_base64(der) for der in other.certificates]
    forgery.rewrite(0, lambda header: header | {"x5c": shown})


def sign_as_other(forgery: Forgery, made: Made) -> None:
    """Everything signed by another judge's key: the key is proven, but not for this issue."""
    other = made.shop.enrol("j02-1")
    made.shop.score("j02-1", made.shop.invented("j02"))
    _, copy = made.shop.seal("j02-1")
    proof = Forgery(copy, "proof.panel")

    def take(said: dict[str, Any]) -> None:
        from smartcity_desktop.sealing.proof import open_seal

        said["enrolment"] = open_seal(proof.jws())[2].enrolment

    forgery.reseal(made.signer, take)
    forgery.other_certificate(other)


def no_algorithm(forgery: Forgery, made: Made) -> None:
    del made
    forgery.rewrite(0, lambda header: header | {"alg": "none"})


def other_algorithm(forgery: Forgery, made: Made) -> None:
    del made
    forgery.rewrite(0, lambda header: header | {"alg": "RS256"})


def add_sheet(forgery: Forgery, made: Made) -> None:
    import hashlib

    payload = first_payload(made).replace(b'"count":1', b'"count":9')
    forgery.run(
        "INSERT INTO sealed_sheets VALUES (?, ?)",
        hashlib.sha256(payload).hexdigest(),
        payload.decode(),
    )


def remove_sheet(forgery: Forgery, made: Made) -> None:
    del made
    forgery.run("DELETE FROM sealed_sheets WHERE rowid = (SELECT min(rowid) FROM sealed_sheets)")


def list_twice(forgery: Forgery, made: Made) -> None:
    forgery.reseal(made.signer, lambda said: said["sheets"].insert(0, said["sheets"][0]))


def move_sheet(forgery: Forgery, made: Made) -> None:
    """The open region gets the sheet of the first one, which becomes open."""

    def move(said: dict[str, Any]) -> None:
        sheet = said["sheets"].pop(0)
        (free,) = said["open"]
        said["open"] = [sheet["region"]]
        said["sheets"].append({"region": free, "sha256": sheet["sha256"]})

    forgery.reseal(made.signer, move)


def swap_sheets(forgery: Forgery, made: Made) -> None:
    def swapped(said: dict[str, Any]) -> None:
        one, other = said["sheets"]
        one["sha256"], other["sha256"] = other["sha256"], one["sha256"]

    forgery.reseal(made.signer, swapped)


def foreign_region(forgery: Forgery, made: Made) -> None:
    forgery.reseal(made.signer, lambda said: said["open"].append("99.99"))


def sealed_foreign_region(forgery: Forgery, made: Made) -> None:
    def extend(said: dict[str, Any]) -> None:
        said["sheets"].append({"region": "99.99", "sha256": "ab" * 32})

    forgery.reseal(made.signer, extend)


def statement_twice(forgery: Forgery, made: Made) -> None:
    forgery.reseal_raw(made.signer, swap(b'"number":1', b'"number":1,"number":1'))


def statement_unsorted(forgery: Forgery, made: Made) -> None:
    forgery.reseal_raw(made.signer, swap(b"{", b'{"zz":1,'))


def header_twice(forgery: Forgery, made: Made) -> None:
    """The first of two algorithms is for one reader, the second for another."""
    del made
    head, payload, signature = forgery.jws().split(".")
    doubled = swap(b'"alg":"ES256"', b'"alg":"none","alg":"ES256"')(read_base64url(head))
    forgery.put_jws(f"{write_base64url(doubled)}.{payload}.{signature}")


def silent_region(forgery: Forgery, made: Made) -> None:
    forgery.reseal(made.signer, lambda said: said["open"].clear())


def unsealed(forgery: Forgery, made: Made) -> None:
    forgery.path.write_bytes(made.shop.panels["j02-1"].read_bytes())


def weak_certificate(forgery: Forgery, made: Made) -> None:
    del made
    forgery.rewrite(0, lambda header: header | {"x5c": ["AAAA"]})


def not_compact(forgery: Forgery, made: Made) -> None:
    del made
    forgery.put_jws("no seal at all")


def newer(forgery: Forgery, made: Made) -> None:
    del made
    header_byte(forgery.path, 60, (2000).to_bytes(4))


def left_in_wal(forgery: Forgery, made: Made) -> None:
    del made
    header_byte(forgery.path, 18, b"\x02\x02")


def really_in_wal(forgery: Forgery, made: Made) -> None:
    """As a browser for databases leaves it, with the last change still beside it."""
    del made
    with forgery.database() as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def longer(forgery: Forgery, made: Made) -> None:
    del made
    forgery.path.write_bytes(forgery.path.read_bytes() + b"x")


def virtual_for_table(forgery: Forgery, made: Made) -> None:
    del made
    forgery.run("DROP TABLE sealed_sheets")
    forgery.run("CREATE VIRTUAL TABLE sealed_sheets USING fts5(sha256, payload)")


def rehashed_payload(forgery: Forgery, made: Made) -> None:
    """Payload and its digest fit each other again; the seal lists the old one."""
    import hashlib

    old = first_payload(made)
    payload = old.replace(b'"count":1', b'"count":9')
    assert payload != old
    forgery.run(
        "UPDATE sealed_sheets SET sha256 = ?, payload = ? WHERE sha256 = ?",
        hashlib.sha256(payload).hexdigest(),
        payload.decode(),
        hashlib.sha256(old).hexdigest(),
    )


def view_for_table(forgery: Forgery, made: Made) -> None:
    del made
    forgery.run("ALTER TABLE sealed_sheets RENAME TO hidden")
    forgery.run("CREATE VIEW sealed_sheets AS SELECT * FROM hidden")


def add_trigger(forgery: Forgery, made: Made) -> None:
    del made
    forgery.run("CREATE TRIGGER t AFTER INSERT ON seals BEGIN DELETE FROM seals; END")


def truncated(forgery: Forgery, made: Made) -> None:
    del made
    data = forgery.path.read_bytes()
    forgery.path.write_bytes(data[: len(data) // 2])


def zeroed(forgery: Forgery, made: Made) -> None:
    del made
    data = forgery.path.read_bytes()
    forgery.path.write_bytes(data[:4096] + bytes(len(data) - 4096))


def content(data: bytes) -> Tamper:
    def overwrite(forgery: Forgery, made: Made) -> None:
        del made
        forgery.path.write_bytes(data)

    return overwrite


R = RefusalReason
CASES: dict[str, tuple[Tamper, RefusalReason]] = {
    "payload changed": (change_payload, R.SHEET_CHANGED),
    "payload no longer UTF-8": (scramble_payload, R.SHEET_CHANGED),
    "payload sealed as no UTF-8": (
        resealed_sheet(swap(b'"notes":{}', b'"notes":{"A1":"\xff"}')),
        R.SHEET_MALFORMED,
    ),
    "manifest changed": (change_manifest, R.SIGNATURE_INVALID),
    "signature changed": (change_signature, R.SIGNATURE_INVALID),
    "certificate swapped": (swap_certificate, R.SIGNATURE_INVALID),
    "proof of another issue": (sign_as_other, R.KEY_NOT_PROVEN),
    "certificate unreadable": (weak_certificate, R.CERTIFICATE_NOT_ALLOWED),
    "algorithm none": (no_algorithm, R.ALGORITHM_NOT_ALLOWED),
    "algorithm of another key": (other_algorithm, R.ALGORITHM_NOT_ALLOWED),
    "no seal in its place": (not_compact, R.SEAL_MALFORMED),
    "sheet added": (add_sheet, R.SHEET_NOT_SEALED),
    "sheet removed": (remove_sheet, R.SHEET_MISSING),
    "sheet listed twice": (list_twice, R.SHEET_DUPLICATED),
    "sheet moved": (move_sheet, R.SHEET_MISPLACED),
    "sheets swapped": (swap_sheets, R.SHEET_MISPLACED),
    "instrument changed": (resealed(instrument="e" * 64), R.OTHER_INSTRUMENT),
    "another assessment": (resealed(assessment="e" * 32), R.OTHER_ASSESSMENT),
    "another assessment key": (resealed(assessment_key="{}"), R.OTHER_ASSESSMENT),
    "rehearsal": (resealed(mode="rehearsal"), R.OTHER_MODE),
    "unknown judge": (resealed(judge="j99"), R.UNKNOWN_JUDGE),
    "unknown issue": (resealed(issue="j01-9"), R.UNKNOWN_ISSUE),
    "issue of another judge": (resealed(issue="j02-1"), R.UNKNOWN_ISSUE),
    "no enrolment proof": (resealed(enrolment="a.b.c"), R.KEY_NOT_PROVEN),
    "region not assigned": (foreign_region, R.REGION_NOT_ASSIGNED),
    "region not assigned and sealed": (sealed_foreign_region, R.REGION_NOT_ASSIGNED),
    "duplicate keys in the statement": (statement_twice, R.SEAL_MALFORMED),
    "another key in the statement": (statement_unsorted, R.SEAL_MALFORMED),
    "duplicate keys in the header": (header_twice, R.SEAL_MALFORMED),
    "an earlier seal that is not counted": (resealed(earlier=["ab" * 32]), R.SEAL_MALFORMED),
    "payload changed with its digest": (rehashed_payload, R.SHEET_NOT_SEALED),
    "region passed over": (silent_region, R.SEAL_MALFORMED),
    "value not permitted": (resealed_sheet(value(b"9")), R.VALUE_NOT_PERMITTED),
    "value true": (resealed_sheet(value(b"true")), R.VALUE_NOT_PERMITTED),
    "value 1.0": (resealed_sheet(value(b"1.0")), R.VALUE_NOT_PERMITTED),
    "value NaN": (resealed_sheet(value(b"NaN")), R.SHEET_MALFORMED),
    "value huge": (resealed_sheet(value(b"9" * 40)), R.SHEET_MALFORMED),
    "value huge and whole": (resealed_sheet(value(b"9007199254740991")), R.VALUE_NOT_PERMITTED),
    "value infinite": (resealed_sheet(value(b"Infinity")), R.SHEET_MALFORMED),
    "value 1e0": (resealed_sheet(value(b"1e0")), R.SHEET_MALFORMED),
    "value -0": (resealed_sheet(value(b"-0")), R.SHEET_MALFORMED),
    "value false": (resealed_sheet(value(b"false")), R.VALUE_NOT_PERMITTED),
    "value text": (resealed_sheet(value(b'"3"')), R.VALUE_NOT_PERMITTED),
    "value open": (resealed_sheet(value(b"null")), R.SHEET_UNFINISHED),
    "duplicate keys": (
        resealed_sheet(swap(b'"evidence":[]', b'"evidence":[],"evidence":[]')),
        R.SHEET_MALFORMED,
    ),
    "sheet of another judge": (
        resealed_sheet(swap(b'"judge":"j01"', b'"judge":"j02"')),
        R.SHEET_MISPLACED,
    ),
    "another name of the region": (
        resealed_sheet(swap(b'"Kota 1"', b'"Kota 9"')),
        R.SHEET_MISPLACED,
    ),
    "not sealed": (unsealed, R.NOT_SEALED),
    "newer version": (newer, R.NEWER_VERSION),
    "wal": (left_in_wal, R.WAL_MODE),
    "wal by another program": (really_in_wal, R.WAL_MODE),
    "longer by a byte": (longer, R.DAMAGED),
    "virtual table for a table": (virtual_for_table, R.FOREIGN_SCHEMA),
    "view for a table": (view_for_table, R.FOREIGN_SCHEMA),
    "trigger": (add_trigger, R.FOREIGN_SCHEMA),
    "truncated": (truncated, R.DAMAGED),
    "zeroed": (zeroed, R.DAMAGED),
    "random bytes": (content(bytes(range(1, 256)) * 40), R.NOT_A_PANEL_FILE),
    "a PDF": (content(b"%PDF-1.7\n%%EOF\n"), R.NOT_A_PANEL_FILE),
    "an empty file": (content(b""), R.NOT_A_PANEL_FILE),
}


@pytest.mark.parametrize("name", CASES)
def test_tampering_is_refused_for_its_own_reason(made: Made, name: str) -> None:
    tamper, reason = CASES[name]
    forgery = Forgery(made.copy)
    tamper(forgery, made)
    assert refused(made, forgery.path) is reason
    (again,) = made.shop.merge(made.copy).applied.plan.files
    assert again.outcome is Outcome.NEW
    checks = verify_panel_file(forgery.path.read_bytes())
    assert [check.name for check in checks if not check.ok] in (
        ["readable"],
        ["seal"],
        ["seal"] * 2,
    )


def test_the_malleable_twin_of_a_signature_is_the_same_seal(made: Made) -> None:
    forgery = Forgery(made.copy)
    forgery.twin()
    outcomes = [p.outcome for p in made.shop.merge(made.copy, forgery.path).applied.plan.files]
    assert outcomes == [Outcome.NEW, Outcome.ALREADY_MERGED]


def test_every_bad_sheet_of_a_file_is_named(made: Made) -> None:
    forgery = Forgery(made.copy)
    change_payload(forgery, made)
    (plan,) = made.shop.merge(forgery.path).applied.plan.files
    assert plan.refusal is not None
    named = [(each.judge, each.region) for each in (plan.refusal, *plan.also)]
    assert named == [("j01", region) for region in made.shop.regions[:2]]


def test_files_of_a_rehearsal_and_of_another_assessment_are_refused(
    made: Made, tmp_path: Path
) -> None:
    other = Workshop.open(tmp_path / "other", seed="lain")
    assert refused(made, other.hand_in("j01")) is R.OTHER_ASSESSMENT
    rehearsal = Workshop.open(tmp_path / "rehearsal", mode=Mode.REHEARSAL)
    assert refused(made, rehearsal.hand_in("j01")) is R.OTHER_MODE
    (official,) = rehearsal.merge(made.copy).applied.plan.files
    assert official.refusal is not None
    assert official.refusal.reason is R.OTHER_MODE
    changed = INSTRUMENT.replace(b"Udara", b"Hawa")
    instrument = Workshop.open(tmp_path / "instrument", instrument=changed)
    assert refused(made, instrument.hand_in("j01")) is R.OTHER_INSTRUMENT


def test_nobody_scores_against_a_declared_conflict_of_interest(made: Made, tmp_path: Path) -> None:
    """The judge's own program would not seal it, so the statement is forged with the key."""
    del made
    shop = Workshop.open(tmp_path / "declared")
    region = shop.regions[0]
    signer = shop.enrol("j01-1", {region: "Pernah bekerja"})
    values = shop.invented("j01")
    del values[region]
    shop.score("j01-1", values)
    forgery = Forgery(shop.seal("j01-1")[1])
    neighbour = shop.regions[1]
    moved = swap(f'"region":"{neighbour}"'.encode(), f'"region":"{region}"'.encode())
    forgery.reseal_sheet(signer, neighbour, lambda p: moved(p).replace(b"Kota 2", b"Kota 1"))

    def relabel(said: dict[str, Any]) -> None:
        said["open"] = [neighbour]
        said["sheets"][0]["region"] = region

    forgery.reseal(signer, relabel)
    (plan,) = shop.merge(forgery.path).applied.plan.files
    assert plan.refusal is not None
    assert plan.refusal.reason is R.CONFLICT_OF_INTEREST


def test_a_conflict_of_interest_known_at_issue_is_not_even_issued(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path, conflicts=(conflict_of("j01", "11.01"),))
    (issue,) = (issue for issue in shop.roster().issues if issue.judge == "j01")
    assert "11.01" not in issue.regions
