"""JSON as the files keep it: sorted keys, no blanks, integers and text only."""

from __future__ import annotations

import json
from typing import NoReturn


def write_json(value: object) -> str:
    """Return the one text for a value made of objects, arrays, integers and texts."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def read_json(text: str | bytes) -> object:
    """Return the value; raises ValueError for broken JSON, twofold keys, or any float."""
    try:
        return _READER.decode(text.decode() if isinstance(text, bytes) else text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def read_texts(text: str) -> tuple[str, ...]:
    """Return an array of texts; raises ValueError for anything else."""
    value = read_json(text)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("an array of texts was expected")
    return tuple(value)


def read_text_map(text: str) -> dict[str, str]:
    """Return an object of texts; raises ValueError for anything else."""
    value = read_json(text)
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ValueError("an object of texts was expected")
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a key occurs twice")
    return record


def _no_float(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]} is neither an integer nor a text")


_READER = json.JSONDecoder(object_pairs_hook=_once, parse_float=_no_float, parse_constant=_no_float)
