"""An assessment file altered with a database tool: the verdict names what was altered."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.audit import Head, hash_of, next_act
from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.plenary.declaring import reopen_results
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.verifying.assessment_file import verify_assessment_file
from smartcity_desktop.verifying.unaltered import expect_unaltered
from tests.merging.forging import header_byte
from tests.verifying.declared import (
    R1,
    R3,
    R5,
    Declared,
    declare,
    failed,
    print_ranking,
    run_sql,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.check import Check


def verdict(made: Declared) -> dict[str, list[str]]:
    return failed(verify_assessment_file(made.shop.path))


def said(checks: tuple[Check, ...], name: str) -> list[str]:
    return [str(check.detail) for check in checks if check.name == name]


def test_an_untouched_file_holds(made: Declared) -> None:
    before = made.shop.path.read_bytes()
    checks = verify_assessment_file(made.shop.path)
    assert failed(checks) == {}
    assert [c.name for c in checks] == [
        "readable", "audit_log", "recorded", "seals", "declaration", "settled",
    ]  # fmt: skip
    assert made.shop.path.read_bytes() == before


@pytest.mark.parametrize(
    ("sql", "names", "words"),
    [
        (
            "UPDATE sealed_sheets SET payload = payload||' ' WHERE payload LIKE '%\"j02\"%11.03%'",
            ["seals"], f"judge j02 for {R3}: The score sheet is not the one that was sealed",
        ),
        (
            "DELETE FROM sealed_sheets WHERE payload LIKE '%\"j02\"%11.03%'",
            ["seals"], f"judge j02 for {R3}: The seal lists a score sheet that is not in the file",
        ),
        ("INSERT INTO sealed_sheets VALUES (hex(zeroblob(32)), '{}')",
         ["seals"], "that no seal lists (000000000000)"),
        ("UPDATE seals SET jws = replace(jws, '.', '.A') WHERE position = 3",
         ["seals"], "Seal 1 of panel file j02-1"),
        ("UPDATE seals SET jws = (SELECT jws FROM seals WHERE position = 1) WHERE position = 3",
         ["seals"], "panel file j02-1"),
        ("UPDATE seals SET number = 2 WHERE position = 3",
         ["seals"], "filed under other facts"),
        ("UPDATE seals SET judge = 'j01' WHERE position = 3",
         ["seals"], "filed under other facts"),
        ("UPDATE seals SET digest = hex(zeroblob(32)) WHERE position = 3",
         ["recorded", "seals"], "Merge 1 is not what the audit log records (seals)"),
        (("UPDATE issues SET public_key = (SELECT public_key FROM issues WHERE id = 'j01-1') "
         "WHERE id = 'j02-1'"),
         ["recorded", "seals"], "panel file j02-1"),
        ("UPDATE issues SET regions = '[\"11.01\"]' WHERE id = 'j02-1'",
         ["recorded", "seals"], "does not hold: 11.02"),
        ("UPDATE regions SET name = 'Kota Juara' WHERE code = '11.03'",
         ["recorded", "seals"], "for 11.03 Kota 3"),
        (("UPDATE assessment SET instrument = CAST(replace(CAST(instrument AS TEXT), "
         "'Udara', 'Hawa') AS BLOB)"), ["instrument"], "not the one the assessment began with"),
        ("UPDATE decisions SET subject = '[\"j02\",\"11.03\"]' WHERE kind = 'recuse'",
         ["declaration", "recorded"], "Decision 2 is not what the audit log records (subject)"),
        ("UPDATE decisions SET reason = 'Lain' WHERE number = 3",
         ["recorded"], "Decision 3 is not what the audit log records (reason)"),
        ("UPDATE decisions SET by = 'Orang lain' WHERE number = 3",
         ["recorded"], "Decision 3 is not what the audit log records (by)"),
        ("UPDATE decisions SET manner = 'vote', votes_for = 5 WHERE number = 3",
         ["recorded"], "Decision 3 is not what the audit log records (manner, votes)"),
        ("UPDATE decisions SET at = '2020-01-01T00:00:00Z' WHERE number = 3",
         ["recorded"], "Decision 3 is not what the audit log records (at)"),
        ("DELETE FROM decisions WHERE number = 2",
         ["declaration", "recorded"], "records Decision 2, which is not in the file any more"),
        (("INSERT INTO decisions SELECT 9, kind, '[\"j01\",\"11.04\"]', choice, by, reason, at, "
         "basis, manner, votes_for, votes_against FROM decisions WHERE number = 2"),
         ["declaration", "recorded"], "Decision 9 is in the file, but the audit log does not know"),
        ("UPDATE decisions SET choice = 'asleep' WHERE kind = 'status'",
         ["recorded", "roster"], "Decision 1 is not what the audit log records (choice)"),
        ("UPDATE merged_files SET name = 'lain.panel' WHERE position = 2",
         ["recorded"], "Merge 1 is not what the audit log records (files)"),
        ("DELETE FROM merged_files WHERE position = 2",
         ["recorded"], "Merge 1 is not what the audit log records (files)"),
        ("UPDATE documents SET number = 'lain.pdf'",
         ["recorded"], "(number)"),
        ("DELETE FROM documents", ["recorded"], "not in the file any more"),
        ("UPDATE documents SET declaration = NULL", ["recorded"], "(declaration)"),
        (("INSERT INTO documents SELECT 0, kind, 'lain.pdf', sha256, declaration, at "
         "FROM documents"), ["recorded"], "The document"),
        ("UPDATE declarations SET by = 'Orang lain'",
         ["recorded"], "Declaration 1 is not what the audit log records (by)"),
        (("UPDATE declarations SET results = CAST(replace(CAST(results AS TEXT), "
         "'\"printed\":\"1.50\"', '\"printed\":\"3.50\"') AS BLOB)"),
         ["declaration"], f"total of {R3} is printed as 3.50"),
        ("UPDATE declarations SET results = CAST('{}' AS BLOB)",
         ["declaration"], "is no results document"),
        ("INSERT INTO reopenings VALUES (1, '2026-11-25T00:00:00Z', 'X', 'Y')",
         ["recorded"], "The reopening of declaration 1 is in the file, but the audit log"),
        ("INSERT INTO reopenings VALUES (2, '2026-11-25T00:00:00Z', 'X', 'Y')",
         ["recorded"], "The reopening of declaration 2 is in the file, but the audit log"),
        ("UPDATE acts SET details = replace(details, 'j03', 'j02') WHERE kind = 'decision'",
         ["audit_log"], "broken at act"),
        ("UPDATE acts SET hash = replace(hash, 'a', 'b') WHERE number = 4",
         ["audit_log"], "broken at act 4"),
        ("DELETE FROM acts WHERE number = 4", ["audit_log"], "broken at act 4"),
        ("DELETE FROM acts WHERE number = 1", ["audit_log"], "broken at act 1"),
        ("UPDATE acts SET number = CASE number WHEN 3 THEN -4 ELSE -3 END WHERE number IN (3, 4)",
         ["audit_log"], "broken at act 1"),
        ("UPDATE acts SET at = '2020-01-01T00:00:00Z' WHERE number = 8",
         ["audit_log"], "broken at act 8"),
        ("DELETE FROM acts WHERE kind = 'document'", ["recorded"], "The document"),
        ("UPDATE issues SET typist = -1 WHERE id = 'j02-1'",
         ["declaration", "recorded"], "issues[1].typist"),
        ("UPDATE assessment SET letterhead = CAST('format = 1' AS BLOB)",
         ["recorded"], "What the panel files were issued from"),
        ("UPDATE assessment SET wrapped_key = zeroblob(9)",
         ["recorded"], "What the panel files were issued from"),
        ("UPDATE judges SET role = 'Ketua' WHERE id = 'j02'",
         ["recorded"], "What the panel files were issued from"),
        ("UPDATE issues SET issued_at = '2020-01-01T00:00:00Z'",
         ["recorded"], "What the panel files were issued from"),
        ("UPDATE assignments SET room = 'Ruang B' WHERE judge = 'j02'",
         ["recorded"], "What the panel files were issued from"),
        ("UPDATE indicators SET decimals = 1 WHERE position = 0",
         ["recorded"], "What the panel files were issued from"),
        ("INSERT INTO dossiers VALUES ('11.01', '{}')",
         ["recorded"], "What the panel files were issued from"),
        ("UPDATE assessment SET title = 'Lain'",
         ["declaration", "recorded"], "stated of the assessment is not what lies here"),
        ("UPDATE judges SET name = 'Orang lain' WHERE id = 'j02'",
         ["declaration", "recorded"], "stated of the judges is not what lies here"),
        ("UPDATE assessment SET id = hex(zeroblob(16))",
         ["recorded", "seals", "token"], "belongs to another assessment"),
        ("DROP VIEW sealed_scores", ["readable"], "altered by another program"),
        ("CREATE TRIGGER t AFTER INSERT ON acts BEGIN SELECT 1; END",
         ["readable"], "altered by another program"),
        ("PRAGMA user_version = 2000", ["readable"], "newer version"),
        ("PRAGMA journal_mode = WAL", ["readable"], "keeps changes in a file beside it"),
    ],
)  # fmt: skip
def test_what_was_altered_is_named(made: Declared, sql: str, names: list[str], words: str) -> None:
    run_sql(made.shop.path, sql)
    found = verdict(made)
    assert sorted(found) == names, found
    assert any(words in sentence for sentences in found.values() for sentence in sentences), found


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("INSERT INTO standings (at, region, status, reason) VALUES ('x', '11.02', 'absent', 'y')",
         "The status of 11.02 is not what the audit log records"),
        ("INSERT INTO conflicts_of_interest VALUES ('j03', '11.02', 'coordinator', 'y')",
         "What the panel files were issued from"),
    ],
)  # fmt: skip
def test_nobody_is_taken_out_by_hand_before_a_declaration(
    made: Declared, sql: str, words: str
) -> None:
    """Nothing is declared from such a file; if an older program did, it does not verify."""
    reopen(made)
    run_sql(made.shop.path, sql)
    with made.shop.assessment() as file, pytest.raises(RuleError, match=words.partition(" is ")[0]):
        expect_unaltered(file)
    if "standings" in sql:
        declare(made.shop)
    found = verdict(made)
    assert list(found) == ["recorded"]
    assert words in found["recorded"][0]


def test_who_joined_after_the_last_panel_file_changes_nothing(made: Declared) -> None:
    reopen(made)
    with made.shop.assessment() as file:
        file.rosters.add_judge(Judge("j09", "Juri 9"), "2026-11-25T00:00:00Z")
        file.rosters.add_region(Region("11.09", "Kota 9", "Aceh"), "2026-11-25T00:00:00Z")
    assert verdict(made) == {}
    run_sql(made.shop.path, "INSERT INTO judges VALUES ('j10', 'Juri 10', '', '', '', '')")
    assert list(verdict(made)) == ["recorded"]


def test_rows_exchanged_in_the_log_break_it(made: Declared) -> None:
    """Acts 3 and 4 change places, numbers and all."""
    for sql in (
        "UPDATE acts SET number = 99 WHERE number = 3",
        "UPDATE acts SET number = 3 WHERE number = 4",
        "UPDATE acts SET number = 4 WHERE number = 99",
    ):
        run_sql(made.shop.path, sql)
    assert "broken at act 3" in verdict(made)["audit_log"][0]


def test_a_log_cut_off_after_the_last_thing_said_is_missed(made: Declared) -> None:
    """The chain is whole, and the declaration's own place in it is still there."""
    with made.shop.assessment() as file:
        declared = next(a.number for a in file.acts.all() if a.kind == "declare")
    run_sql(made.shop.path, "DELETE FROM acts WHERE number >= ?", declared)
    found = verdict(made)
    assert list(found) == ["recorded"]
    assert (
        "Declaration 1 is in the file, but the audit log does not know it" in found["recorded"][0]
    )


