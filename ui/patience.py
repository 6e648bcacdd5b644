"""How long the self-test waits for the window, and what it says when it waited in vain."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_WAIT = 60
"""Seconds."""


class SelfTestFailedError(Exception):
    """The window did not do what it should; the text says what."""


def wait_until(happened: Callable[[], object], otherwise: str) -> None:
    """Let the window work until something has happened.

    Raises:
        SelfTestFailedError: it took too long; ``otherwise`` says what did not happen.
    """
    until = time.monotonic() + LONGEST_WAIT
    while not happened():
        if time.monotonic() > until:
            raise SelfTestFailedError(otherwise)
        QApplication.processEvents()
