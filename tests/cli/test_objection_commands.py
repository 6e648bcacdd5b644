"""``object``, ``answer``, ``reopen --objection`` and the anonymous choice as people type them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.jury_room import JuryRoom
from tests.workshop import PHRASE, Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> JuryRoom:
    shop = Workshop.open(tmp_path)
    received = tmp_path / "masuk"
    received.mkdir()
    for judge in shop.judges:
        copy = shop.hand_in(judge)
        shutil.copyfile(copy, received / copy.name)
    shop.merge(received)
    room = JuryRoom(tmp_path, capsys, shop.clock, shop.random_bytes)
    room.write("sandi.txt", PHRASE)
    return room


def done(room: JuryRoom, *arguments: str) -> str:
    ran = room.run(*arguments)
    assert ran.code == 0, ran.err
    return ran.out


def declaring(room: JuryRoom, *more: str) -> Sequence[str]:
    secret = room.at("sandi.txt")
    return ("declare", room.at("uji.assessment"), "--by", "Ketua", "--passphrase-file", secret,
            *more)  # fmt: skip


def objecting(room: JuryRoom) -> Sequence[str]:
    return ("object", room.at("uji.assessment"), "11.01", "--by", "Kota 1", "--claim", "Keliru")


def answering(room: JuryRoom, outcome: str = "accepted") -> Sequence[str]:
    return ("answer", room.at("uji.assessment"), "1", "--outcome", outcome, "--by", "Pleno",
            "--answer", "Benar")  # fmt: skip


def test_an_objection_from_claim_to_reopening(room: JuryRoom) -> None:
    file = room.at("uji.assessment")
    done(room, *declaring(room))
    said = room.json(*objecting(room))
    assert (said["objection"], said["declaration"], said["outcome"]) == (1, 1, "open")
    reopened = room.json("reopen", file, "--by", "Ketua", "--reason", "S", "--objection", "1")
    assert reopened == {"reopened": 1, "objections": [1]}
    refused = room.run(*declaring(room), "--lang", "en")
    assert refused.code == 1
    assert "Objection 1 of Kota 1 concerning 11.01 has no answer yet" in refused.err
    assert room.json(*answering(room))["outcome"] == "accepted"
    listed = room.json("object", file, "--list")["objections"]
    assert [(one["by"], one["answer"], one["answered_by"], one["reopened"]) for one in listed] == [
        ("Kota 1", "Benar", "Pleno", True)
    ]
    shown = done(room, "object", file, "--list", "--lang", "en")
    assert "1. 11.01, Kota 1, declaration 1: Keliru [accepted; the results were reopened" in shown
    assert "Pleno: Benar" in shown


def test_what_contradicts_itself_is_wrong_usage(room: JuryRoom) -> None:
    file = room.at("uji.assessment")
    assert room.run("object", file).code == 2
    assert room.run("object", file, "11.01", "--list").code == 2
    assert room.run(*answering(room, "open")).code == 2
    assert "no objections" in done(room, "object", file, "--list", "--lang", "en")


def test_an_anonymous_declaration_verifies_with_what_the_panel_keeps(room: JuryRoom) -> None:
    file, received = room.at("uji.assessment"), room.at("masuk")
    assert room.json(*declaring(room, "--anonymous"))["judges"] == "anonymous"
    printed = room.json("report", file, "rekapitulasi", "--out", room.at("dokumen"))
    document = printed["documents"][0]["path"]
    data = room.json("results", file, "--data", room.at("data"))
    declared = json.loads(Path(room.at("data"), "results.json").read_bytes())
    panel = room.json("results", file, "--panel-results", room.at("data-panel.json"))
    assert declared["panel_sha256"] == panel["sha256"]
    assert room.json("results", file)["results_sha256"] == data["results_sha256"]

    alone = checks(room, document, "--panel-files", received)
    assert (alone["recount"], alone["seals_held"]) == (False, True)
    beside = checks(room, document, file, "--panel-files", received)
    assert (beside["panel_results"], beside["recount"], beside["settled"]) == (True, True, True)
    shutil.copyfile(room.at("data-panel.json"), Path(received, "panel.json"))
    inside = checks(room, document, "--panel-files", received)
    assert (inside["panel_results"], inside["recount"]) == (True, True)


def test_a_refused_declaration_chooses_nothing(room: JuryRoom) -> None:
    done(room, *declaring(room))
    done(room, *objecting(room))
    done(room, "reopen", room.at("uji.assessment"), "--by", "K", "--reason", "S")
    ran = room.run(*declaring(room, "--anonymous"), "--lang", "en")
    assert ran.code == 1
    assert "go on naming them" in ran.err


def checks(room: JuryRoom, *arguments: str) -> dict[str, bool]:
    answer = room.json("verify", *arguments, code=1)  # nobody has signed
    found: dict[str, bool] = {}
    for check in answer["checks"]:
        found[check["name"]] = check["ok"] and found.get(check["name"], True)
    return found
