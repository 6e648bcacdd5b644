"""A small instrument with three kinds of scales, and a handful of real regions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Combine, CombineAt, Rules, WeightKind
from smartcity_desktop.regions.resource import official_regions

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.regions.official import RegionTable

FOUR = Scale(0, 1, 4, 1, (1, 2, 3, 4))
HALVES = Scale(1, 0, 1000, 5)
ODD = Scale(2, 10, 35, 1, (10, 25, 35))
CODES = ("33.02", "35.10", "64.72", "94.04")


def indicator(name: str, scale: Scale) -> Indicator:
    return Indicator(name, LocalText(f"Indikator {name}"), Fraction(50), scale)


def instrument_of(*indicators: Indicator) -> Instrument:
    """Return an instrument of one dimension with these indicators."""
    rules = Rules(WeightKind.PERCENT, Combine.MEAN, CombineAt.INDICATOR, 1, 1, 2)
    whole = Dimension("A", LocalText("Semua"), Fraction(100), indicators)
    return Instrument("uji", "1", LocalText("Uji"), LocalText(""), (whole,), rules, "0" * 64)


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    """A1 and A2 take 1 to 4, B1 takes 0 to 100 by halves, C1 takes 0.1, 0.25 and 0.35."""
    return instrument_of(
        indicator("A1", FOUR), indicator("A2", FOUR), indicator("B1", HALVES), indicator("C1", ODD)
    )


@pytest.fixture(scope="session")
def forty() -> Instrument:
    """Forty indicators, each from 1 to 4."""
    return instrument_of(*(indicator(f"K{number}", FOUR) for number in range(1, 41)))


@pytest.fixture(scope="session")
def official() -> RegionTable:
    """The table that ships with the program."""
    return official_regions()


@pytest.fixture(scope="session")
def regions(official: RegionTable) -> tuple[Region, ...]:
    """Banyumas, Banyuwangi, Samarinda and Mimika."""
    return tuple(r.region() for r in official.regions if r.code in CODES)
