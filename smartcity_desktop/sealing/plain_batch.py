"""The open places of plain sheets: what may stand there, asked of all sheets of a seal at once.

A plain sheet is fixed words around four open places: how often and when it was changed, its
notes, its values. Canonical JSON is put together from canonical parts. So where the words are
in place and every open place is proven canonical by itself, the whole payload is, and it says
what the words and the places say. Nothing is taken that this does not prove.
"""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

import orjson

from smartcity_desktop.sealing.canonical import OPTIONS
from smartcity_desktop.sealing.plain_text import are_on_clocks, are_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

BEGINNING = b'{"abstained":{},"changed":{"count":'
"""The first words; the count follows, then the two moments."""

ENDING = b"]}"
"""The last words, after the values."""

_MOMENTS = b',"first":"0000-00-00T00:00:00Z","last":"0000-00-00T00:00:00Z"'
_FIRST, _LAST = (_MOMENTS.index(key) + len(key) for key in (b'"first":"', b'"last":"'))
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_LONGEST_COUNT = 15
"""Digits; all such integers lie within 2**53 - 1."""


def words_of(judge: str) -> bytes:
    """Return the words after the two moments, as far as they are the same for a whole seal."""
    return b'},"evidence":[],"judge":%b' % _dump(judge)


def words_about(region: str, name: str) -> tuple[bytes, bytes]:
    """Return the other words before the notes, and those between notes and values."""
    before = b',"name":%b,"notes":{' % _dump(name)
    return before, b'},"reason":"","region":%b,"state":"scored","values":[' % _dump(region)


def are_counted(places: Sequence[bytes]) -> bool:
    """Whether each is the first words, a count of at least one, and two moments."""
    length = len(_MOMENTS)
    if not all(map(bytes.startswith, places, repeat(BEGINNING))):
        return False
    moments = b"".join([place[-length:] for place in places])
    if moments.translate(_ZEROS) != _MOMENTS * len(places):
        return False
    counts = {place[len(BEGINNING) : -length] for place in places}
    return all(map(_is_count, counts)) and are_on_clocks(moments, length, _FIRST, _LAST)


def are_noted(places: Sequence[bytes], owners: Collection[str]) -> bool:
    """Whether each holds the members of an object: notes that say something, by owner.

    All are read as one array, a line for each place. No text of JSON goes on over the end of a
    line, no value may be anything but a text, and there are as many objects as places: so every
    brace is one that stands here, and no place can run on into the next one.
    """
    try:
        notes = orjson.loads(b"[{" + b"},\n{".join(places) + b"}]")
        if orjson.dumps(notes, option=OPTIONS) != b"[{" + b"},{".join(places) + b"}]":
            return False
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return False
    if len(notes) != len(places) or set(map(type, notes)) != {dict}:
        return False
    if not set(chain.from_iterable(notes)) <= set(owners):
        return False
    texts = list(chain.from_iterable(map(dict.values, notes)))
    return are_texts(texts) and all(map(str.strip, texts))


def read_values(places: Sequence[bytes], length: int) -> list[list[int]] | None:
    """Return the integers in each place, which must be so many; None where one is otherwise."""
    if not all(map(bytes.endswith, places, repeat(ENDING))):
        return None
    texts = [place[: -len(ENDING)] for place in places]
    if b"".join(texts).translate(None, b"0123456789,-"):
        return None
    joined = b"[[" + b"],[".join(texts) + b"]]"
    try:
        rows: list[list[int]] = orjson.loads(joined)
        if orjson.dumps(rows, option=OPTIONS) != joined:
            return None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    return rows if set(map(len, rows)) == {length} else None


def _dump(text: str) -> bytes:
    return orjson.dumps(text, option=OPTIONS)


def _is_count(digits: bytes) -> bool:
    return digits.isdigit() and len(digits) <= _LONGEST_COUNT and not digits.startswith(b"0")
