"""The real subcommands, run in a folder with the files that a coordinator and a judge have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from smartcity_desktop.cli.edge import choose_language, run_session
from smartcity_desktop.cli.session import Session
from smartcity_desktop.cli.terminal import Terminal
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.language.process import process_language
from tests.cli.conftest import Ran
from tests.scoring.jury import chance, ticking

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    import pytest

INSTRUMENT = """
format = 1
id = "uji"
version = "1"
title = { id = "Uji", en = "Trial" }
notice = { id = "Hanya contoh", en = "An example only" }
[scale]
values = [1, 2, 3, 4]
[[dimensions]]
id = "A"
name = { id = "Tata kelola", en = "Governance" }
weight = 100
[[dimensions.indicators]]
id = "A1"
name = { id = "Layanan", en = "Services" }
weight = 60
[[dimensions.indicators]]
id = "A2"
name = { id = "Data", en = "Data" }
weight = 40
[rules]
weights = "percent"
combine_judges = "mean"
combine_at = "indicator"
minimum_judges = 1
minimum_scores = 1
decimals = 2
tie_break = ["plenary"]
"""
REGIONS = "code;name\n64.71;Kota Balikpapan\n64.72;Kota Samarinda\n64.74;Kota Bontang\n"
JUDGES = "id;name;home_region\nj1;Dr. Sri Wahyuni;\nj2;Ir. Budi;64.74\n"
SCORES = "region;indicator;score;note\n64.71;A1;4;\n64.71;A2;-;bukti tidak ada\n64.72;A1;3;\n"


class JuryRoom(Struct):
    """A folder, and what is typed there. Names of files are meant in this folder."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    clock: Callable[[], datetime] = field(default_factory=ticking)
    random_bytes: Callable[[int], bytes] = field(default_factory=lambda: chance("ruang"))
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str) -> Ran:
        """Run a subcommand of the program where nobody sits at the keyboard."""
        language = choose_language(arguments, self.environment)
        session = Session(
            catalogue=load_catalogue(language),
            terminal=Terminal.of_process(),
            as_json="--json" in arguments,
            clock=self.clock,
            random_bytes=self.random_bytes,
            paper=choose_language(arguments, {}),
        )
        self.capsys.readouterr()
        with process_language(language):
            code = run_session(session, arguments)
        shown = self.capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    def json(self, *arguments: str, code: int = 0) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """Run with --json and return the one object on stdout."""
        ran = self.run(*arguments, "--json")
        assert ran.code == code, ran.err
        return json.loads(ran.out)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def at(self, name: str) -> str:
        return str(self.folder / name)

    def new(self, *more: str) -> tuple[str, ...]:
        """Return the arguments that make ``uji.assessment``."""
        return (
            "new", self.at("uji.assessment"), "--title", "Asesmen Uji", "--mode", "rehearsal",
            "--instrument", self.write("I.toml", INSTRUMENT),
            "--regions", self.write("R.csv", REGIONS),
            "--judges", self.write("J.csv", JUDGES),
            *(more or ("--no-key",)),
        )  # fmt: skip
