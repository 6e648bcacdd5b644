"""Every hostile or broken file ends in one typed refusal, quickly and in little memory."""

from __future__ import annotations

import contextlib
import hashlib
import random
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.store.foreign import ForeignPanel, read_foreign_panel
from smartcity_desktop.store.hardened import FileRefusedError
from smartcity_desktop.store.panel_seals import StoredSeal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.store.panel_file import PanelFile

AT = "2026-11-24T03:10:16Z"
REGIONS = [f"64.{number:02}" for number in range(1, 41)]


@pytest.fixture
def sealed(panel: PanelFile, sheet: Callable[..., bytes]) -> PanelFile:
    payloads = [sheet(region, *range(40), notes={"*": "catatan"}) for region in REGIONS]
    sheets = {hashlib.sha256(payload).hexdigest(): payload for payload in payloads}
    panel.seals.add(StoredSeal("d" * 64, 1, "kepala.isi.tanda", AT), sheets, {"seal": "d" * 64})
    return panel


@pytest.fixture
def good(sealed: PanelFile) -> bytes:
    return sealed.handover_bytes()


@pytest.fixture
def alter(good: bytes, tmp_path: Path) -> Callable[..., bytes]:
    """Return the good file after some SQL, as somebody's database tool would leave it."""

    def run(*statements: str) -> bytes:
        path = tmp_path / "altered.db"
        path.write_bytes(good)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
        return path.read_bytes()

    return run


def reason_of(data: bytes) -> RefusalReason:
    started = time.monotonic()
    with pytest.raises(FileRefusedError) as caught:
        read_foreign_panel(data)
    assert time.monotonic() - started < 60
    assert str(caught.value)
    return caught.value.refusal.reason


def test_clean_copy_and_working_file_give_the_same(sealed: PanelFile, good: bytes) -> None:
    sealed.sheets.record("64.71", b'{"draft":1}', "score", AT)
    sealed.evidence.add("foto.jpg", b"x" * 100_000, AT)
    sealed.close()
    working = read_foreign_panel(sealed.path.read_bytes())
    copy = read_foreign_panel(good)
    assert working == copy
    assert copy.seals == ("kepala.isi.tanda",)
    assert copy.instrument == sealed.instrument
    assert len(copy.sheets) == len(REGIONS)
    assert all(hashlib.sha256(payload).hexdigest() == k for k, payload in copy.sheets.items())
    assert [act.kind for act in copy.acts] == ["seal"]


def test_file_without_a_seal_is_read_and_has_none(panel: PanelFile) -> None:
    assert read_foreign_panel(panel.handover_bytes()).seals == ()


def test_other_bytes_are_no_panel_file() -> None:
    noise = random.Random(1).randbytes(5000)  # noqa: S311 - noise, no secret
    for data in (b"", b"%PDF-1.7\n%", noise, bytes(8192), b"SQLite format", b"PK\x03\x04"):
        assert reason_of(data) is RefusalReason.NOT_A_PANEL_FILE


def test_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE seals (digest, jws)")
    assert reason_of(path.read_bytes()) is RefusalReason.NOT_A_PANEL_FILE


def test_encrypted_copy_is_named_as_such() -> None:
    assert reason_of(b"age-encryption.org/v1\n-> scrypt") is RefusalReason.ENCRYPTED


def test_huge_file_is_refused_by_its_size(good: bytes) -> None:
    assert reason_of(good + bytes(64 * 1024 * 1024)) is RefusalReason.TOO_LARGE


def test_newer_major_is_refused_and_newer_minor_is_read(
    alter: Callable[..., bytes], good: bytes
) -> None:
    assert reason_of(alter("PRAGMA user_version = 2000")) is RefusalReason.NEWER_VERSION
    newer = alter("CREATE TABLE later (x)", "PRAGMA user_version = 1007")
    assert read_foreign_panel(newer) == read_foreign_panel(good)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON seals BEGIN DELETE FROM seals; END",
        "CREATE VIEW later AS SELECT * FROM seals",
    ],
)
def test_newer_minor_brings_no_trigger_or_view(alter: Callable[..., bytes], statement: str) -> None:
    data = alter(statement, "PRAGMA user_version = 1007")
    assert reason_of(data) is RefusalReason.FOREIGN_SCHEMA


