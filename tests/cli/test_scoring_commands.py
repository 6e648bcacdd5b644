"""The judge's commands: enrol, enter, seal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.sealing import key_wrap
from smartcity_desktop.store.foreign import read_foreign_panel
from tests.cli.jury_room import SCORES, JuryRoom

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Ran


@pytest.fixture
def room(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> JuryRoom:
    """A judge with a panel file; keys are wrapped at a cost that spares the tests' time."""
    wrap = key_wrap.wrap_key
    monkeypatch.setattr(
        key_wrap, "wrap_key", lambda key, word, random, _: wrap(key, word, random, 4)
    )
    room = JuryRoom(tmp_path, capsys)
    assert room.run(*room.new()).code == 0
    assert room.run("issue", room.at("uji.assessment"), room.at("")).code == 0
    room.write("sandi.txt", "kuda hitam di pagi hari\n")
    room.write("nilai.csv", SCORES)
    (tmp_path / "stik").mkdir()
    return room


def enrol(room: JuryRoom, *more: str) -> Ran:
    secret = room.at("sandi.txt")
    return room.run("enrol", room.at("j1-1-latihan.panel"), "--passphrase-file", secret, *more)


def seal(room: JuryRoom, *more: str, folder: str = "stik") -> tuple[str, ...]:
    secret = room.at("sandi.txt")
    panel = room.at("j1-1-latihan.panel")
    return ("seal", panel, room.at(folder), "--passphrase-file", secret, *more)


@pytest.fixture
def enrolled(room: JuryRoom) -> JuryRoom:
    assert enrol(room, "--conflict", "64.74=Pernah menjadi konsultan").code == 0
    return room


def test_a_judge_enrols_once(room: JuryRoom) -> None:
    secret = room.at("sandi.txt")
    answer = room.json(
        "enrol",
        room.at("j1-1-latihan.panel"),
        "--passphrase-file",
        secret,
        "--conflict",
        "64.74=Konsultan",
    )
    assert (answer["judge"], answer["conflicts"]) == ("j1", ["64.74"])
    assert len(answer["thumbprint"]) == 43
    again = enrol(room, "--lang", "en")
    assert again.code == 1
    assert "enrolled already" in again.err
    # Known before anybody is asked for a passphrase.
    unasked = room.run("enrol", room.at("j1-1-latihan.panel"), "--lang", "en")
    assert "enrolled already" in unasked.err


def test_a_new_key_follows_a_forgotten_passphrase(room: JuryRoom) -> None:
    early = enrol(room, "--new-key", "--lang", "en")
    assert (early.code, "has not confirmed" in early.err) == (1, True)
    assert enrol(room).code == 0
    ran = enrol(room, "--new-key", "--lang", "en")
    assert ran.code == 0
    assert "Fingerprint of the key" in ran.out


def test_a_new_key_must_be_told_to_the_coordinator(room: JuryRoom) -> None:
    assert "coordinator" not in enrol(room, "--lang", "en").out
    ran = enrol(room, "--new-key", "--lang", "en")
    assert ran.code == 0
    assert "Tell the coordinator this fingerprint" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--conflict", "64.74"], 2, "CODE=REASON"),
        (["--conflict", "64.74=a", "--conflict", "64.74=b"], 2, "once"),
        (["--new-key", "--conflict", "64.74=a"], 2, "--new-key makes a key"),
        (["--conflict", "64.99=a"], 1, "has no region 64.99"),
        (["--conflict", "64.74= "], 1, "64.74: A reason is needed"),
    ],
)
def test_what_is_declared_wrongly_enrols_nobody(
    room: JuryRoom, arguments: list[str], code: int, sentence: str
) -> None:
    ran = enrol(room, *arguments, "--lang", "en")
    assert (ran.code, sentence in ran.err) == (code, True), ran.err
    assert enrol(room).code == 0


