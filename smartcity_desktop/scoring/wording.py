"""Texts that judges write: kept as typed, but in one normal form and of bounded length."""

from __future__ import annotations

import unicodedata

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message

LONGEST_NOTE = 10_000
LONGEST_REASON = 500

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control characters, surrogates, private and unassigned code points.

What is unassigned today may have another normal form tomorrow, and seals must hold then too.
"""


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
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    seen = (c for c in lines if c in keep or unicodedata.category(c) not in _UNSEEN)
    # Last, because letters that stood apart may have come together.
    cleaned = unicodedata.normalize("NFC", "".join(seen)).strip()
    if len(cleaned) > longest:
        raise InputError(
            message(
                "This text has {length} letters; at most {longest} are kept. Nothing was changed.",
                length=len(cleaned),
                longest=longest,
            )
        )
    return cleaned
