"""The quick sums of a judge are the sums that paper prints, for every kind of instrument."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.own_figures import own_figures
from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.domain.score_sheet import empty_sheet
from smartcity_desktop.instruments.reading import read_instrument
from tests.results.arbitrary import instruments
from tests.workshop import INSTRUMENT

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument


@given(st.data(), instruments())
def test_sums_are_those_of_the_printed_sheet(data: st.DataObject, instrument: Instrument) -> None:
    indicators = instrument.indicators()
    values = tuple(data.draw(st.none() | st.integers(-9, 400)) for _ in indicators)
    sheet = replace(empty_sheet("j01", "64.72", "Kota", len(values)), values=values)
    printed = own_figures(instrument, sheet)
    quick = OwnSums(instrument).add_up(values)
    assert quick.dimensions == tuple(d.sum for d in printed.dimensions)
    assert quick.total == printed.total


def test_the_ends_are_the_smallest_and_the_largest_sheet() -> None:
    sums = OwnSums(read_instrument(INSTRUMENT, "uji.toml"))
    assert sums.ends == ((Fraction(1), Fraction(4)), (Fraction(1), Fraction(4)))


def test_a_missing_value_leaves_its_dimension_and_the_total_open() -> None:
    sums = OwnSums(read_instrument(INSTRUMENT, "uji.toml"))
    found = sums.add_up((3, None, 4))
    assert found.dimensions == (None, Fraction(4))
    assert found.total is None
