"""A copy of one's own: the same bytes, never over another file, never half of a change."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import AlreadyOpenError, StoreError
from smartcity_desktop.store.backup import copy_closed, journal_of
from smartcity_desktop.workplace.copying import copy_panel_file, free_name

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop


def test_the_copy_holds_the_same_bytes_and_the_original_stays(
    shop: Workshop, tmp_path: Path
) -> None:
    source = shop.panels["j01-1"]
    before = source.read_bytes()
    target = copy_panel_file(source, tmp_path / "Dokumen" / "Asesmen", shop.clock)
    assert target == tmp_path / "Dokumen" / "Asesmen" / source.name
    assert target.read_bytes() == before == source.read_bytes()


def test_nothing_is_overwritten(shop: Workshop, tmp_path: Path) -> None:
    source = shop.panels["j01-1"]
    taken = tmp_path / source.name
    taken.write_bytes(b"mine")
    assert copy_panel_file(source, tmp_path, shop.clock).name == "j01-1-2.panel"
    assert free_name(tmp_path, source.name).name == "j01-1-3.panel"
    assert taken.read_bytes() == b"mine"
    with pytest.raises(StoreError, match="already a file of this name"):
        copy_closed(source, taken)


def test_a_file_somebody_works_in_is_not_copied(shop: Workshop, tmp_path: Path) -> None:
    with shop.desk("j01-1"), pytest.raises(AlreadyOpenError):
        copy_panel_file(shop.panels["j01-1"], tmp_path, shop.clock)
    assert not list(tmp_path.glob("*.panel"))


def test_a_file_on_a_protected_drive_is_copied(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, which tells of a protected stick or share only when something is written."""
    source = shop.panels["j01-1"]
    opened = os.open

    def protected(path: Path, flags: int, mode: int = 0o777) -> int:
        if path == source and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "The media is write protected")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", protected)
    copy = copy_panel_file(source, tmp_path / "Asesmen", shop.clock)
    assert copy.read_bytes() == source.read_bytes()


def test_an_interrupted_change_is_undone_before_copying(shop: Workshop, tmp_path: Path) -> None:
    source = shop.panels["j01-1"]
    whole = source.read_bytes()
    with shop.desk("j01-1") as desk:
        connection = desk.panel._session.connection
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE sheets SET payload = payload || zeroblob(50000)")
        torn, journal = source.read_bytes(), journal_of(source).read_bytes()
        connection.execute("ROLLBACK")
    assert torn != whole
    source.write_bytes(torn)
    journal_of(source).write_bytes(journal)
    with pytest.raises(StoreError, match="interrupted in the middle"):
        copy_closed(source, tmp_path / "a.panel")
    copy = copy_panel_file(source, tmp_path / "b", shop.clock)
    with shop.desk("j01-1", copy) as desk:
        assert desk.sheet(shop.regions[0]).values == (1, 2, 3)
