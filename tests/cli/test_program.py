"""The program as it is started: in a process of its own."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

import main
from smartcity_desktop.cli.app import ENTRIES, Entry, load_command
from smartcity_desktop.cli.edge import run
from smartcity_desktop.cli.grammar import Subcommand
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import load_catalogue

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [part for entry in ENTRIES for part in entry.parts or [entry]]

PLANNED = {
    *["demo", "instrument", "new", "issue", "status", "rename", "enrol", "enter", "seal"],
    *[
        "merge",
        "decide",
        "results",
        "declare",
        "object",
        "answer",
        "reopen",
        "report",
        "sign",
        "verify",
    ],
}


def start(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def test_without_a_subcommand_it_shows_help_and_ends_with_two(root: Path) -> None:
    ran = start(root, "instrument", "--lang", "id")
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert ran.stderr.startswith(b"Penggunaan: main.py instrument [OPSI] PERINTAH ...")


def test_the_subcommands_are_those_of_the_plan(root: Path) -> None:
    lines = start(root, "--help", SMARTCITY_LANG="en").stdout.decode().splitlines()
    listed = lines[lines.index("Commands:") + 1 :]
    assert {line.split()[0] for line in listed if line[2] != " "} == PLANNED


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_language_comes_from_the_environment_or_the_option(root: Path, language: str) -> None:
    word = {"id": b"Opsi:", "en": b"Options:"}[language]
    other = {"id": "en", "en": "id"}[language]
    assert word in start(root, "--help", SMARTCITY_LANG=language).stdout
    assert word in start(root, "--help", "--lang", language, SMARTCITY_LANG=other).stdout
    assert word in start(root, "--lang", language, "instrument", "--help").stdout


def test_a_language_of_the_environment_that_is_none_is_named(root: Path) -> None:
    ran = start(root, "instrument", "--json", SMARTCITY_LANG="de")
    assert ran.returncode == 2
    assert "'de' bukan salah satu dari" in json.loads(ran.stdout)["error"][0]["what"]


def test_output_is_utf8_on_every_system(root: Path) -> None:
    ran = start(root, "\u0161", "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "\u0161" in json.loads(ran.stdout.decode("utf-8"))["error"][0]["what"]
    assert "\u0161" in ran.stderr.decode("utf-8")


def test_a_reader_that_has_gone_is_no_fault(root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        ran = subprocess.run(
            [sys.executable, "main.py", "nothing", "--json"],
            cwd=root,
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closes them as a POSIX shell does")
@pytest.mark.parametrize(("words", "code"), [("--help", 0), ("verify /there/is/none", 1)])
def test_without_any_stream_it_runs_all_the_same(root: Path, words: str, code: int) -> None:
    """As the window's program of the bundle on Windows, which has no console."""
    started = shlex.join((sys.executable, "main.py"))
    ran = subprocess.run(
        ["sh", "-c", f"exec {started} {words} <&- >&- 2>&-"], cwd=root, check=False
    )
    assert ran.returncode == code


def test_nobody_sits_at_a_stream_that_was_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    main.give_streams()
    given = (sys.stdin, sys.stdout, sys.stderr)
    monkeypatch.undo()
    assert not any(stream.isatty() for stream in given)
    assert given[0].read() == ""
    assert given[1].write("kata") == 4
    assert given[2].fileno() > 2
    for stream in given:
        stream.close()


def test_without_its_catalogue_the_program_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("smartcity_desktop.language.catalogue.TRANSLATIONS", tmp_path)
    monkeypatch.delenv("SMARTCITY_LANG", raising=False)
    assert run(["--help"]) == 1
    assert "make catalogues" in capsys.readouterr().err
    assert run(["--help", "--lang", "en"]) == 0


@pytest.mark.parametrize("entry", COMMANDS, ids=[entry.target for entry in COMMANDS])
@pytest.mark.parametrize("language", list(Language))
def test_every_subcommand_explains_itself_with_examples_that_parse(
    entry: Entry, language: Language
) -> None:
    command = load_command(entry, load_catalogue(language))
    assert isinstance(command, Subcommand)
    assert command.examples
    names = [other.name for other in ENTRIES if entry is other or entry in other.parts]
    if names != [entry.name]:
        names.append(entry.name)
    for example in command.examples:
        words = shlex.split(example.arguments)
        assert words[: len(names)] == names
        command.make_context("main.py", words[len(names) :])
    for param in command.params:
        if not isinstance(param, click.Option) or "--help" not in param.opts:
            assert param.help
