"""Small instruments, sheets and decisions, written as short as the tests want to read them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Region
from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.results import RegionTally
from smartcity_desktop.domain.rules import (
    Band,
    Combine,
    CombineAt,
    Rounding,
    RoundingMode,
    Rules,
    Stage,
    TieKey,
    TieKeyKind,
    WeightKind,
)
from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Weights = Mapping[str, tuple[str, Mapping[str, str]]]

HUNDREDTHS = Scale(decimals=2, minimum=-100_000, maximum=100_000, step=1)

MEAN = Rules(
    weights=WeightKind.PERCENT,
    combine_judges=Combine.MEAN,
    combine_at=CombineAt.INDICATOR,
    minimum_judges=1,
    minimum_scores=1,
    decimals=2,
)


def instrument(weights: Weights, rules: Rules = MEAN, scale: Scale = HUNDREDTHS) -> Instrument:
    """``{"A": ("60", {"A1": "50", "A2": "50"})}``: dimensions, then indicators, with weights."""
    dimensions = tuple(
        Dimension(
            name,
            LocalText(name),
            Fraction(weight),
            tuple(Indicator(i, LocalText(i), Fraction(w), scale) for i, w in inside.items()),
        )
        for name, (weight, inside) in weights.items()
    )
    return Instrument("uji", "1", LocalText("Uji"), LocalText(""), dimensions, rules, "ab" * 32)


def sheet(judge: str, region: str, values: str, decimals: int = 2) -> CountedSheet:
    """A scored sheet from ``"3.5 - 4"``: numbers in instrument order, ``-`` for an abstention."""
    integers = tuple(
        None if word == "-" else int(Fraction(word) * 10**decimals) for word in values.split()
    )
    return counted(judge, region, integers)


def counted(
    judge: str,
    region: str,
    values: tuple[int | None, ...],
    state: SheetState = SheetState.SCORED,
) -> CountedSheet:
    return CountedSheet(
        judge, region, state, values, f"{judge}/{region}", f"seal {judge}", f"{judge}-1"
    )


def sheets(region: str, rows: Iterable[str], decimals: int = 2) -> list[CountedSheet]:
    """One sheet from each row, by judges j1, j2, ..."""
    return [sheet(f"j{n}", region, row, decimals) for n, row in enumerate(rows, 1)]


def rounding(after: Stage, decimals: int = 2, mode: str = "half_up") -> Rounding:
    return Rounding(after, decimals, RoundingMode(mode))


def chain(*keys: str) -> tuple[TieKey, ...]:
    """``chain("dimension:A", "plenary")``."""
    pairs = (key.partition(":") for key in keys)
    return tuple(TieKey(TieKeyKind(kind), name) for kind, _, name in pairs)


def band(name: str, quota: int, minimum: str = "", cap: int | None = None) -> Band:
    return Band(LocalText(name), quota, Fraction(minimum) if minimum else None, cap)


def tally(code: str, total: str, exact: str = "", **dimensions: str) -> RegionTally:
    """A region with this final total, as if it had been tallied."""
    return RegionTally(
        code=code,
        indicators=(),
        dimensions=tuple((name, Fraction(value)) for name, value in dimensions.items()),
        exact_total=Fraction(exact or total),
        final_total=Fraction(total),
        median_total=None,
        judges=3,
    )


def places(codes: Sequence[str], provinces: Mapping[str, str] | None = None) -> list[Region]:
    return [Region(code, f"Kota {code}", (provinces or {}).get(code, "")) for code in codes]


def decide(number: int, kind: str, subject: Sequence[str], basis: str = "") -> Decision:
    return Decision(
        number, DecisionKind(kind), tuple(subject), "", "Ketua", "musyawarah", "", basis
    )
