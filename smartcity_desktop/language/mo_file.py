"""A compiled catalogue, read without turning every sentence of it into text at the start."""

from __future__ import annotations

import struct

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
        places = [struct.unpack_from(f"{order}{2 * count}I", data, at) for at in (keys, texts)]
        spans = [
            [slice(at, at + length) for length, at in zip(table[::2], table[1::2], strict=True)]
            for table in places
        ]
        if any(span.stop > len(data) for table in spans for span in table):
            raise ValueError("a damaged catalogue")
        self._data = data
        self._texts = {data[key]: text for key, text in zip(*spans, strict=True)}
        self._said: dict[str, str] = {}

    def translate(self, english: str) -> str:
        """Return the sentence in the catalogue's language; the English one where it lacks it."""
        said = self._said.get(english)
        if said is None:
            place = self._texts.get(english.encode())
            said = self._said[english] = english if place is None else self._data[place].decode()
        return said
