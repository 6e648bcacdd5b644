"""Automatic backups: the newest twenty, and one put back without losing what it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import AlreadyOpenError, StoreError
from smartcity_desktop.store.backup import journal_of
from smartcity_desktop.workplace.backups import (
    KEPT,
    backup_folder,
    keep_backup,
    list_backups,
    restore_backup,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop


def test_a_backup_holds_the_bytes_and_its_name_opens_nothing(
    shop: Workshop, tmp_path: Path
) -> None:
    folder = backup_folder(tmp_path, "assessment j01-1")
    with shop.desk("j01-1") as desk:
        made = keep_backup(desk.panel, folder, shop.clock)
        assert made is not None
        assert keep_backup(desk.panel, folder, shop.clock) is None
    assert list_backups(folder) == (made,)
    assert made.path.suffix == ".cadangan"
    assert made.changes == 1
    assert made.path.read_bytes() == shop.panels["j01-1"].read_bytes()
    assert [path.name for path in folder.iterdir()] == [made.path.name]


def test_the_newest_twenty_are_kept(shop: Workshop, tmp_path: Path) -> None:
    with shop.desk("j01-1") as desk:
        for number in range(KEPT + 3):
            desk.record_score(shop.regions[1], "A1", 1 + number % 4)
            keep_backup(desk.panel, tmp_path, shop.clock)
    found = list_backups(tmp_path)
    assert [each.changes for each in found] == list(range(KEPT + 4, 4, -1))
    assert found == tuple(sorted(found, key=lambda each: each.at, reverse=True))


def test_the_folder_of_a_hostile_issue_stays_inside(tmp_path: Path) -> None:
    assert backup_folder(tmp_path, "../../etc").parent == tmp_path / "cadangan"
    assert list_backups(tmp_path / "none") == ()
    (tmp_path / "20269999T000000Z-1-0123456789ab.cadangan").touch()
    (tmp_path / "20261124T000060Z-1-0123456789ab.cadangan").touch()
    (tmp_path / "2026-11-24T000000Z-1-0123456789ab.cadangan").touch()
    (tmp_path / "\u0662\u0660\u0662\u06661124T000000Z-1-0123456789ab.cadangan").touch()
    (tmp_path / "other.cadangan").touch()
    assert list_backups(tmp_path) == ()


def test_putting_back_keeps_what_is_replaced(shop: Workshop, tmp_path: Path) -> None:
    path = shop.panels["j01-1"]
    with shop.desk("j01-1") as desk:
        made = keep_backup(desk.panel, tmp_path, shop.clock)
        assert made is not None
        with pytest.raises(AlreadyOpenError):
            restore_backup(made.path, path, shop.clock)
    shop.score("j01-1", {shop.regions[0]: (4, 4, 4)})
    newer = path.read_bytes()
    kept = restore_backup(made.path, path, shop.clock)
    assert kept is not None
    assert kept.parent == path.parent
    assert kept.suffix == ".diganti"
    assert kept.read_bytes() == newer
    with shop.desk("j01-1") as desk:
        assert desk.sheet(shop.regions[0]).values == (1, 2, 3)


def test_a_damaged_file_and_its_journal_are_put_aside_together(
    shop: Workshop, tmp_path: Path
) -> None:
    path = shop.panels["j01-1"]
    with shop.desk("j01-1") as desk:
        made = keep_backup(desk.panel, tmp_path, shop.clock)
    assert made is not None
    path.write_bytes(b"damaged")
    journal_of(path).write_bytes(b"journal")
    kept = restore_backup(made.path, path, shop.clock)
    assert kept is not None
    assert (kept.read_bytes(), journal_of(kept).read_bytes()) == (b"damaged", b"journal")
    assert not journal_of(path).exists()
    with shop.desk("j01-1") as desk:
        assert desk.sheet(shop.regions[0]).values == (1, 2, 3)


def test_a_missing_file_comes_back_and_a_damaged_backup_replaces_nothing(
    shop: Workshop, tmp_path: Path
) -> None:
    path = shop.panels["j01-1"]
    with shop.desk("j01-1") as desk:
        made = keep_backup(desk.panel, tmp_path, shop.clock)
    assert made is not None
    whole = path.read_bytes()
    path.unlink()
    assert restore_backup(made.path, path, shop.clock) is None
    assert path.read_bytes() == whole
    made.path.write_bytes(b"x" * 5000)
    with pytest.raises(StoreError):
        restore_backup(made.path, path, shop.clock)
    assert path.read_bytes() == whole
