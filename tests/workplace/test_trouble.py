"""Which trouble it is: told from real files, each with one advice."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import ExpectedError, StoreError
from smartcity_desktop.scoring.opening import open_desk
from smartcity_desktop.store.durable import refused_in_plain_words
from smartcity_desktop.workplace.trouble import ADVICE, Trouble, diagnose

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop


def found_in(path: Path, shop: Workshop) -> Trouble:
    with pytest.raises(ExpectedError) as caught:
        open_desk(path, shop.clock).panel.close()
    return diagnose(path, caught.value)


def test_every_trouble_has_an_advice() -> None:
    assert ADVICE.keys() == set(Trouble)
    assert all(advice.steps for advice in ADVICE.values())


def test_files_that_are_none(shop: Workshop, tmp_path: Path) -> None:
    note, folder, age = tmp_path / "note.panel", tmp_path / "folder", tmp_path / "x.age"
    note.write_bytes(b"a note" * 99)
    folder.mkdir()
    age.write_bytes(b"age-encryption.org/v1\n" + bytes(200))
    assert found_in(note, shop) is Trouble.FOREIGN
    assert found_in(folder, shop) is Trouble.FOLDER
    assert found_in(age, shop) is Trouble.ENCRYPTED
    assert found_in(tmp_path / "away.panel", shop) is Trouble.MISSING
    backup = tmp_path / "x.cadangan"
    backup.write_bytes(b"x")
    assert found_in(backup, shop) is Trouble.BACKUP


def test_panel_files_that_cannot_be_used(shop: Workshop) -> None:
    path = shop.panels["j01-1"]
    whole = path.read_bytes()
    newer = bytearray(whole)
    newer[60:64] = (9000).to_bytes(4, "big")
    path.write_bytes(newer)
    assert found_in(path, shop) is Trouble.NEWER
    path.write_bytes(whole[:4096] + bytes(8 * 4096) + whole[9 * 4096 :])
    assert found_in(path, shop) is Trouble.DAMAGED
    path.write_bytes(whole)
    with shop.desk("j01-1") as desk:
        assert found_in(path, shop) is Trouble.ALREADY_OPEN
        desk.panel._session.connection.execute("CREATE VIEW extra AS SELECT 1")
    assert found_in(path, shop) is Trouble.ALTERED
    path.write_bytes(whole)
    assert found_in(shop.seal("j01-1")[1], shop) is Trouble.HANDED_OVER


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.READ_ONLY),
        (errno.EIO, Trouble.DRIVE),
    ],
)
def test_what_the_system_refuses(shop: Workshop, number: int, trouble: Trouble) -> None:
    path = shop.panels["j01-1"]
    with pytest.raises(StoreError) as caught, refused_in_plain_words(path):
        raise OSError(number, os.strerror(number))
    assert diagnose(path, caught.value) is trouble


def test_a_file_opened_for_reading_cannot_be_changed_where_it_lies(shop: Workshop) -> None:
    path = shop.panels["j01-1"]
    with shop.desk("j01-1") as desk:
        desk.panel._session.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError) as caught:
            desk.record_score(shop.regions[0], "A1", 2)
    assert diagnose(path, caught.value) is Trouble.READ_ONLY
