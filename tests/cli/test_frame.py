from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.jury_room import JuryRoom

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_an_answer_is_said_to_people(run: Run) -> None:
    ran = run("look", "a/J01.panel", "--reason", "x", "--lang", "en")
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out == "Looked at J01.panel.\nname  size\n----  ----\na        1\nbcd     20\n"


def test_json_is_one_object_and_messages_go_aside(run: Run) -> None:
    ran = run("look", "J01.panel", "--reason", "Ωmega", "--json")
    assert ran.code == 0
    assert json.loads(ran.out) == {"file": "J01.panel", "reason": "because Ωmega"}
    assert "Ωmega" in ran.out
    assert ran.err == "Looked at J01.panel.\n"


@pytest.mark.parametrize("place", [0, 1])
def test_json_and_language_stand_before_or_after_the_subcommand(run: Run, place: int) -> None:
    arguments = ["silent"]
    arguments[place:place] = ["--json", "--lang=en"]
    ran = run(*arguments)
    assert (ran.code, ran.out) == (0, "{}\n")


def test_every_problem_is_one_line_and_nothing_commands_the_terminal(run: Run) -> None:
    ran = run("fail", "--lang", "en")
    assert ran.code == 1
    assert ran.out == "begun\n"
    assert ran.err == "R.csv: line 3 is bad\nFILE!: \\x1b[2Jgone\n"


def test_problems_are_json_too(run: Run) -> None:
    ran = run("fail", "--json")
    assert ran.code == 1
    assert json.loads(ran.out) == {
        "error": [
            {"where": "R.csv", "what": "line 3 is bad"},
            {"where": "BERKAS!", "what": "\x1b[2Jgone"},
        ]
    }
    assert ran.err == "begun\nR.csv: line 3 is bad\nBERKAS!: \\x1b[2Jgone\n"


def test_what_is_not_verified_ends_with_one(run: Run) -> None:
    ran = run("unverified", "--json")
    assert (ran.code, json.loads(ran.out)) == (1, {"verified": False})


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["look", "x"],
            "main.py look: Opsi wajib diisi: '--reason'. Bantuan: main.py look --help\n",
        ),
        (
            ["look", "x", "--reason", "y", "z", "--lang", "en"],
            "main.py look: Got unexpected extra argument (z) Help: main.py look --help\n",
        ),
        (
            ["lok"],
            "main.py: Tidak ada perintah 'lok'. Maksud Anda 'look'? Bantuan: main.py --help\n",
        ),
        (
            ["silent", "--lang", "de"],
            (
                "main.py silent: Nilai '--lang' tidak sah: 'de' bukan salah satu dari 'id', 'en'. "
                "Bantuan: main.py silent --help\n"
            ),
        ),
        (
            ["--lang", "en", "wrong"],
            "main.py wrong: --a and --b exclude each other Help: main.py wrong --help\n",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_ends_with_two(
    run: Run, arguments: list[str], line: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", line)
    ran = run("--json", *arguments)
    assert ran.code == 2
    assert len(json.loads(ran.out)["error"]) == 1


def test_without_a_subcommand_help_is_shown_and_the_code_is_two(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert "Perintah:\n  look" in ran.err
    assert run("group").code == 2
    assert "error" in json.loads(run("--json").out)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ["Penggunaan: main.py look [OPSI] BERKAS", "Argumen:", "Opsi:", "wajib", "Contoh:"]),
        ("en", ["Usage: main.py look [OPTIONS] FILE", "Positional arguments:", "required"]),
    ],
)
def test_help_is_in_the_language_and_teaches(run: Run, language: str, words: list[str]) -> None:
    ran = run("look", "--help", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    for word in [*words, "Try look.", "It looks at a file.", "PURPOSE"]:
        assert word in ran.out
    assert ran.out.endswith("  Looking once:\n    python main.py look J01.panel --reason x\n")


def test_help_shows_what_may_be_repeated_or_left_out(run: Run) -> None:
    assert (
        "Usage: main.py many [OPTIONS] FILE... [FILE]\n" in run("many", "--help", "--lang=en").out
    )


def test_a_missing_file_is_a_sentence(run: Run) -> None:
    ran = run("missing")
    assert ran.code == 1
    assert ran.err.startswith(f"{Path('no/such/file')}: Berkas atau folder ini tidak ada.")


@pytest.mark.parametrize(("language", "words"), [("en", "There is no such"), ("id", "Tidak ada")])
def test_what_the_system_refuses_is_said_in_the_language(
    tmp_path: Path, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    room = JuryRoom(tmp_path, capsys)
    named = list(room.new())
    named[named.index("--regions") + 1] = room.at("bukan.csv")
    named[named.index("--instrument") + 1] = room.at("bukan.toml")
    told = room.run(*named, "--lang", language).err.splitlines()
    assert [words in line for line in told] == [True, True]
    assert "No such file" not in "".join(told)


def test_an_interruption_is_a_sentence(run: Run) -> None:
    ran = run("interrupt", "--lang", "en")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.strip() == "Stopped. What was reported as saved is safe."


def test_a_question_is_asked_where_somebody_sits(run: Run) -> None:
    said = {reply: json.loads(run("ask", "--json", typed=[reply]).out)["yes"] for reply in
            ("ya\n", "Y\n", "tidak\n", "\n", "", "yes\n")}  # fmt: skip
    assert said == {
        "ya\n": True, "Y\n": True, "tidak\n": False, "\n": False, "": False, "yes\n": False
    }  # fmt: skip
    assert json.loads(run("ask", "--json").out) == {"yes": True}


@pytest.mark.parametrize("typed", ["p\u00e4ss 'word' \\ 1", "a\u202eb"])
def test_a_fault_is_reported_without_the_passphrase(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    ran = run("crash", "--json", typed=[typed])
    [report] = tmp_path.iterdir()
    assert ran.code == 70
    [problem] = json.loads(ran.out)["error"]
    assert problem["where"] == "main.py crash"
    assert problem["what"].startswith("Kesalahan program")
    assert str(report) in problem["what"]
    assert "Traceback" not in ran.out + ran.err
    assert ran.err.count("\n") == 1
    text = report.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "ValueError" in text
    assert "KeyError" in text
    for spelling in (typed, repr(typed)[1:-1], ascii(typed)[1:-1], repr(typed.encode())[2:-1]):
        assert spelling not in text + ran.out + ran.err
    if sys.platform != "win32":
        assert report.stat().st_mode & 0o077 == 0
