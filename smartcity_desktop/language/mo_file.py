"""A compiled catalogue, read without turning every sentence of it into text at the start."""

from __future__ import annotations

import struct
from bisect import bisect_left
from operator import add

_NATIVE, _SWAPPED = b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"
_HEADER = 20
"""Bytes of magic number, revision, count of sentences, and where the two tables begin."""


class MoFile:
    """Sentences of one ``.mo`` file by their English text; each is decoded when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Read the tables.

        Raises:
            ValueError: this is no catalogue, or one that was cut off.
        """
        order = {_NATIVE: "<", _SWAPPED: ">"}.get(data[:4])
        if order is None or len(data) < _HEADER:
            raise ValueError("no compiled catalogue")
        revision, count, keys, texts = struct.unpack_from(f"{order}4I", data, 4)
        if revision >> 16 or max(keys, texts) + 8 * count > len(data):
            raise ValueError("an unknown or a damaged catalogue")
        self._order, self._count, self._keys, self._texts = order, count, keys, texts
        for at in (keys, texts):
            table = struct.unpack_from(f"{order}{2 * count}I", data, at)
            if max(map(add, table[::2], table[1::2]), default=0) > len(data):
                raise ValueError("a damaged catalogue")
        self._data = data
        self._said: dict[str, str] = {}

    def translate(self, english: str) -> str:
        """Return the sentence in the catalogue's language; the English one where it lacks it."""
        said = self._said.get(english)
        if said is None:
            place = self._find(english.encode())
            said = english if place is None else self._entry(self._texts, place).decode()
            self._said[english] = said
        return said

    def _find(self, key: bytes) -> int | None:
        """Return which sentence it is; they are sorted, as the format demands."""
        place = bisect_left(range(self._count), key, key=lambda n: self._entry(self._keys, n))
        there = place < self._count and self._entry(self._keys, place) == key
        return place if there else None

    def _entry(self, table: int, place: int) -> bytes:
        length, at = struct.unpack_from(f"{self._order}2I", self._data, table + 8 * place)
        return self._data[at : at + length]