def test_scores_come_from_a_table(enrolled: JuryRoom) -> None:
    panel, table = enrolled.at("j1-1-latihan.panel"), enrolled.at("nilai.csv")
    ran = enrolled.run("enter", panel, table, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "2 score sheets changed; 1 of 2 regions are finished. Saved.\n"
    again = enrolled.json("enter", panel, table)
    assert again == {"changed": [], "entries": 3, "finished": 1, "regions": 2}


def test_a_region_in_conflict_of_interest_is_not_counted_as_due(enrolled: JuryRoom) -> None:
    own = enrolled.write("sendiri.csv", "region;indicator;score;note\n64.74;*;RECUSED;konsultan\n")
    answer = enrolled.json("enter", enrolled.at("j1-1-latihan.panel"), own)
    assert (answer["changed"], answer["finished"], answer["regions"]) == (["64.74"], 0, 2)


def test_a_bad_table_changes_nothing(enrolled: JuryRoom) -> None:
    panel = enrolled.at("j1-1-latihan.panel")
    table = enrolled.write("buruk.csv", SCORES + "64.74;A1;4;\n64.74;A2;4;\n")
    ran = enrolled.run("enter", panel, table, "--lang", "en")
    assert ran.code == 1
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["64.74 A1", "64.74 A2"]
    assert enrolled.json("enter", panel, enrolled.at("nilai.csv"))["changed"] == ["64.71", "64.72"]


def test_nothing_is_entered_before_enrolment(room: JuryRoom) -> None:
    ran = room.run("enter", room.at("j1-1-latihan.panel"), room.at("nilai.csv"))
    assert ran.code == 1
    assert "Dr. Sri Wahyuni" in ran.err


def test_a_seal_is_handed_over_with_its_receipt(enrolled: JuryRoom) -> None:
    enrolled.run("enter", enrolled.at("j1-1-latihan.panel"), enrolled.at("nilai.csv"))
    answer = enrolled.json(*seal(enrolled))
    assert (answer["sealed"], answer["open"]) == (["64.71"], ["64.72", "64.74"])
    assert (answer["number"], answer["fresh"], answer["encrypted"]) == (1, True, False)
    assert len(answer["receipt"]) == 19
    assert answer["copy"] == enrolled.at("stik/j1-1-latihan-segel-1.panel")
    copy = (enrolled.folder / "stik" / "j1-1-latihan-segel-1.panel").read_bytes()
    assert len(read_foreign_panel(copy).seals) == 1
    again = enrolled.run(*seal(enrolled), "--lang", "en")
    assert again.code == 0
    assert "Nothing changed since the last seal" in again.out
    assert answer["excused"] == ["64.74"]
    assert f"Receipt {answer['receipt']}: 1 score sheets sealed, 1 regions open." in again.out
    assert "Open: 64.72\n" in again.out
    assert "conflict of interest: 64.74\n" in again.out


def test_a_correction_needs_a_reason(enrolled: JuryRoom) -> None:
    panel = enrolled.at("j1-1-latihan.panel")
    enrolled.run("enter", panel, enrolled.at("nilai.csv"))
    enrolled.run(*seal(enrolled))
    correction = enrolled.write("baru.csv", "region;indicator;score;note\n64.71;A1;1;\n")
    enrolled.run("enter", panel, correction)
    ran = enrolled.run(*seal(enrolled), "--lang", "en")
    assert (ran.code, "Give the reason" in ran.err) == (1, True)
    assert enrolled.json(*seal(enrolled, "--reason", "Salah ketik"))["number"] == 2


def test_a_stick_that_is_gone_costs_no_seal(enrolled: JuryRoom) -> None:
    enrolled.run("enter", enrolled.at("j1-1-latihan.panel"), enrolled.at("nilai.csv"))
    ran = enrolled.run(*seal(enrolled, folder="hilang"), "--lang", "en")
    assert ran.code == 1
    assert ran.out.startswith("Receipt ")
    assert "no folder" in ran.err
    answer = enrolled.json(*seal(enrolled))
    assert (answer["number"], answer["fresh"]) == (1, False)
    assert answer["receipt"] in ran.out


def test_a_wrong_passphrase_seals_nothing(enrolled: JuryRoom) -> None:
    enrolled.run("enter", enrolled.at("j1-1-latihan.panel"), enrolled.at("nilai.csv"))
    enrolled.write("sandi.txt", "kuda putih di sore hari\n")
    ran = enrolled.run(*seal(enrolled))
    assert (ran.code, ran.out) == (1, "")
    assert "kuda" not in ran.err
    assert list((enrolled.folder / "stik").iterdir()) == []


def test_files_of_another_kind_are_refused(enrolled: JuryRoom) -> None:
    shutil.copy(enrolled.at("uji.assessment"), enrolled.at("lain.panel"))
    for command in (["enter", enrolled.at("lain.panel"), enrolled.at("nilai.csv")],
                    ["seal", enrolled.at("lain.panel"), enrolled.at("stik")]):  # fmt: skip
        ran = enrolled.run(*command)
        assert (ran.code, "Traceback" in ran.err) == (1, False)
        assert "lain.panel" in ran.err


@pytest.mark.parametrize("command", ["enrol", "enter", "seal"])
def test_help_teaches(room: JuryRoom, command: str) -> None:
    for language, word in (("id", "Contoh:"), ("en", "Examples:")):
        ran = room.run(command, "--help", "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        assert word in ran.out
        assert f"python main.py {command} juri-07-1.panel" in ran.out
