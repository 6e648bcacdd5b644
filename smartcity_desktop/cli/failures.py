"""Failures of the world and of the program, as sentences for people."""

from __future__ import annotations

import errno
import platform
import sys
from typing import TYPE_CHECKING

from smartcity_desktop import __version__
from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_THERE = message("There is no such file or folder. Check the path. Nothing was changed.")
NOT_ALLOWED = message("The system does not allow this file to be opened. Check its permissions.")
FULL = message("The disk is full. What was saved before is safe. Make room and try again.")
READ_ONLY = message("This disk cannot be written to. Choose another folder.")

OF_THE_SYSTEM = {
    errno.ENOENT: NOT_THERE,
    errno.ENOTDIR: NOT_THERE,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.ENOSPC: FULL,
    errno.EROFS: READ_ONLY,
    errno.EISDIR: message("This is a folder; a file is needed."),
    errno.EEXIST: message("This exists already. Choose another name."),
}


def describe_system_error(error: OSError) -> Problem:
    """Return what the system refused, in words."""
    where = "" if error.filename is None else str(error.filename)
    what = OF_THE_SYSTEM.get(error.errno or 0)
    if what is None:
        what = message(
            "The system could not read or write here: {reason}. What was saved before is safe.",
            reason=error.strerror or type(error).__name__,
        )
    return Problem(where, what)


def report_fault(error: Exception, command: str, strike: Callable[[str], str]) -> Message:
    """Write a report of a fault of the program and return the sentence for the person.

    Args:
        error: what nobody expected.
        command: the subcommand that ran, without its arguments, which may hold names.
        strike: takes every passphrase out of a text.
    """
    import tempfile
    import traceback

    lines = [
        f"SmartCity Desktop {__version__}, {command}\n",
        f"Python {sys.version.split()[0]}, {platform.platform()}\n\n",
        *traceback.format_exception(error),
    ]
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            delete=False,
            prefix="smartcity-fault-",
            suffix=".txt",
        ) as file:
            file.write(strike("".join(lines)))
    except OSError:
        return message(
            "A fault of the program stopped this work ({fault}). It is not your fault. What was "
            "reported as saved is safe. No report could be written.",
            fault=type(error).__name__,
        )
    return message(
        "A fault of the program stopped this work. It is not your fault. What was reported as "
        "saved is safe. Please send this report to those who look after the program; it holds no "
        "passphrase: {report}",
        report=file.name,
    )