def test_a_log_cut_off_before_the_declaration_loses_its_place(made: Declared) -> None:
    run_sql(made.shop.path, "DELETE FROM acts WHERE number > 2")
    found = verdict(made)
    assert "Declaration 1 names a place in the audit log" in found["audit_head"][0]
    assert len(found["recorded"]) >= 5


def test_a_log_written_anew_no_longer_holds_what_was_declared(made: Declared) -> None:
    """Somebody leaves one act out and chains all others again, so that the chain is whole."""
    with made.shop.assessment() as file:
        acts = [act for act in file.acts.all() if act.number != 3]
    run_sql(made.shop.path, "DELETE FROM acts")
    head = Head()
    for old in acts:
        act = next_act(head, old.at, old.kind, dict(old.details))
        assert act.hash == hash_of(act.number, act.at, act.kind, act.details, act.previous)
        with contextlib.closing(sqlite3.connect(made.shop.path)) as connection:
            from smartcity_desktop.store.acts import insert_acts

            insert_acts(connection, (act,))
            connection.commit()
        head = Head(act.number, act.hash)
    found = verdict(made)
    assert "audit_log" not in found
    assert "Declaration 1 names a place" in found["audit_head"][0]


def test_a_seal_taken_out_is_missed_twice(made: Declared) -> None:
    """By the log of the merge that brought it, and by what was declared."""
    run_sql(made.shop.path, 'DELETE FROM sealed_sheets WHERE payload LIKE \'%"judge":"j02"%\'')
    run_sql(made.shop.path, "DELETE FROM seals WHERE judge = 'j02'")
    found = verdict(made)
    assert sorted(found) == ["declaration", "recorded"]
    assert "Merge 1" in found["recorded"][0]
    assert "seal of judge j02" in found["declaration"][0]
    assert "should not count" in found["declaration"][0]


