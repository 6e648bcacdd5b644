from __future__ import annotations

import errno
import io
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.cli import terminal
from smartcity_desktop.cli.session import Session
from smartcity_desktop.cli.terminal import Column, Terminal, make_legible
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.language.catalogue import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable


class Screen(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


class Deaf(io.StringIO):
    """A pipe whose reader has gone, as Windows says it."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.mark.parametrize(("system", "told"), [("win32", BrokenPipeError), ("linux", OSError)])
def test_a_reader_that_has_gone_is_told_apart_on_windows(
    monkeypatch: pytest.MonkeyPatch, system: str, told: type[OSError]
) -> None:
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(platform=system))
    broken = Terminal(Deaf(), io.StringIO())
    writes: list[Callable[[], None]] = [
        lambda: broken.write_line("kata"),
        lambda: broken.write_json({}, str),
        lambda: broken.write_table([Column("Judul")], []),
    ]
    for write in writes:
        with pytest.raises(OSError, match=r"Broken pipe|Invalid argument") as raised:
            write()
        assert type(raised.value) is told


def open_session(err: io.StringIO, typed: tuple[str, ...] = ()) -> Session:
    lines = iter(typed)
    return Session(
        catalogue=load_catalogue(Language.ENGLISH),
        terminal=Terminal(io.StringIO(), err),
        as_json=False,
        clock=lambda: datetime(2026, 11, 24, tzinfo=UTC),
        random_bytes=bytes,
        seated=True,
        read_hidden=lambda _: next(lines),
    )


def last_seen(written: str) -> str:
    """What is left on the line after every return to its start."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    return line


def test_progress_is_one_line_that_is_wiped() -> None:
    screen = Screen()
    session = open_session(screen)
    with session.progress(message("FILE"), 3) as advance:
        assert last_seen(screen.getvalue()) == "FILE 0/3"
        for _ in range(3):
            advance()
    assert last_seen(screen.getvalue()).strip() == ""
    assert "\n" not in screen.getvalue()


def test_progress_is_wiped_after_a_failure_too() -> None:
    screen = Screen()
    with pytest.raises(ValueError, match="x"), open_session(screen).progress(message("FILE"), 3):
        raise ValueError("x")
    assert last_seen(screen.getvalue()).strip() == ""


def test_progress_is_silent_where_nobody_looks() -> None:
    log = io.StringIO()
    with open_session(log).progress(message("FILE"), 1) as advance:
        advance()
    assert log.getvalue() == ""


def test_a_new_passphrase_is_typed_twice() -> None:
    session = open_session(io.StringIO(), ("a b", "a b"))
    assert session.ask_passphrase(None, message("FILE"), twice=True) == "a b"
    session = open_session(io.StringIO(), ("a b", "a c"))
    with pytest.raises(InputError, match="differ"):
        session.ask_passphrase(None, message("FILE"), twice=True)


@given(st.text())
def test_no_text_commands_the_terminal(text: str) -> None:
    shown = make_legible(text)
    assert all(char.isprintable() or char.isspace() for char in shown)
    assert not set(shown) & set("\x00\x07\x08\x1b\r\n\x7f\x9b\u202e\u2066\u2028")
    shown.encode("utf-8")


@pytest.mark.parametrize("text", ["Kab. Pa\u0161man", "\u00a0", "98,45 %", "\u4e2d"])
def test_plain_text_stays(text: str) -> None:
    assert make_legible(text) == text
