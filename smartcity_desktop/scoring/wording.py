"""Texts that judges write: kept as typed, but in one normal form and of bounded length."""

from __future__ import annotations

import unicodedata

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message

LONGEST_NOTE = 10_000
LONGEST_REASON = 500


def clean_note(text: str) -> str:
    """Return the note in NFC without control characters; line breaks stay."""
    return _clean(text, LONGEST_NOTE, keep="\n")


def clean_reason(text: str) -> str:
    """Return the reason as one line; an empty one is refused."""
    reason = _clean(" ".join(text.split()), LONGEST_REASON, keep="")
    if not reason:
        raise InputError(message("A reason is needed. Nothing was changed."))
    return reason


def _clean(text: str, longest: int, keep: str) -> str:
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    cleaned = "".join(
        letter for letter in normal if letter in keep or unicodedata.category(letter) not in UNSEEN
    ).strip()
    if len(cleaned) > longest:
        raise InputError(
            message(
                "This text has {length} letters; at most {longest} are kept. Nothing was changed.",
                length=len(cleaned),
                longest=longest,
            )
        )
    return cleaned


UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control characters, surrogates, private and unassigned code points."""