def test_a_result_changed_with_its_digest_is_named(made: Declared) -> None:
    changed = made.results.replace(b'"printed":"1.50"', b'"printed":"3.50"')
    run_sql(
        made.shop.path,
        "UPDATE declarations SET results = ?, results_sha256 = ?",
        changed,
        sha256_hex(changed),
    )
    found = verdict(made)
    assert sorted(found) == ["declaration", "recorded", "token"]
    assert f"total of {R3} is printed as 3.50" in found["declaration"][0]
    assert "(results_sha256)" in found["recorded"][0]


def reopen(made: Declared) -> None:
    with made.shop.assessment() as file:
        reopen_results(file, "Ketua", "Sanggahan Kota 5", made.shop.clock)


def test_documents_of_a_reopened_declaration_are_superseded(made: Declared) -> None:
    reopen(made)
    checks = verify_assessment_file(made.shop.path)
    assert failed(checks) == {}
    assert said(checks, "declaration") == ["No declaration is in force."]
    (document,) = said(checks, "superseded")
    assert document.startswith("rekapitulasi")
    assert "declaration 1 was reopened (Sanggahan Kota 5)" in document
    declare(made.shop)
    print_ranking(made.shop, made.shop.folder / "baru")
    checks = verify_assessment_file(made.shop.path)
    assert failed(checks) == {}
    assert said(checks, "superseded") == [document]


