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

_INSTANT = b"0000-00-00T00:00:00Z"
_TENS = (14, 17)
"""Where the tens of minutes and seconds stand in a moment."""

_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_DIGEST = re.compile(r"[0-9a-f]{64}")
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
    if len(found) != len(texts) or not set(map(len, found)) <= {len(_INSTANT)}:
        return False
    joined = "".join(found).encode("ascii", "replace")
    if joined.translate(_ZEROS) != _INSTANT * len(found):
        return False
    tens = b"".join([joined[place :: len(_INSTANT)] for place in _TENS])
    return not tens.translate(None, b"012345") and all(map(_is_hour, {t[:13] for t in found}))


def is_digest(text: object) -> bool:
    """Whether this is a SHA-256 in lowercase hexadecimal."""
    return type(text) is str and bool(_DIGEST.fullmatch(text))


def are_digests(texts: Collection[object]) -> bool:
    """Whether all of them are such digests."""
    found = [text for text in texts if type(text) is str]
    if len(found) != len(texts) or not set(map(len, found)) <= {64}:
        return False
    return not "".join(found).encode("ascii", "replace").translate(None, b"0123456789abcdef")


@lru_cache(maxsize=512)
def _is_hour(hour: str) -> bool:
    """Whether there is such an hour on such a day: ``2026-11-24T03``."""
    try:
        read_instant(f"{hour}:00:00Z")
    except ValueError:
        return False
    return True
