"""A file is wholly there or not at all, and every failure is a sentence."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.store import durable
from smartcity_desktop.store.durable import write_atomically

LOOKED_INTO = PermissionError(13, "The process cannot access the file")
"""What Windows says while a virus scanner looks into a file that was just written."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_written_bytes_are_there_and_nothing_else_is(tmp_path: Path) -> None:
    target = tmp_path / "berkas.panel"
    write_atomically(target, b"first")
    write_atomically(target, b"second" * 400_000)
    assert target.read_bytes() == b"second" * 400_000
    assert names(tmp_path) == ["berkas.panel"]


def test_taken_name_is_refused_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "berkas.panel"
    target.write_bytes(b"old")
    with pytest.raises(StoreError, match="already a file of this name"):
        write_atomically(target, b"new", replace=False)
    assert target.read_bytes() == b"old"


def test_leftover_of_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    target = tmp_path / "berkas.panel"
    leftover = tmp_path / f".berkas.panel.{os.getpid()}-0.part"
    leftover.write_bytes(b"half")
    write_atomically(target, b"whole")
    assert target.read_bytes() == b"whole"
    assert leftover.read_bytes() == b"half"


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no folder .*absent"):
        write_atomically(tmp_path / "absent" / "berkas.panel", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="limits and users of POSIX")
def test_full_drive_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    import resource

    target = tmp_path / "berkas.panel"
    target.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(StoreError, match="not enough room"):
            write_atomically(target, b"new" * 4096)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["berkas.panel"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits and users of POSIX")
def test_read_only_folder_is_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir(mode=0o555)
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    try:
        with pytest.raises(StoreError, match=r"write-protected.*Choose another folder"):
            write_atomically(folder / "berkas.panel", b"x")
    finally:
        if administrator:
            os.seteuid(0)
    assert names(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="writes at a place as POSIX does")
def test_drive_that_forgets_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(descriptor: int) -> None:
        os.pwrite(descriptor, b"?", 2)

    monkeypatch.setattr(os, "fsync", forgetful)
    target = tmp_path / "berkas.panel"
    target.write_bytes(b"old")
    with pytest.raises(StoreError, match="gave back other bytes"):
        write_atomically(target, b"new content")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["berkas.panel"]


def refuse_to_replace(monkeypatch: pytest.MonkeyPatch, times: int, system: str) -> list[Path]:
    """Let a system refuse so many renamings; returns the list of those that were tried."""
    tried: list[Path] = []
    replace = Path.replace

    def refused_at_first(source: Path, target: Path) -> Path:
        tried.append(source)
        if len(tried) <= times:
            raise LOOKED_INTO
        return replace(source, target)

    monkeypatch.setattr(durable, "sys", SimpleNamespace(platform=system))
    monkeypatch.setattr(durable, "_PAUSES", (timedelta(),) * 3)
    monkeypatch.setattr(Path, "replace", refused_at_first)
    return tried


@pytest.mark.parametrize("system", ["win32", "linux"])
def test_the_new_name_is_forced_onto_the_drive_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    """By its folder, or on Windows by the file once more."""
    target, seen = tmp_path / "berkas.panel", list[bool]()
    monkeypatch.setattr(durable, "sys", SimpleNamespace(platform=system))
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(target.exists()))
    write_atomically(target, b"new")
    assert seen == [False, True]
    assert target.read_bytes() == b"new"


def test_a_scanner_in_the_way_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = refuse_to_replace(monkeypatch, 2, "win32")
    target = tmp_path / "berkas.panel"
    target.write_bytes(b"old")
    write_atomically(target, b"new")
    assert len(tried) == 3
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["berkas.panel"]


@pytest.mark.parametrize(("system", "attempts"), [("win32", 4), ("linux", 1)])
def test_a_refusal_that_lasts_leaves_the_old_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, attempts: int
) -> None:
    tried = refuse_to_replace(monkeypatch, 100, system)
    target = tmp_path / "berkas.panel"
    target.write_bytes(b"old")
    with pytest.raises(StoreError, match="open in another program"):
        write_atomically(target, b"new")
    assert len(tried) == attempts
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["berkas.panel"]