def test_a_superseded_document_cannot_be_moved_to_the_declaration_in_force(
    made: Declared,
) -> None:
    reopen(made)
    declare(made.shop)
    print_ranking(made.shop, made.shop.folder / "baru")
    assert verdict(made) == {}
    run_sql(made.shop.path, "UPDATE documents SET declaration = 2 WHERE declaration = 1")
    found = verdict(made)
    assert list(found) == ["recorded"]
    assert "(declaration)" in found["recorded"][0]


def test_a_reopening_that_was_erased_is_named(made: Declared) -> None:
    reopen(made)
    declare(made.shop)
    run_sql(made.shop.path, "DELETE FROM reopenings")
    found = verdict(made)
    assert sorted(found) == ["declaration", "recorded"]
    assert "Declaration 1 was never reopened" in found["declaration"][0]
    assert "The reopening of declaration 1" in found["recorded"][0]


def test_a_code_of_another_declaration_is_named(made: Declared) -> None:
    """The QR on the paper of declaration 2 is the one that was signed for declaration 1."""
    reopen(made)
    declare(made.shop)
    run_sql(
        made.shop.path,
        "UPDATE declarations SET token = (SELECT token FROM declarations WHERE number = 1)",
    )
    found = verdict(made)
    assert list(found) == ["token"]
    assert "documents of declaration 2 is the one of declaration 1" in found["token"][0]


@pytest.mark.parametrize("change", [lambda _: "", lambda t: t[:-6] + "AAAAAA", lambda _: "a.b.c"])
def test_a_code_that_the_assessments_key_never_signed_is_named(
    made: Declared, change: Callable[[str], str]
) -> None:
    with made.shop.assessment() as file:
        token = file.declarations.all()[0].token
    run_sql(made.shop.path, "UPDATE declarations SET token = ?", change(token))
    found = verdict(made)
    assert list(found) == ["token"]
    assert "not signed by the assessment's key" in found["token"][0]


@pytest.mark.parametrize("cut", [0, 50, 4096, 9000])
def test_half_a_file_is_no_file(made: Declared, cut: int) -> None:
    made.shop.path.write_bytes(made.shop.path.read_bytes()[:cut])
    assert list(verdict(made)) == ["readable"]


def test_zeroed_pages_are_damage(made: Declared) -> None:
    header_byte(made.shop.path, 4096, bytes(4096 * 3))
    assert list(verdict(made)) == ["readable"]


def test_a_change_that_was_interrupted_is_not_verified(made: Declared) -> None:
    beside = made.shop.path.with_name(made.shop.path.name + "-journal")
    beside.write_bytes(b"\xd9\xd5\x05\xf9" * 9)
    found = verdict(made)
    assert list(found) == ["readable"]
    assert "interrupted" in found["readable"][0]


def test_a_file_set_back_to_a_moment_before_looks_like_that_moment(made: Declared) -> None:
    """Nothing inside a file can tell of what is cut off whole; the signed paper can."""
    run_sql(made.shop.path, "DELETE FROM documents")
    run_sql(made.shop.path, "DELETE FROM declarations")
    run_sql(made.shop.path, "DELETE FROM acts WHERE kind IN ('declare', 'document')")
    checks = verify_assessment_file(made.shop.path)
    assert failed(checks) == {}
    assert said(checks, "declaration") == ["No declaration is in force."]


def test_statuses_and_roster_of_a_declaration_cannot_be_exchanged(made: Declared) -> None:
    run_sql(
        made.shop.path,
        "INSERT INTO standings (at, region, status, reason) VALUES ('x', ?, 'absent', 'y')",
        R1,
    )
    found = verdict(made)
    assert R1 in found["declaration"][0]
    assert R5 not in found["declaration"][0]
