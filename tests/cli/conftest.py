"""Runs a command line in this process, as somebody at a terminal or a script would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.cli.edge import choose_language, run_session
from smartcity_desktop.cli.session import Session
from smartcity_desktop.cli.terminal import Terminal
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.language.process import process_language
from tests.cli.sample import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterable


class Ran(Struct, frozen=True):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs one of the sample commands.

    ``typed`` are the lines somebody types at a keyboard; without it nobody is there.
    """

    def run_sample(*arguments: str, typed: Iterable[str] | None = None) -> Ran:
        language = choose_language(arguments, {})
        session = Session(
            catalogue=load_catalogue(language),
            terminal=Terminal.of_process(),
            as_json="--json" in arguments,
            clock=lambda: datetime(2026, 11, 24, tzinfo=UTC),
            random_bytes=bytes,
        )
        if typed is not None:
            lines = iter(typed)
            session = replace(
                session,
                seated=True,
                read_hidden=lambda _: next(lines),
                read_line=lambda _: next(lines),
            )
        with process_language(language):
            code = run_session(session, arguments, ENTRIES)
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run_sample
