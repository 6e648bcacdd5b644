"""Files that a person named: read whole, refused in plain words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import ExpectedError, InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.system_error import describe_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_INPUT = 64 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that a person named.

    Raises:
        InputError: no such file, not readable, or far too large.
    """
    try:
        if path.stat().st_size > LARGEST_INPUT:
            raise InputError(Problem(str(path), message("This file is far too large.")))
        return path.read_bytes()
    except OSError as error:
        raise InputError(Problem(str(path), describe_refusal(error))) from error


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Name the file in refusals that speak of bytes alone."""
    try:
        yield
    except ExpectedError as error:
        named = [Problem(problem.where or str(path), problem.what) for problem in error.problems]
        raise type(error)(named) from error
