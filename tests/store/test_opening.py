"""Only our own files open, one writer at a time, newer ones are refused, older ones backed up."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.store.file_kind import FileKind, SchemaStep, Version
from smartcity_desktop.store.foreign import read_foreign_panel
from smartcity_desktop.store.migrating import new_file
from smartcity_desktop.store.opening import open_session
from smartcity_desktop.store.panel_file import PanelFile, open_panel_file
from smartcity_desktop.store.panel_schema import PANEL

if TYPE_CHECKING:
    from smartcity_desktop.domain.instant import Clock

AT = "2026-11-24T03:10:16Z"
ROOT = Path(__file__).parents[2]
SECOND_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.store.panel_file import open_panel_file
clock = lambda: datetime.now(UTC)
try:
    file = open_panel_file(Path(sys.argv[1]), clock, read_only=sys.argv[2] == "read")
except StoreError as error:
    print(error)
    sys.exit(1)
print(file.sheets.payloads())
if sys.argv[2] == "hold":
    sys.stdout.flush()
    sys.stdin.read()
"""


def second(path: Path, way: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SECOND_WRITER, str(path), way]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def alter(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_second_process_may_read_but_not_write(panel: PanelFile) -> None:
    panel.sheets.record("64.71", b"one", "score", AT)
    refused = second(panel.path, "write")
    assert refused.returncode == 1
    assert "already open in another window or program" in refused.stdout
    reader = second(panel.path, "read")
    assert "b'one'" in reader.stdout, reader.stderr
    panel.sheets.record("64.71", b"two", "score", AT)
    panel.close()
    assert second(panel.path, "write").returncode == 0


def test_this_process_gives_way_to_another(panel_path: Path, clock: Clock) -> None:
    command = [sys.executable, "-c", SECOND_WRITER, str(panel_path), "hold"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "{}\n"
        with pytest.raises(StoreError, match="already open"):
            open_panel_file(panel_path, clock)
        holder.communicate("")
    open_panel_file(panel_path, clock).close()


def test_second_opening_in_one_process_is_refused(panel: PanelFile, clock: Clock) -> None:
    panel.sheets.record("64.71", b"one", "score", AT)
    with pytest.raises(StoreError, match="already open"):
        open_panel_file(panel.path, clock)
    with open_panel_file(panel.path, clock, read_only=True) as reader:
        assert reader.sheets.payloads() == {"64.71": b"one"}
        panel.sheets.record("64.71", b"two", "score", AT)
        assert reader.sheets.payloads() == {"64.71": b"two"}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_lock_follows_a_moved_file(panel: PanelFile, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere.panel"
    panel.path.rename(moved)
    assert second(moved, "write").returncode == 1


def test_what_other_tools_leave_behind_locks_nobody_out(panel_path: Path, clock: Clock) -> None:
    alter(panel_path, "CREATE TABLE extra (x UNIQUE)", "ANALYZE", "VACUUM")
    with open_panel_file(panel_path, clock) as file:
        file.sheets.record("64.71", b"x", "score", AT)
        assert read_foreign_panel(file.handover_bytes()).seals == ()


def test_refusal_leaves_no_lock_behind(panel_path: Path, clock: Clock) -> None:
    alter(panel_path, "CREATE TRIGGER t AFTER INSERT ON sheets BEGIN DELETE FROM sheets; END")
    for _ in range(2):
        with pytest.raises(StoreError, match="altered by another program"):
            open_panel_file(panel_path, clock)


def test_reading_only_changes_nothing(panel_path: Path, clock: Clock) -> None:
    before = panel_path.read_bytes()
    with open_panel_file(panel_path, clock, read_only=True) as file:
        with pytest.raises(StoreError, match="for reading only"):
            file.sheets.record("64.71", b"x", "score", AT)
        with pytest.raises(StoreError, match="for reading only"):
            file.jottings.write("64.71", "*", "x")
    assert panel_path.read_bytes() == before
    assert [path.name for path in panel_path.parent.iterdir()] == [panel_path.name]


def test_missing_and_foreign_files_are_named(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(StoreError, match="There is no such file"):
        open_panel_file(tmp_path / "absent.panel", clock)
    other = tmp_path / "letter.panel"
    other.write_bytes(b"%PDF-1.7")
    with pytest.raises(StoreError, match=r"letter\.panel: This is no panel file"):
        open_panel_file(other, clock)
    assert other.read_bytes() == b"%PDF-1.7"


def test_newer_major_is_refused_and_newer_minor_opens(panel_path: Path, clock: Clock) -> None:
    alter(panel_path, "CREATE TABLE later (x)", "PRAGMA user_version = 1009")
    with open_panel_file(panel_path, clock) as file:
        file.sheets.record("64.71", b"x", "score", AT)
    alter(panel_path, "PRAGMA user_version = 2000")
    with pytest.raises(StoreError, match=r"format 2\.0; this program reads up to 1\.x"):
        open_panel_file(panel_path, clock)


def test_damaged_file_is_not_written_to(panel: PanelFile, clock: Clock) -> None:
    for number in range(200):
        panel.sheets.record(f"64.{number}", b"x" * 300, "score", AT)
    panel.close()
    data = bytearray(panel.path.read_bytes())
    data[9 * 4096 : 25 * 4096] = os.urandom(16 * 4096)
    panel.path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        open_panel_file(panel.path, clock)
    assert panel.path.read_bytes() == data


def test_write_ahead_leftovers_of_another_tool_are_taken_in(
    panel: PanelFile, clock: Clock, tmp_path: Path
) -> None:
    panel.sheets.record("64.71", b"one", "score", AT)
    panel.close()
    other = sqlite3.connect(panel.path, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("UPDATE sheets SET payload = 'two'")
    with pytest.raises(StoreError, match="Another program is using this file"):
        open_panel_file(panel.path, clock)
    copy = tmp_path / "copy.panel"
    for suffix in ("", "-wal"):
        copy.with_name(copy.name + suffix).write_bytes(
            panel.path.with_name(panel.path.name + suffix).read_bytes()
        )
    other.close()
    with open_panel_file(copy, clock) as file:
        assert file.sheets.payloads() == {"64.71": b"two"}
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    assert not copy.with_name("copy.panel-wal").exists()


def test_settings_that_keep_scores(panel: PanelFile) -> None:
    connection = panel.sheets._session.connection
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete", "trusted_schema")
    }
    assert settings == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


OLD = SchemaStep(Version(0, 9), "trial", ("CREATE TABLE notes (text TEXT NOT NULL) STRICT",))
NEW = SchemaStep(
    Version(1, 0),
    "first_release",
    (
        "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX by_author ON notes (author)",
    ),
)
BROKEN = SchemaStep(Version(1, 1), "broken", ("CREATE TABLE more (x)", "INSERT INTO absent (x)"))


def kind_with(*steps: SchemaStep) -> FileKind:
    return FileKind(
        "trial", message("trial file"), 77, steps, ("notes",), RefusalReason.UNREADABLE, 1000
    )


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes (text) VALUES ('lama')")

    path = tmp_path / "old.trial"
    new_file(path, kind_with(OLD), "2025-01-01T00:00:00Z", fill)
    return path


def test_older_file_is_backed_up_and_migrated(old_file: Path, clock: Clock) -> None:
    before = old_file.read_bytes()
    session = open_session(old_file, kind_with(OLD, NEW), clock)
    assert session.rows("SELECT text, author FROM notes") == [("lama", "")]
    assert session.rows('SELECT name, applied_at FROM "_sqlite_migrations" ORDER BY id') == [
        ("trial", "2025-01-01T00:00:00Z"),
        ("first_release", AT),
    ]
    session.close()
    assert old_file.with_name("old.trial.0.9.backup").read_bytes() == before
    again = open_session(old_file, kind_with(OLD, NEW), clock)
    again.close()
    assert len(list(old_file.parent.iterdir())) == 2


def test_older_file_is_not_migrated_for_reading(old_file: Path, clock: Clock) -> None:
    with pytest.raises(StoreError, match="must be brought up to date"):
        open_session(old_file, kind_with(OLD, NEW), clock, read_only=True)


def test_migrated_alike_is_alike(old_file: Path, clock: Clock) -> None:
    twin = old_file.with_name("twin.trial")
    twin.write_bytes(old_file.read_bytes())
    for path in (old_file, twin):
        open_session(path, kind_with(OLD, NEW), clock).close()
    assert twin.read_bytes() == old_file.read_bytes()


def test_failing_step_leaves_the_step_before_it(old_file: Path, clock: Clock) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_session(old_file, kind_with(OLD, NEW, BROKEN), clock)
    session = open_session(old_file, kind_with(OLD, NEW), clock)
    assert session.rows("SELECT text, author FROM notes") == [("lama", "")]
    session.close()
    assert old_file.with_name("old.trial.0.9.backup").exists()


def test_no_backup_no_migration(
    old_file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old_file.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device", descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="not enough room"):
        open_session(old_file, kind_with(OLD, NEW), clock)
    assert old_file.read_bytes() == before
    assert [path.name for path in old_file.parent.iterdir()] == ["old.trial"]


def test_second_backup_gets_its_own_name(old_file: Path, clock: Clock) -> None:
    taken = old_file.with_name("old.trial.0.9.backup")
    taken.write_bytes(b"earlier")
    open_session(old_file, kind_with(OLD, NEW), clock).close()
    assert taken.read_bytes() == b"earlier"
    assert old_file.with_name("old.trial.0.9-2.backup").exists()


def test_version_numbers() -> None:
    assert Version.of(1000) == Version(1, 0) == PANEL.version()
    assert Version.of(Version(3, 14).user_version()) == Version(3, 14)
    assert str(Version(3, 14)) == "3.14"
