"""``merge`` as a script and a person meet it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.jury_room import JuryRoom
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop.open(tmp_path / "lokakarya")


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str], shop: Workshop) -> JuryRoom:
    return JuryRoom(tmp_path, capsys, shop.clock, shop.random_bytes)


def test_json_has_the_promised_keys(room: JuryRoom, shop: Workshop) -> None:
    copies = [str(shop.hand_in(judge)) for judge in shop.judges]
    told = room.json("merge", str(shop.path), *copies)
    assert told["counts"] == {
        "new": 2, "already_merged": 0, "supersedes": 0, "superseded": 0, "conflict": 0,
        "refused": 0,
    }  # fmt: skip
    first = told["files"][0]
    assert (first["path"], first["outcome"], first["reason"]) == (copies[0], "new", None)
    assert (first["judge"], first["sheets"]) == ("j01", 3)
    assert len(first["seal"]) == 64


def test_a_stray_file_in_a_folder_is_listed_but_no_failure(room: JuryRoom, shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    (copy.parent / "baca saya.txt").write_text("halo")
    told = room.json("merge", str(shop.path), str(copy.parent))
    assert sorted((f["outcome"], f["reason"]) for f in told["files"]) == [
        ("new", None),
        ("refused", "not_a_panel_file"),
    ]


def test_a_named_file_that_is_refused_fails_and_the_others_stand(
    room: JuryRoom, shop: Workshop
) -> None:
    copy = shop.hand_in("j01")
    bad = shop.folder / "palsu.pdf"
    bad.write_bytes(b"%PDF-1.7")
    ran = room.run("merge", str(shop.path), str(bad), str(copy), "--lang", "en")
    assert ran.code == 1
    assert [line for line in ran.err.splitlines() if str(bad) in line]
    assert "Traceback" not in ran.err
    again = room.json("merge", str(shop.path), str(copy))
    assert again["counts"]["already_merged"] == 1


def test_all_or_nothing_says_why(room: JuryRoom, shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    half = shop.folder / "separuh.panel"
    half.write_bytes(copy.read_bytes()[:9000])
    before = shop.path.read_bytes()
    ran = room.run("merge", str(shop.path), str(copy), str(half), "--all-or-nothing")
    assert ran.code == 1
    assert str(half) in ran.err
    assert shop.path.read_bytes() == before


def test_a_stray_file_in_a_folder_holds_up_nothing(room: JuryRoom, shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    (copy.parent / "baca saya.txt").write_text("halo")
    told = room.json("merge", str(shop.path), str(copy.parent), "--all-or-nothing")
    assert told["counts"]["new"] == 1


def correct(shop: Workshop, value: int) -> Path:
    """Seal one region of the first judge anew with other values."""
    shop.score("j01-1", {shop.regions[0]: (value, 3, 2)})
    return shop.seal("j01-1")[1]


def test_a_correction_is_shown_cell_by_cell(room: JuryRoom, shop: Workshop) -> None:
    first = shop.hand_in("j01", dict.fromkeys(shop.regions, (1, 3, 2)))
    room.json("merge", str(shop.path), str(first))
    later = correct(shop, 4)
    told = room.json("merge", str(shop.path), str(later))
    assert told["changes"] == [
        {
            "path": str(later),
            "region": shop.regions[0],
            "change": "changed",
            "cells": [{"indicator": "A1", "before": "1", "after": "4"}],
        }
    ]


def test_people_are_shown_what_a_correction_changed(room: JuryRoom, shop: Workshop) -> None:
    first = shop.hand_in("j01", dict.fromkeys(shop.regions, (1, 3, 2)))
    ran = room.run("merge", str(shop.path), str(first), str(correct(shop, 4)))
    assert f"{shop.regions[0]}: A1 1 \u2192 4" in ran.out


def test_a_dispute_is_listed_with_what_each_seal_says(room: JuryRoom, shop: Workshop) -> None:
    first = shop.hand_in("j01", dict.fromkeys(shop.regions, (1, 3, 2)))
    twin = shop.folder / "kembar.panel"
    shutil.copy(shop.panels["j01-1"], twin)
    later = correct(shop, 4)
    shop.score("j01-1", {shop.regions[0]: (2, 3, 2)}, path=twin)
    other = shop.seal("j01-1", path=twin)[1]
    assert room.run("merge", str(shop.path), str(first), str(later), str(other)).code == 1
    ran = room.run("decide", str(shop.path), "--list")
    lines = [line.strip() for line in ran.out.splitlines()]
    said = {line.split()[0]: line.split(": ")[1] for line in lines if "(j01-1): " in line}
    assert sorted(said.values()) == ["A1 2", "A1 4"]
    for receipt in said:
        command = next(line for line in lines if f" void {receipt} {shop.regions[0]} --by" in line)
        assert "decide" in command
    told = room.json("decide", str(shop.path), "--list")
    question = next(each for each in told["questions"] if each["kind"] == "seals")
    assert [rival["seal"] for rival in question["rivals"]] == [a[1] for a in question["answers"]]
    assert {rival["values"]["A1"] for rival in question["rivals"]} == {"2", "4"}


def test_damaged_evidence_is_named(room: JuryRoom, shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    evidence = copy.with_suffix(".evidence")
    evidence.write_bytes(b"rusak")
    ran = room.run("merge", str(shop.path), str(copy.parent))
    assert ran.code == 0
    assert ran.err.startswith(f"{evidence}: ")


def test_an_identity_file_that_holds_none_is_refused(room: JuryRoom, shop: Workshop) -> None:
    copy = shop.hand_in("j01")
    key = shop.folder / "kunci.txt"
    key.write_text("# kosong\n")
    ran = room.run("merge", str(shop.path), str(copy), "--identity", str(key), "--lang", "en")
    assert ran.code == 1
    assert "AGE-SECRET-KEY" in ran.err
