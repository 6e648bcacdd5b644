"""The bytes of a file that a person named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.system_error import describe_refusal

if TYPE_CHECKING:
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
