"""Taking fields out of parsed JSON, each exactly of its type; bool is no integer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartcity_desktop.sealing.canonical import Json


class MalformedError(ValueError):
    """A field is missing, unknown, or of another type; the text says which."""


def take_object(value: Json, keys: frozenset[str]) -> dict[str, Json]:
    """Return the object, if it has exactly these keys."""
    if not isinstance(value, dict):
        raise MalformedError("not an object")
    if value.keys() != keys:
        odd = sorted(value.keys() ^ keys)
        raise MalformedError(f"missing or unknown: {', '.join(odd)}")
    return value


def take_text(record: dict[str, Json], key: str) -> str:
    """Return a text field."""
    value = record[key]
    if not isinstance(value, str):
        raise MalformedError(f"{key} is not text")
    return value


def take_count(record: dict[str, Json], key: str) -> int:
    """Return an integer field that is not negative."""
    value = record[key]
    if type(value) is not int or value < 0:
        raise MalformedError(f"{key} is not a whole number")
    return value


def take_list(record: dict[str, Json], key: str) -> list[Json]:
    """Return an array field."""
    value = record[key]
    if not isinstance(value, list):
        raise MalformedError(f"{key} is not an array")
    return value


def take_sorted_texts(record: dict[str, Json], key: str) -> tuple[str, ...]:
    """Return an array of different texts in ascending order."""
    texts = tuple(item for item in take_list(record, key) if isinstance(item, str))
    if len(texts) != len(take_list(record, key)):
        raise MalformedError(f"{key} holds something that is not text")
    if list(texts) != sorted(set(texts)):
        raise MalformedError(f"{key} is not sorted, or repeats itself")
    return texts
