"""Passphrases: typed unseen or read from a file, never an argument, never written anywhere."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 4096
"""Bytes; a larger file is not a passphrase but a mistake."""

STRUCK = "[passphrase]"

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Passphrases:
    """The passphrases a run has met, so that no report of a fault can carry one."""

    def __init__(self) -> None:
        """Begin without any."""
        self._met: set[str] = set()

    def keep(self, passphrase: str) -> str:
        """Remember a passphrase and return it."""
        self._met.add(passphrase)
        return passphrase

    def strike(self, text: str) -> str:
        """Return the text without any of them, in whatever way Python may have quoted them."""
        spellings = {
            spelling
            for passphrase in self._met
            for spelling in (passphrase, repr(passphrase)[1:-1], ascii(passphrase)[1:-1])
        }
        spellings |= {repr(passphrase.encode())[2:-1] for passphrase in self._met}
        for spelling in sorted(spellings, key=len, reverse=True):
            text = text.replace(spelling, STRUCK)
        return text


def read_passphrase_file(path: Path) -> str:
    """Return the text of the file without the line end that editors add.

    Raises:
        InputError: the file is empty, too long, or neither UTF-8 text nor UTF-16 with its mark.
            The sentence never shows any of its content.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(LONGEST + 1)
    try:
        # What ``>`` of Windows' own PowerShell writes begins with such a mark.
        text = content.decode("utf-16" if content.startswith(_UTF16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if text.endswith("\n"):
        text = text[:-1].removesuffix("\r")
    if not text or len(content) > LONGEST:
        raise InputError(
            Problem(
                str(path),
                message(
                    "This file holds no passphrase. Write the passphrase alone on its first line, "
                    "as plain text in UTF-8."
                ),
            )
        ) from None
    return text
