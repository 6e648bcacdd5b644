"""Texts and moments as sealed documents may carry them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from smartcity_desktop.domain.instant import read_instant

if TYPE_CHECKING:
    from collections.abc import Collection

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""Every control character of Unicode but the line feed."""

_INSTANTS = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z\n)*"
)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DIGESTS = re.compile(r"(?:[0-9a-f]{64}\n)*")
_is_nfc = partial(unicodedata.is_normalized, "NFC")


def are_texts(texts: Collection[object]) -> bool:
    """Whether all of them are texts in NFC without control characters other than line feeds."""
    found = [text for text in texts if type(text) is str]
    if len(found) != len(texts):
        return False
    odd = "\n".join(text for text in found if not text.isprintable())
    return not _CONTROL.search(odd) and all(map(_is_nfc, found))


def is_text(text: object) -> bool:
    """Whether this is such a text, and says something."""
    return type(text) is str and are_texts((text,)) and bool(text.strip())


def is_line(text: object) -> bool:
    """Whether this is such a text on one line, without blanks around it."""
    return type(text) is str and is_text(text) and "\n" not in text and text == text.strip()


def are_lines(texts: Collection[object]) -> bool:
    """Whether ``is_line`` holds for all of them."""
    if not are_texts(texts):
        return False
    found = [str(text) for text in texts]
    return "\n" not in "".join(found) and all(found) and found == list(map(str.strip, found))


def are_instants(texts: Collection[object]) -> bool:
    """Whether all of them are moments such as ``2026-11-24T03:10:16Z``."""
    found = [text for text in texts if type(text) is str]
    lines = "\n".join([*found, ""])
    if len(found) != len(texts) or len(lines) != 21 * len(found):
        return False
    if not _INSTANTS.fullmatch(lines):
        return False
    return all(map(_is_day, {text[:10] for text in found}))


def is_digest(text: object) -> bool:
    """Whether this is a SHA-256 in lowercase hexadecimal."""
    return type(text) is str and bool(_DIGEST.fullmatch(text))


def are_digests(texts: Collection[object]) -> bool:
    """Whether all of them are such digests."""
    found = [text for text in texts if type(text) is str]
    lines = "\n".join([*found, ""])
    if len(found) != len(texts) or len(lines) != 65 * len(found):
        return False
    return bool(_DIGESTS.fullmatch(lines))


@lru_cache(maxsize=512)
def _is_day(day: str) -> bool:
    try:
        read_instant(f"{day}T00:00:00Z")
    except ValueError:
        return False
    return True
