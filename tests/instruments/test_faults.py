from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

import jsonschema  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.instruments.findings import InstrumentError
from smartcity_desktop.instruments.reading import read_instrument
from tests.instruments.faults_in_rules import FAULTS as FAULTS_IN_RULES
from tests.instruments.faults_in_tree import FAULTS as FAULTS_IN_TREE
from tests.instruments.small_instrument import WHERE, changed, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.instruments.fault import Fault

FAULTS = (*FAULTS_IN_TREE, *FAULTS_IN_RULES)


@pytest.fixture
def schema(root: Path) -> jsonschema.Draft202012Validator:
    path = root / "resources" / "schemas" / "instrument-1.schema.json"
    return jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def test_the_small_instrument_is_sound(schema: jsonschema.Draft202012Validator) -> None:
    assert problems_of(changed()) == []
    schema.validate(tomllib.loads(changed().decode(), parse_float=Decimal))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_named_with_its_place(
    fault: Fault, schema: jsonschema.Draft202012Validator
) -> None:
    data = changed(*fault.changes)
    assert problems_of(data) == [(fault.place, fault.says)]
    values = tomllib.loads(data.decode(), parse_float=Decimal)
    assert schema.is_valid(values) is not fault.in_schema
    with pytest.raises(InstrumentError) as raised:
        read_instrument(data, WHERE)
    assert str(raised.value) == f"{WHERE}, {fault.place}: {fault.says}"


def test_the_names_of_the_faults_differ() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
