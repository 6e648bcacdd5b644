"""Canonical bytes: one way to write a document, so that equal documents are equal bytes.

The profile of RFC 8785 that docs/panel-file-format.md describes: integers within +-(2**53 - 1),
text in NFC, ASCII keys, no floats.
"""

from __future__ import annotations

import hashlib
import unicodedata
from types import NoneType
from typing import TYPE_CHECKING

import orjson

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 2**53 - 1
OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER
"""What makes orjson write the profile's bytes, once a value is known to lie within it."""


Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
"""What documents are made of."""


class NotCanonicalError(InputError, ValueError):
    """Bytes that are no document of the profile, or one written in another way."""


def canonical_bytes(value: object) -> bytes:
    """Return the canonical bytes of dicts, lists, tuples, texts, integers, booleans and None.

    Raises:
        ValueError: the value lies outside the profile; a fault of the caller.
    """
    fault = _fault_of(value)
    if fault:
        raise ValueError(fault)
    return orjson.dumps(value, option=OPTIONS)


def read_canonical(data: bytes) -> Json:
    """Return the document in these bytes.

    Raises:
        NotCanonicalError: no JSON, or not the very bytes that ``canonical_bytes`` would write:
            other order, blanks, escapes, duplicate keys, floats, integers too large, text that
            is not NFC.
    """
    value = parse_canonical(data)
    if _fault_of(value):
        raise NotCanonicalError(message("The JSON is not written in its one canonical form."))
    return value


def parse_canonical(data: bytes) -> Json:
    """Return the document of bytes that re-dump to themselves; floats and NFC go unchecked.

    The fast half of ``read_canonical``, for callers who check every field anyway.

    Raises:
        NotCanonicalError: no JSON, or not re-dumped to the same bytes.
    """
    try:
        value: Json = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise NotCanonicalError(message("This is not readable JSON.")) from error
    try:
        same = orjson.dumps(value, option=OPTIONS) == data
    except orjson.JSONEncodeError:  # integers past 2**53, nesting past 254
        same = False
    if not same:
        raise NotCanonicalError(message("The JSON is not written in its one canonical form."))
    return value


def dump_canonical(value: object) -> bytes:
    """Return the bytes of a value without looking at its texts and types.

    The fast half of ``canonical_bytes``, for callers who read back what they wrote.

    Raises:
        ValueError: a lone surrogate, an integer past 2**53 - 1, or a type JSON does not have.
    """
    try:
        return orjson.dumps(value, option=OPTIONS)
    except orjson.JSONEncodeError as error:
        raise ValueError("the value has no canonical form") from error


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 lowercase hexadecimal characters."""
    return hashlib.sha256(data).hexdigest()


def _fault_of(value: object) -> str:
    """Return what puts a value outside the profile, empty when nothing does.

    Exact types only: ``True`` is no integer here, and a subclass could write itself otherwise.
    """
    if type(value) is str:
        return "" if _is_text(value) else "a text is not NFC, or holds a lone surrogate"
    if type(value) is int:
        return "" if -LARGEST <= value <= LARGEST else "an integer lies past 2**53 - 1"
    if type(value) is dict:
        return _first_fault(map(_fault_of_key, value)) or _first_fault(
            map(_fault_of, value.values())
        )
    if type(value) is list or type(value) is tuple:
        return _first_fault(map(_fault_of, value))
    return "" if type(value) in (bool, NoneType) else f"{type(value).__name__} is not allowed"


def _first_fault(faults: Iterable[str]) -> str:
    return next(filter(None, faults), "")


def _fault_of_key(key: object) -> str:
    return "" if type(key) is str and key.isascii() else "a key is not ASCII text"


def _is_text(text: str) -> bool:
    if text.isascii():
        return True
    lone_surrogate = any("\ud800" <= letter <= "\udfff" for letter in text)
    return not lone_surrogate and unicodedata.is_normalized("NFC", text)
