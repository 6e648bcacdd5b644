"""Arbitrary instruments, sheets and regions for property tests."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec import Struct

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import (
    STAGE_ORDER,
    AtCut,
    Band,
    Combine,
    CombineAt,
    Rounding,
    RoundingMode,
    Rules,
    WeightKind,
)
from smartcity_desktop.domain.score_sheet import SheetState
from tests.results.building import chain, counted

if TYPE_CHECKING:
    from smartcity_desktop.domain.counted import CountedSheet

CHAINS = (
    (),
    ("plenary",),
    ("exact_total", "dimension:D0", "median_total", "plenary"),
    ("indicator:D0.0", "median_total"),
)


class Contest(Struct, frozen=True):
    instrument: Instrument
    regions: tuple[Region, ...]
    sheets: tuple[CountedSheet, ...]


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    weights = draw(st.sampled_from(WeightKind))
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    shares = _shares(draw, len(sizes))
    dimensions = []
    for at, size in enumerate(sizes):
        weight = (
            Fraction(draw(st.integers(1, 40)), 4) if weights is WeightKind.FACTOR else shares[at]
        )
        if weights is WeightKind.FACTOR:
            inside = [Fraction(draw(st.integers(-20, 60)), 8) for _ in range(size)]
        elif weights is WeightKind.SHARE:
            inside = [part * weight / 100 for part in _shares(draw, size)]
        else:
            inside = _shares(draw, size)
        leaves = tuple(
            Indicator(f"D{at}.{n}", LocalText(f"D{at}.{n}"), own, draw(scales()))
            for n, own in enumerate(inside)
        )
        dimensions.append(Dimension(f"D{at}", LocalText(f"D{at}"), weight, leaves))
    rules = draw(rule_sets(weights))
    return Instrument(
        "uji", "1", LocalText("Uji"), LocalText(""), tuple(dimensions), rules, "ab" * 32
    )


def _shares(draw: st.DrawFn, count: int) -> list[Fraction]:
    parts = draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    return [Fraction(100 * part, sum(parts)) for part in parts]


def scales() -> st.SearchStrategy[Scale]:
    return st.builds(Scale, st.sampled_from([0, 0, 0, 1, 2]), st.just(-9), st.just(12), st.just(1))


@st.composite
def rule_sets(draw: st.DrawFn, weights: WeightKind) -> Rules:
    at = draw(st.sampled_from(CombineAt))
    stages = [stage for stage in STAGE_ORDER[at] if draw(st.booleans())]
    bands = draw(st.integers(0, 3))
    return Rules(
        weights=weights,
        combine_judges=draw(st.sampled_from(Combine)),
        combine_at=at,
        minimum_judges=draw(st.integers(1, 2)),
        minimum_scores=draw(st.integers(1, 2)),
        decimals=2,
        trim_low=draw(st.integers(0, 1)),
        trim_high=draw(st.integers(0, 1)),
        rounding=tuple(
            Rounding(stage, draw(st.integers(0, 2)), draw(st.sampled_from(RoundingMode)))
            for stage in stages
        ),
        tie_break=chain(*draw(st.sampled_from(CHAINS))),
        at_cut=draw(st.sampled_from(AtCut)),
        bands=tuple(
            Band(
                LocalText(f"pita {n}"),
                draw(st.integers(1, 3)),
                draw(st.sampled_from([None, None, Fraction(1)])),
                draw(st.sampled_from([None, None, 1, 2])),
            )
            for n in range(bands)
        ),
    )


@st.composite
def contests(draw: st.DrawFn) -> Contest:
    instrument = draw(instruments())
    regions = tuple(
        Region(code, f"Kota {code}", draw(st.sampled_from(["P", "Q"])))
        for code in "abcdef"[: draw(st.integers(1, 6))]
    )
    values = [
        st.none() | st.integers(i.scale.minimum, i.scale.maximum) if draw(st.booleans())
        else st.integers(1, 3)
        for i in instrument.indicators()
    ]  # fmt: skip
    sheets = []
    for judge in range(draw(st.integers(1, 5))):
        for region in regions:
            state = draw(st.sampled_from([SheetState.SCORED] * 7 + [SheetState.RECUSED]))
            row = tuple(draw(value) for value in values)
            if state is not SheetState.SCORED:
                row = (None,) * len(row)
            sheets.append(counted(f"j{judge}", region.code, row, state))
    return Contest(instrument, regions, tuple(sheets))
