"""Canonical JSON: the RFC 8785 profile that is stored, hashed and sealed.

Integers within +-(2**53 - 1), text in NFC, ASCII keys, arrays, objects, true, false, null; no
fraction, no exponent. For these, sorted keys and compact output are exactly RFC 8785.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import cast

import orjson

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

LARGEST = 2**53 - 1


class NotCanonicalError(ValueError):
    """The bytes or the value do not follow the profile."""


def canonical_bytes(value: object) -> bytes:
    """Return the canonical form.

    Raises:
        NotCanonicalError: the value holds a float, a huge integer, a key that is not ASCII, text
            that is not NFC, or anything JSON has not.
    """
    _check(value)
    return _dump(value)


def read_canonical(data: bytes) -> Json:
    """Return the value of canonical bytes.

    Raises:
        NotCanonicalError: any other spelling of the same value, duplicate keys included.
    """
    value = parse_canonical(data)
    _check(value)
    return value


def parse_canonical(data: bytes) -> Json:
    """Return the value of bytes that re-dump to themselves; texts and ranges go unchecked.

    This is the fast half of ``read_canonical``, for callers who check every field anyway.
    """
    try:
        value = orjson.loads(data)
        if _dump(value) != data:
            raise NotCanonicalError("not in canonical form")
    except (orjson.JSONDecodeError, orjson.JSONEncodeError, RecursionError) as error:
        raise NotCanonicalError("not JSON in canonical form") from error
    return cast("Json", value)


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 digest as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _dump(value: object) -> bytes:
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except (TypeError, orjson.JSONEncodeError) as error:
        raise NotCanonicalError("cannot be written as canonical JSON") from error


def _check(value: object) -> None:
    match value:
        case None | bool():
            return
        case int():
            if not -LARGEST <= value <= LARGEST:
                raise NotCanonicalError("an integer is too large")
        case str():
            if not unicodedata.is_normalized("NFC", value):
                raise NotCanonicalError("a text is not in normal form NFC")
        case list() | tuple():
            for item in value:
                _check(item)
        case dict():
            _check_object(value)
        case _:
            raise NotCanonicalError(f"{type(value).__name__} has no place in canonical JSON")


def _check_object(value: dict[object, object]) -> None:
    for key, item in value.items():
        if not (isinstance(key, str) and key.isascii()):
            raise NotCanonicalError("a key is not ASCII text")
        _check(item)
