"""The rules in sentences, and an example that the real arithmetic works out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.rules import Combine, CombineAt
from smartcity_desktop.founding.reading_aloud import REGION, example_sheets, rules_aloud
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.instruments.shipped import shipped_instruments
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.reports.figures import exact_figure
from smartcity_desktop.results.tally import compute_tally

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument

ENGLISH = load_catalogue(Language.ENGLISH)


def shipped(name: str) -> Instrument:
    return read_instrument(shipped_instruments()[name].read_bytes(), name)


@pytest.mark.parametrize("name", shipped_instruments())
@pytest.mark.parametrize("at", CombineAt)
def test_the_example_ends_with_what_the_rules_make_of_it(name: str, at: CombineAt) -> None:
    instrument = shipped(name)
    instrument = replace(instrument, rules=replace(instrument.rules, combine_at=at, rounding=()))
    rules, example = rules_aloud(instrument, Language.ENGLISH, ENGLISH.translate)
    total = compute_tally(instrument, [REGION], example_sheets(instrument))[0].final_total
    assert total is not None
    assert f"Final value: {exact_figure(total)}." in example
    assert any("combined into one" in rule for rule in rules)


def test_the_dropped_are_named_in_the_example() -> None:
    instrument = shipped("contoh-100-smart-city")
    rules = replace(instrument.rules, combine_judges=Combine.TRIMMED_MEAN, trim_low=1, trim_high=1)
    _, example = rules_aloud(replace(instrument, rules=rules), Language.ENGLISH, ENGLISH.translate)
    left_out = next(line for line in example if line.startswith("Left out: "))
    assert left_out.count("judge ") == 2


def test_invented_scores_are_permitted_and_judges_differ() -> None:
    for name in shipped_instruments():
        instrument = shipped(name)
        sheets = example_sheets(instrument)
        assert len({sheet.values for sheet in sheets}) == len(sheets)
        for sheet in sheets:
            for indicator, value in zip(instrument.indicators(), sheet.values, strict=True):
                assert value is not None
                assert indicator.scale.permits(value)
                assert isinstance(indicator.scale.exact(value), Fraction)