def test_write_ahead_mode_is_refused(alter: Callable[..., bytes]) -> None:
    assert reason_of(alter("PRAGMA journal_mode = WAL")) is RefusalReason.WAL_MODE


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n"


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE sealed_sheets", f"CREATE VIEW sealed_sheets AS {ENDLESS}"),
        ("CREATE VIEW more AS SELECT hex(zeroblob(400000000))",),
        (
            "DROP TABLE sealed_sheets",
            (
                "CREATE TABLE sealed_sheets (sha256 TEXT PRIMARY KEY, payload TEXT GENERATED "
                "ALWAYS AS (hex(zeroblob(300000000)))) STRICT"
            ),
        ),
        ("CREATE TRIGGER t AFTER INSERT ON seals BEGIN DELETE FROM seals; END",),
        ("CREATE TABLE extra (x)",),
        ("CREATE INDEX extra ON seals (jws)",),
        ("ALTER TABLE seals ADD COLUMN extra TEXT",),
        ("ANALYZE",),
        ("DROP VIEW scores",),
        ("PRAGMA user_version = 1",),
        ("CREATE VIRTUAL TABLE extra USING fts5(x)",),
        tuple(f"CREATE TABLE extra_{number} (x)" for number in range(3000)),
    ],
    ids=lambda statements: statements[-1][:40],
)
def test_any_other_schema_is_refused(
    alter: Callable[..., bytes], statements: tuple[str, ...]
) -> None:
    transaction = ("PRAGMA synchronous = OFF", "BEGIN", *statements, "COMMIT")
    if statements == ("ANALYZE",):
        transaction = statements
    assert reason_of(alter(*transaction)) is RefusalReason.FOREIGN_SCHEMA


def test_utf_16_is_refused(good: bytes) -> None:
    data = bytearray(good)
    data[56:60] = (2).to_bytes(4, "big")
    assert reason_of(bytes(data)) is RefusalReason.FOREIGN_SCHEMA


@pytest.mark.parametrize(
    "statements",
    [
        # Same words, but the rows of another table: numbers and raw bytes instead of text.
        (
            "PRAGMA writable_schema = ON",
            (
                "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE "
                "name = 'issue') WHERE name = 'sealed_sheets'"
            ),
        ),
        (
            "PRAGMA writable_schema = ON",
            (
                "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE "
                "name = 'indicators') WHERE name = 'seals'"
            ),
        ),
        ("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 1 WHERE name='seals'"),
        ("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 9999999"),
        ("UPDATE seals SET jws = CAST(zeroblob(9000000) AS TEXT)",),
        ("UPDATE acts SET details = '[' || printf('%.*c', 100000, '[')",),
        ("UPDATE acts SET details = '{\"a\":1}'",),
        ("UPDATE acts SET details = '{\"a\":NaN}'",),
        ('UPDATE acts SET details = \'{"a":"1","a":"2"}\'',),
        ("DELETE FROM issue",),
        (
            "PRAGMA ignore_check_constraints = ON",
            "INSERT INTO issue SELECT 2, document, instrument, created_at FROM issue",
        ),
    ],
    ids=lambda statements: statements[-1][:60],
)
def test_content_that_breaks_its_promise_is_damage(
    alter: Callable[..., bytes], statements: tuple[str, ...]
) -> None:
    assert reason_of(alter(*statements)) is RefusalReason.DAMAGED


def test_truncated_and_zeroed_files_are_damaged(good: bytes) -> None:
    for cut in (60, 100, 4095, 4096, 8192, len(good) // 2, len(good) - 4096, len(good) - 1):
        assert reason_of(good[:cut]) is RefusalReason.DAMAGED
    assert reason_of(good[:100] + bytes(len(good) - 100)) is RefusalReason.DAMAGED


def mutant(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    way = chance.randrange(6)
    place = chance.randrange(len(data))
    page = place // 4096 * 4096
    if way == 0:
        changed[place] ^= 1 << chance.randrange(8)
    elif way == 1:
        length = chance.randrange(2, 64)
        changed[place : place + length] = chance.randbytes(len(changed[place : place + length]))
    elif way == 2:
        changed[chance.randrange(4096)] = chance.randrange(256)
    elif way == 3:
        changed[page + chance.randrange(12)] = chance.randrange(256)
    elif way == 4:
        changed[page : page + 4096] = bytes(4096)
    else:
        del changed[place:]
    return bytes(changed)


def proven(panel: ForeignPanel) -> dict[str, bytes]:
    """Return what survives the check that every caller makes."""
    return {
        sha256: payload
        for sha256, payload in panel.sheets.items()
        if hashlib.sha256(payload).hexdigest() == sha256
    }


@pytest.mark.parametrize("seed", range(3))
def test_damage_never_passes_for_content(good: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, no secret
    original = dict(read_foreign_panel(good).sheets)
    refused = 0
    for _ in range(100):
        data = mutant(good, chance)
        try:
            panel = read_foreign_panel(data)
        except FileRefusedError:
            refused += 1
            continue
        assert proven(panel).items() <= original.items()
        if dict(panel.sheets) != original:
            lost = original.keys() - panel.sheets.keys()
            assert lost or len(proven(panel)) < len(panel.sheets)
    assert refused > 10
