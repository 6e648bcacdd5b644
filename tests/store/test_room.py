"""Whether a folder would take a file, asked of real folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.store.room import expect_room

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_with_room_stays_as_it_is(tmp_path: Path) -> None:
    expect_room(tmp_path, 1000)
    assert list(tmp_path.iterdir()) == []


def test_too_little_room_says_how_much_is_needed(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="too little room here: 1073741824 MB are needed"):
        expect_room(tmp_path, 1 << 50)
    assert list(tmp_path.iterdir()) == []


def test_no_folder_and_a_file_in_its_place_are_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    for folder in (tmp_path / "tidak ada", tmp_path / "berkas"):
        with pytest.raises(StoreError, match="There is no folder"):
            expect_room(folder, 1)
