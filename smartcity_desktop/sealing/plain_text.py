"""Texts and moments as sealed documents may carry them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from smartcity_desktop.domain.instant import read_instant

if TYPE_CHECKING:
    from collections.abc import Collection

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""Every control character of Unicode but the line feed."""

_INSTANT = b"0000-00-00T00:00:00Z"
_HOUR = len("0000-00-00T00")
_TENS = (14, 17)
"""Where the tens of minutes and seconds stand in a moment."""

_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def are_texts(texts: Collection[object]) -> bool:
    """Whether all of them are texts in NFC without control characters other than line feeds."""
    if not set(map(type, texts)) <= {str}:
        return False
    # Nothing joins a line feed and nothing is sorted past it: what holds for all holds for each.
    together = "\n".join(cast("Collection[str]", texts))
    odd = not together.replace("\n", "").isprintable() and _CONTROL.search(together)
    return not odd and unicodedata.is_normalized("NFC", together)


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
    return are_on_clocks(joined, len(_INSTANT), 0)


def are_on_clocks(joined: bytes, length: int, *places: int) -> bool:
    """Whether clocks and calendars can show moments whose digits stand where they must.

    Args:
        joined: stretches of one length with moments in them, one after the other.
        length: of a stretch.
        places: where moments begin in it.
    """
    tens = b"".join([joined[place + ten :: length] for place in places for ten in _TENS])
    hours = {
        joined[start : start + _HOUR]
        for place in places
        for start in range(place, len(joined), length)
    }
    return not tens.translate(None, b"012345") and all(map(_is_hour, hours))


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
def _is_hour(hour: bytes) -> bool:
    """Whether there is such an hour on such a day: ``2026-11-24T03``."""
    try:
        read_instant(f"{hour.decode()}:00:00Z")
    except ValueError:
        return False
    return True
