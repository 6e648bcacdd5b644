from __future__ import annotations

import hashlib
import json
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

import jsonschema  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.instruments.grammar import EXAMPLES
from smartcity_desktop.instruments.shipped import RESOURCES, shipped_instruments
from tests.instruments.small_instrument import SMALLEST

if TYPE_CHECKING:
    from pathlib import Path

PATH = RESOURCES / "schemas" / "instrument-1.schema.json"
FROZEN = "cca8ba57e872b140a34131686bfd7c149557cb5941667a084861a5ef2790e74c"
"""Digest of the schema of format 1; another schema is another format."""


def properties_in(part: object) -> set[str]:
    if isinstance(part, list):
        return set().union(*map(properties_in, part))
    if not isinstance(part, dict):
        return set()
    own = set(part["properties"]) if isinstance(part.get("properties"), dict) else set()
    return own.union(*map(properties_in, part.values()))


def test_the_schema_is_frozen() -> None:
    assert hashlib.sha256(PATH.read_bytes()).hexdigest() == FROZEN


def test_the_schema_is_one() -> None:
    schema = json.loads(PATH.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert properties_in(schema) == set(EXAMPLES) - {"id of a text"}


@pytest.mark.parametrize("path", shipped_instruments().values(), ids=lambda path: path.stem)
@pytest.mark.parametrize("numbers", [Decimal, float])
def test_the_shipped_instruments_fit_it(path: Path, numbers: type) -> None:
    text = path.read_text(encoding="utf-8")
    schema = json.loads(PATH.read_text(encoding="utf-8"))
    jsonschema.validate(tomllib.loads(text, parse_float=numbers), schema)
    assert f"#:schema ../schemas/{PATH.name}\n" == text[: text.index("\n") + 1]


def test_the_smallest_instrument_fits_it() -> None:
    schema = json.loads(PATH.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert list(validator.iter_errors(tomllib.loads(SMALLEST))) == []
