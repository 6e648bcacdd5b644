"""A watched folder: what is still being written is left alone, a stick that comes back is new."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from smartcity_desktop.merging.sources import DATABASE
from smartcity_desktop.merging.watching import PATIENCE, REST, Watched, look_into

EMPTY = Watched()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "flashdisk"
    (folder / "juri").mkdir(parents=True)
    (folder / "juri" / "j01.panel").write_bytes(DATABASE + b"1")
    return folder


def look(folder: Path, *moments: int, before: Watched = EMPTY) -> Watched:
    for moment in moments:
        before = look_into(folder, before, moment)
    return before


def test_a_file_is_named_once_when_it_has_rested(stick: Path) -> None:
    first = look(stick, 0)
    assert (first.rested, first.restless) == ((), 1)
    assert look(stick, REST - 1, before=first).rested == ()
    rested = look(stick, REST, before=first)
    assert (rested.rested, rested.restless) == ((stick / "juri" / "j01.panel",), 0)
    assert look(stick, REST + 1, before=rested).rested == ()


def test_a_file_that_grows_has_not_rested(stick: Path) -> None:
    first = look(stick, 0)
    (stick / "juri" / "j01.panel").write_bytes(DATABASE + b"12")
    second = look(stick, REST, before=first)
    assert (second.rested, second.restless) == ((), 1)
    assert len(look(stick, 2 * REST, before=second).rested) == 1


def test_a_file_that_cannot_be_opened_yet_is_tried_again(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while it is being copied or looked into by a virus scanner."""
    first = look(stick, 0)
    with monkeypatch.context() as held:
        held.setattr(Path, "open", refuse)
        second = look(stick, REST, before=first)
        given_up = look(stick, REST, PATIENCE, before=first)
    assert (second.rested, second.restless) == ((), 1)
    assert (given_up.rested, given_up.restless) == ((), 0)
    assert len(look(stick, REST + 1, before=second).rested) == 1


def refuse(*_: object) -> None:
    raise PermissionError(13, "The process cannot access the file")


def test_a_file_that_is_replaced_is_named_again(stick: Path) -> None:
    rested = look(stick, 0, REST)
    (stick / "juri" / "j01.panel").write_bytes(DATABASE + b"other")
    assert len(look(stick, 5 * REST, 6 * REST, before=rested).rested) == 1


def test_a_stick_that_comes_back_is_new(stick: Path) -> None:
    rested = look(stick, 0, REST)
    away = stick.with_name("dicabut")
    shutil.move(stick, away)
    gone = look(stick, 3 * REST, before=rested)
    assert (gone.there, gone.traces) == (False, {})
    shutil.move(away, stick)
    assert len(look(stick, 4 * REST, 5 * REST, before=gone).rested) == 1


def test_what_can_hold_no_seal_is_passed_over(stick: Path) -> None:
    (stick / "catatan.txt").write_text("Juri 5 menyusul.")
    (stick / "tautan.panel").symlink_to(stick / "juri" / "j01.panel")
    assert look(stick, 0, REST).rested == (stick / "juri" / "j01.panel",)
