"""Frozen values as JSON, there and back: records, tuples, texts, flags, bytes and enums."""

from __future__ import annotations

import base64
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


def to_record(value: object) -> object:
    """Return what JSON can carry; bytes become base64."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, tuple):
        return [to_record(each) for each in value]
    if isinstance(value, Struct):
        return {name: to_record(getattr(value, name)) for name in value.__struct_fields__}
    return value


def from_record(kind: type[T], record: object) -> T:
    """Return the value that was written; keys that are missing keep their defaults.

    Raises:
        ValueError: the record holds something else than this kind of value, or an unknown key.
    """
    made: T = _read(kind, record)
    return made


def _read(kind: Any, record: object) -> Any:  # noqa: ANN401 - types are values here
    if get_origin(kind) is tuple:
        if not isinstance(record, list):
            raise ValueError("a list was expected")
        return tuple(_read(get_args(kind)[0], each) for each in record)
    if isinstance(kind, type) and issubclass(kind, Struct):
        return _read_fields(kind, record)
    if kind is bytes and isinstance(record, str):
        return base64.b64decode(record, validate=True)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(record)
    if type(record) is not kind:
        raise ValueError(f"{kind} was expected")
    return record


def _read_fields(kind: Any, record: object) -> Any:  # noqa: ANN401 - types are values here
    hints: Mapping[str, object] = get_type_hints(kind)
    if not isinstance(record, dict) or not set(record) <= set(hints):
        raise ValueError("other keys were expected")
    return kind(**{name: _read(hints[name], value) for name, value in record.items()})
