"""Before anything is written: whose file, how far, and whether another copy is known."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.errors import HandedOverError
from smartcity_desktop.scoring.opening import open_desk
from smartcity_desktop.workplace.arriving import find_other_copy, look_at

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop import Workshop


def test_a_look_tells_whose_file_it_is_and_writes_nothing(shop: Workshop) -> None:
    path = shop.panels["j01-1"]
    before = path.read_bytes()
    seen = look_at(path, shop.clock)
    assert (seen.judge, seen.title, seen.mode) == ("j01 · Juri 1", "Uji", "official")
    assert (seen.changes, seen.path) == (1, str(path))
    assert seen.issue.endswith(" j01-1")
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_copy_that_was_handed_over_cannot_be_scored_in(shop: Workshop) -> None:
    _, copy = shop.seal("j01-1")
    for open_it in (look_at, open_desk):
        with pytest.raises(HandedOverError, match="made to be handed over"):
            open_it(copy, shop.clock)


def test_the_copy_that_has_come_further_is_known(shop: Workshop, tmp_path: Path) -> None:
    path, nowhere = shop.panels["j01-1"], tmp_path / "nowhere"
    old = tmp_path / "old.panel"
    shutil.copy(path, old)
    shop.score("j01-1", {shop.regions[1]: (4, 4, 4)})
    newest, seen = look_at(path, shop.clock), look_at(old, shop.clock)
    found = find_other_copy(seen, (newest,), nowhere, shop.clock)
    assert found is not None
    assert (found.file, found.there, found.further) == (newest, True, True)
    assert find_other_copy(newest, (newest, seen), nowhere, shop.clock) is None
    other_issue = replace(newest, issue="another j02-1")
    assert find_other_copy(seen, (other_issue,), nowhere, shop.clock) is None


def test_an_equal_copy_is_asked_about_unless_the_file_was_only_moved(
    shop: Workshop, tmp_path: Path
) -> None:
    path, nowhere = shop.panels["j01-1"], tmp_path / "nowhere"
    moved = tmp_path / "moved.panel"
    shutil.copy(path, moved)
    known, seen = look_at(path, shop.clock), look_at(moved, shop.clock)
    found = find_other_copy(seen, (known,), nowhere, shop.clock)
    assert found is not None
    assert (found.there, found.further) == (True, False)
    path.unlink()
    assert find_other_copy(seen, (known,), nowhere, shop.clock) is None
    further = replace(known, changes=9)
    found = find_other_copy(seen, (further,), nowhere, shop.clock)
    assert found is not None
    assert (found.there, found.further) == (False, True)


def test_a_file_that_fell_behind_itself_is_noticed(shop: Workshop, tmp_path: Path) -> None:
    seen = look_at(shop.panels["j01-1"], shop.clock)
    found = find_other_copy(seen, (replace(seen, changes=5),), tmp_path, shop.clock)
    assert found is not None
    assert (found.file.path, found.there, found.further) == (seen.path, False, True)
    assert find_other_copy(seen, (seen,), tmp_path, shop.clock) is None


def test_a_copy_in_the_own_folder_counts_as_known(shop: Workshop, tmp_path: Path) -> None:
    own = tmp_path / "Asesmen"
    own.mkdir()
    shutil.copy(shop.panels["j01-1"], own)
    seen = look_at(shop.panels["j01-1"], shop.clock)
    found = find_other_copy(seen, (), own, shop.clock)
    assert found is not None
    assert found.file.path == str(own / "j01-1.panel")
    (own / "j01-1.panel").write_bytes(b"no panel file")
    assert find_other_copy(seen, (), own, shop.clock) is None
