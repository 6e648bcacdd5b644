"""The coordinator's first commands: instrument check, new, issue."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.store.assessment_file import open_assessment_file
from tests.cli.jury_room import INSTRUMENT, JuryRoom
from tests.scoring.jury import ticking

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> JuryRoom:
    return JuryRoom(tmp_path, capsys)


@pytest.fixture
def made(room: JuryRoom) -> JuryRoom:
    assert room.run(*room.new()).code == 0
    return room


def test_a_faultless_instrument_is_named(room: JuryRoom) -> None:
    file = room.write("I.toml", INSTRUMENT)
    ran = room.run("instrument", "check", file, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Trial (uji 1): 1 dimensions, 2 indicators. No fault found.\n"
    answer = room.json("instrument", "check", file)
    assert (answer["id"], answer["indicators"], len(answer["sha256"])) == ("uji", 2, 64)


def test_every_fault_of_an_instrument_is_named(room: JuryRoom) -> None:
    bad = INSTRUMENT.replace("weight = 60", "weight = 61").replace('"mean"', '"rata-rata"')
    ran = room.run("instrument", "check", room.write("I.toml", bad), "--lang", "en")
    assert ran.code == 1
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 2
    assert "Traceback" not in ran.err
    missing = room.json("instrument", "check", room.at("tidak ada.toml"), code=1)
    assert missing["error"][0]["where"].endswith("tidak ada.toml")


def test_an_assessment_is_made(room: JuryRoom) -> None:
    answer = room.json(*room.new())
    assert answer["mode"] == "rehearsal"
    assert (answer["regions"], answer["judges"], answer["assignments"]) == (3, 2, 6)
    assert len(answer["assessment"]) == 32
    assert (room.folder / "uji.assessment").exists()


def test_the_next_step_is_said(room: JuryRoom) -> None:
    ran = room.run(*room.new(), "--lang", "en")
    assert ran.code == 0
    assert "3 regions, 2 judges, 6 score sheets to come" in ran.out
    assert "issue one panel file per judge" in ran.out


def test_a_key_needs_a_passphrase_and_no_key_needs_none(room: JuryRoom) -> None:
    without = room.run(*room.new("--label", "asesor"), "--lang", "en")
    assert without.code == 1
    assert "--passphrase-file" in without.err
    both = room.run(*room.new("--no-key", "--passphrase-file", "x"), "--lang", "en")
    assert (both.code, "--no-key makes no key" in both.err) == (2, True)
    assert not (room.folder / "uji.assessment").exists()
    secret = room.write("sandi.txt", "kuda hitam di pagi hari\n")
    assert room.run(*room.new("--passphrase-file", secret)).code == 0


def test_what_cannot_be_made_is_said_all_at_once(room: JuryRoom) -> None:
    ran = room.run(*room.new("--no-key", "--recipient", "age1salah"), "--title", " ", "--lang=en")
    assert ran.code == 1
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["--title", "--recipient"]
    assert not (room.folder / "uji.assessment").exists()


def test_the_faults_of_every_input_are_said_at_once(room: JuryRoom) -> None:
    arguments = list(room.new("--no-key", "--recipient", "age1x", "--letterhead",
                              room.write("L.toml", "format = 9\n")))  # fmt: skip
    arguments[arguments.index("Asesmen Uji")] = " "
    room.write("I.toml", "format = 7\n")
    room.write("R.csv", "code;name\n64.72;Kota Bontang\n")
    ran = room.run(*arguments, "--lang", "en")
    assert ran.code == 1
    for place in ("--title", "--recipient", "I.toml", "R.csv, line 2", "L.toml, format"):
        assert place in ran.err


def test_the_faults_of_dependent_inputs_are_said_at_once(room: JuryRoom) -> None:
    assignments = room.write("A.csv", "judge;region\nx;y\n")
    dossiers = room.write("D.csv", "region;indicator;answer\nx;y;z\n")
    ran = room.run(*room.new("--no-key", "--assignments", assignments, "--dossiers", dossiers))
    assert ran.code == 1
    assert "A.csv" in ran.err
    assert "D.csv" in ran.err


def test_a_passphrase_too_short_to_protect_anything_is_refused(room: JuryRoom) -> None:
    arguments = room.new("--passphrase-file", room.write("sandi.txt", "abc\n"))
    assert room.run(*arguments).code == 1
    assert not Path(room.at("uji.assessment")).exists()


def test_each_judge_is_issued_one_file(made: JuryRoom) -> None:
    answer = made.json("issue", made.at("uji.assessment"), made.at("stik"))
    assert [(i["judge"], i["issue"], i["kind"], i["regions"]) for i in answer["issued"]] == [
        ("j1", "j1-1", "first", ["64.71", "64.72", "64.74"]),
        ("j2", "j2-1", "first", ["64.71", "64.72"]),
    ]
    assert all(
        (made.folder / "stik" / f"{judge}-1-latihan.panel").exists() for judge in ("j1", "j2")
    )
    again = made.run("issue", made.at("uji.assessment"), made.at("stik"), "--lang", "en")
    assert again.code == 0
    assert "Every judge has a panel file already" in again.out


def test_people_see_a_table(made: JuryRoom) -> None:
    ran = made.run("issue", made.at("uji.assessment"), made.at("stik"))
    assert ran.code == 0
    assert "j2-1-latihan.panel" in ran.out
    assert "Juri" in ran.out


def test_a_replacement_says_what_it_stands_in_for(made: JuryRoom) -> None:
    given = (made.at("uji.assessment"), made.at("stik"))
    assert made.run("issue", *given).code == 0
    lost = ("--replace", "j1", "--reason", "Hilang")
    (first,) = made.json("issue", *given, *lost)["issued"]
    assert (first["issue"], first["replaces"]) == ("j1-2", "j1-1")
    assert "j1-3 stands in for j1-2" in made.run("issue", *given, *lost, "--lang", "en").out


def test_replacements_supplements_and_paper(made: JuryRoom) -> None:
    file, stick = made.at("uji.assessment"), made.at("stik")
    made.run("issue", file, stick)
    lost = made.json("issue", file, stick, "--replace", "j1", "--reason", "Laptop hilang")
    assert [(i["issue"], i["kind"]) for i in lost["issued"]] == [("j1-2", "replacement")]
    conflict = made.json("issue", file, stick, "--add", "j2", "64.74", code=1)
    assert "64.74" in conflict["error"][0]["what"]
    paper = made.json("issue", file, stick, "--paper", "j2", "--reason", "Laptop rusak")
    assert [(i["issue"], i["kind"]) for i in paper["issued"]] == [
        ("j2-2", "paper"),
        ("j2-3", "paper"),
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--replace", "j1"], "Say why with --reason"),
        (["--paper", "j1", "--reason", " "], "Say why with --reason"),
        (["--replace", "j1", "--add", "j2", "64.71"], "Only one of these"),
        (["--add", "j1"], "Name the regions after the folder"),
        (["64.71"], "only be named together with --add"),
    ],
)
def test_wishes_that_contradict_themselves(
    made: JuryRoom, arguments: list[str], sentence: str
) -> None:
    file, stick = made.at("uji.assessment"), made.at("stik")
    ran = made.run("issue", file, stick, *arguments, "--lang", "en")
    assert (ran.code, sentence in ran.err) == (2, True), ran.err
    assert not (made.folder / "stik").exists()


def test_a_file_that_is_no_assessment_makes_no_folder(room: JuryRoom) -> None:
    ran = room.run("issue", room.write("x.assessment", "bukan"), room.at("stik"))
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert not (room.folder / "stik").exists()


@pytest.mark.parametrize("command", [["new"], ["issue"], ["instrument", "check"]])
def test_help_teaches(room: JuryRoom, command: list[str]) -> None:
    for language, word in (("id", "Contoh:"), ("en", "Examples:")):
        ran = room.run(*command, "--help", "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        assert word in ran.out
        assert f"python main.py {' '.join(command)} " in ran.out


def test_the_letterheads_emblem_goes_into_the_assessment(room: JuryRoom) -> None:
    shipped = RESOURCES / "letterheads"
    letterhead = room.at("kop.toml")
    shutil.copy(shipped / "contoh-kementerian.toml", letterhead)
    missing = room.json(*room.new(), "--letterhead", letterhead, code=1)
    assert missing["error"][0]["where"].endswith("contoh-lambang.png")
    shutil.copy(shipped / "contoh-lambang.png", room.at("contoh-lambang.png"))
    room.json(*room.new(), "--letterhead", letterhead)
    with open_assessment_file(room.folder / "uji.assessment", ticking(), read_only=True) as file:
        assert read_letterhead(file.letterhead()).emblem.startswith(b"\x89PNG")


def test_lists_and_blank_sheets_need_no_declaration(made: JuryRoom) -> None:
    kinds = ("tanda-terima", "daftar-hadir", "pernyataan", "lembar-kosong")
    made.json("issue", made.at("uji.assessment"), made.at("sticks"))
    out = made.at("dokumen")
    answer = made.json("report", made.at("uji.assessment"), *kinds, "--out", out, "--judge", "j1")
    assert [document["kind"] for document in answer["documents"]] == list(kinds)
    assert all(Path(document["path"]).exists() for document in answer["documents"])
    assert answer["documents"][3]["pages"] == 3
    again = made.json("report", made.at("uji.assessment"), *kinds, "--out", out, "--judge", "j1")
    assert again == answer
    missing = made.json("report", made.at("uji.assessment"), "lembar-kosong", "--out", out,
                        "--judge", "j9", code=1)  # fmt: skip
    assert "j9" in missing["error"][0]["what"]
    early = made.json("report", made.at("uji.assessment"), "integritas", "--out",
                      made.at("belum"), code=1)  # fmt: skip
    assert len(early["error"]) == 1
    assert not (made.folder / "belum").exists()
