"""Subcommands that exist only to try the frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.app import Entry
from smartcity_desktop.cli.grammar import (
    PATH,
    Example,
    argument,
    option,
    passphrase_option,
    subcommand,
)
from smartcity_desktop.cli.session import Answer
from smartcity_desktop.domain.errors import Problem, RuleError
from smartcity_desktop.domain.message import Message

if TYPE_CHECKING:
    from smartcity_desktop.cli.session import Session

# Message instead of message(): these sentences do not belong into the catalogue.
FILE_WORD, EXAMPLES_WORD = Message("FILE"), Message("Examples")


@subcommand(
    Message("It looks at a file."),
    examples=(Example("look J01.panel --reason x", Message("Looking once:")),),
)
@argument("file", meaning=Message("What to look at."), shown=FILE_WORD, type=PATH)
@option("--reason", meaning=Message("Why."), shown=Message("PURPOSE"), required=True)
def look(session: Session, file: Path, reason: str) -> Answer:
    session.say(Message("Looked at {file}.", (("file", file.name),)))
    session.show_table([Message("name"), Message("size")], [["a", "1"], ["bcd", "20"]], [1])
    return Answer({"file": file, "reason": Message("because {reason}", (("reason", reason),))})


@subcommand()
def fail(session: Session) -> Answer:
    session.say(Message("begun"))
    raise RuleError(
        [
            Problem("R.csv", Message("line {line}\nis bad", (("line", 3),))),
            Problem(Message("{place}!", (("place", FILE_WORD),)), Message("\x1b[2Jgone")),
        ]
    )


@subcommand()
def unverified(session: Session) -> Answer:
    del session
    return Answer({"verified": False}, done=False)


@subcommand()
def silent(session: Session) -> None:
    del session


@subcommand()
def wrong(session: Session) -> None:
    del session
    raise click.UsageError("--a and --b exclude each other")


@subcommand()
@passphrase_option(Message("Where the passphrase is."))
def crash(session: Session, passphrase_file: Path | None) -> None:
    passphrase = session.ask_passphrase(passphrase_file, Message("Passphrase"))
    try:
        {"": ""}[passphrase]
    except KeyError as error:
        raise ValueError(f"cannot use {passphrase!r} or {passphrase.encode()!r}") from error


@subcommand()
def missing(session: Session) -> None:
    del session
    Path("no/such/file").read_bytes()


@subcommand()
def interrupt(session: Session) -> None:
    del session
    raise KeyboardInterrupt


@subcommand()
def ask(session: Session) -> Answer:
    return Answer({"yes": session.confirm(Message("Sure?"), otherwise=True)})


@subcommand()
@argument("paths", meaning=Message("Any."), shown=FILE_WORD, type=PATH, nargs=-1, required=True)
@argument("last", meaning=Message("One."), shown=FILE_WORD, type=PATH, required=False)
def many(session: Session, paths: tuple[Path, ...], last: Path | None) -> Answer:
    del session
    return Answer({"paths": paths, "last": last})


def entry(name: str) -> Entry:
    return Entry(name, f"sample:{name}", Message(f"Try {name}."), package="tests.cli")


ENTRIES = (
    *map(entry, ("look", "fail", "unverified", "silent", "wrong", "crash", "missing", "interrupt")),
    entry("ask"),
    entry("many"),
    Entry("group", "", Message("A group."), parts=(entry("silent"),)),
)
