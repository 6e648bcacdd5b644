"""Where the program meets the world: language, exit codes, and the last word on every failure."""

from __future__ import annotations

import os
import secrets
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.app import ENTRIES, open_commands
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.cli.terminal import Terminal
from smartcity_desktop.domain.errors import ExpectedError, Problem
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.system_error import describe_system_error
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.language.process import process_language
from smartcity_desktop.workplace.fault_report import report_fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.cli.app import Entry

DONE, REFUSED, WRONG_USAGE, FAULT, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes."""


def run(arguments: Sequence[str] | None = None, program: str = "main.py") -> int:
    """Run one command and return its exit code.

    Args:
        arguments: without the program's name; by default those of this process.
        program: its name in help and hints.
    """
    given = sys.argv[1:] if arguments is None else arguments
    terminal = Terminal.of_process()
    language = choose_language(given, os.environ)
    try:
        catalogue, missing = load_catalogue(language), None
    except ExpectedError as error:
        catalogue, missing = load_catalogue(Language.ENGLISH), error
    session = Session(
        catalogue=catalogue,
        terminal=terminal,
        as_json="--json" in _options(given),
        clock=lambda: datetime.now(UTC),
        random_bytes=secrets.token_bytes,
        paper=choose_language(given, {}),
        program=program,
        seated=sys.stdin.isatty() and terminal.attended,
    )
    if missing is not None:
        session.refuse(missing.problems)
        return REFUSED
    with process_language(language):
        try:
            return run_session(session, arguments)
        except BrokenPipeError:
            # Whoever read our output has gone; the exit must not stumble over it once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return REFUSED


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that ``--lang`` or SMARTCITY_LANG names, Indonesian by default.

    It is read before anything else, so that help and complaints about wrong usage are in it too;
    a value that is no language is complained about later, with the other options.
    """
    named = environment.get("SMARTCITY_LANG", "")
    options = _options(arguments)
    for place, text in enumerate(options):
        if text.startswith("--lang="):
            named = text.removeprefix("--lang=")
        elif text == "--lang":
            named = "".join(options[place + 1 : place + 2])
    return Language.ENGLISH if named == Language.ENGLISH.value else Language.INDONESIAN


def run_session(
    session: Session, arguments: Sequence[str] | None, entries: Sequence[Entry] = ENTRIES
) -> int:
    """Run one command in a session; every failure becomes a sentence and an exit code."""
    try:
        return _carry_out(session, arguments, open_commands(session.catalogue, entries))
    except ExpectedError as error:
        session.refuse(error.problems)
    except click.exceptions.NoArgsIsHelpError as error:
        return _show_help(session, error)
    except click.UsageError as error:
        session.refuse([_describe_usage(error, session.program)])
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        session.refuse([Problem("", message("Stopped. What was reported as saved is safe."))])
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        session.refuse([describe_system_error(error)])
    except Exception as error:  # noqa: BLE001  the one place where a fault becomes a report
        command = _name_command(session, arguments, entries)
        fault = report_fault(error, command, session.passphrases.strike)
        session.refuse([Problem(command, fault)])
        return FAULT
    return REFUSED


def _carry_out(session: Session, arguments: Sequence[str] | None, commands: click.Command) -> int:
    answer = commands.main(
        None if arguments is None else list(arguments),
        prog_name=session.program,
        standalone_mode=False,
        obj=session,
    )
    if isinstance(answer, int):
        return answer
    if answer is None:
        answer = Answer({})
    session.answer(answer.values)
    return DONE if answer.done else REFUSED


def _options(arguments: Sequence[str]) -> list[str]:
    """Return the arguments before ``--``, after which nothing is an option."""
    given = list(arguments)
    return given[: given.index("--")] if "--" in given else given


def _show_help(session: Session, error: click.exceptions.NoArgsIsHelpError) -> int:
    if session.as_json:
        hint = message("Name a command. {program} --help lists them.", program=session.program)
        session.refuse([Problem("", hint)])
    else:
        session.terminal.write_lines(error.format_message(), aside=True)
    return WRONG_USAGE


def _describe_usage(error: click.UsageError, program: str) -> Problem:
    where = program if error.ctx is None else error.ctx.command_path
    return Problem(
        where,
        message("{fault} Help: {command} --help", fault=error.format_message(), command=where),
    )


def _name_command(
    session: Session, arguments: Sequence[str] | None, entries: Sequence[Entry]
) -> str:
    """Return the program and the subcommand that was asked for, without its arguments."""
    given = sys.argv[1:] if arguments is None else arguments
    names = {entry.name for entry in entries}
    return " ".join([session.program, *[text for text in given if text in names][:1]])
