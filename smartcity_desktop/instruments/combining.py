"""The ``[rules]`` table: how the judges' values become one total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import (
    AtCut,
    Combine,
    CombineAt,
    Rules,
    WeightKind,
)
from smartcity_desktop.instruments.grammar import EXAMPLES
from smartcity_desktop.instruments.limits import LARGEST_COUNT, MOST_DECIMALS
from smartcity_desktop.instruments.rounding_stages import read_rounding
from smartcity_desktop.instruments.ties import read_tie_break

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Dimension
    from smartcity_desktop.instruments.section import Section


class _Counts(Struct, frozen=True):
    minimum_judges: int
    minimum_scores: int
    trim_low: int
    trim_high: int


def read_weight_kind(section: Section) -> WeightKind | None:
    """Return what weights mean; None when it is faulty."""
    return section.choice("weights", WeightKind)


def read_rules(
    section: Section, weights: WeightKind | None, dimensions: Sequence[Dimension]
) -> Rules:
    """Return the rules without bands and grades; what is faulty has a neutral value."""
    combine = section.choice("combine_judges", Combine)
    combine_at = section.choice("combine_at", CombineAt)
    counts = _counts(section, combine)
    decimals = section.whole("decimals", 0, MOST_DECIMALS)
    rounding = read_rounding(section, combine_at)
    tie_break = read_tie_break(section, dimensions)
    at_cut = section.choice("at_cut", AtCut) if section.has("at_cut") else None
    section.close()
    return Rules(
        weights=weights or WeightKind.FACTOR,
        combine_judges=combine or Combine.MEAN,
        combine_at=combine_at or CombineAt.INDICATOR,
        minimum_judges=counts.minimum_judges,
        minimum_scores=counts.minimum_scores,
        decimals=decimals,
        trim_low=counts.trim_low,
        trim_high=counts.trim_high,
        rounding=rounding,
        tie_break=tie_break,
        at_cut=at_cut or AtCut.PLENARY,
    )


def _counts(section: Section, combine: Combine | None) -> _Counts:
    before = section.findings.count()
    low, high = _trim(section, combine)
    judges = section.whole("minimum_judges", 1, LARGEST_COUNT)
    scores = section.whole("minimum_scores", 1, LARGEST_COUNT)
    if section.findings.count() == before:
        _check_counts(section, _Counts(judges, scores, low, high))
    return _Counts(judges, scores, low, high)


def _check_counts(section: Section, counts: _Counts) -> None:
    dropped = counts.trim_low + counts.trim_high
    if counts.minimum_scores <= dropped:
        section.fault(
            "minimum_scores",
            message(
                "The trim drops {dropped} values; for one to remain, at least {least} are needed.",
                dropped=dropped,
                least=dropped + 1,
            ),
        )
    if counts.minimum_scores > counts.minimum_judges:
        section.fault(
            "minimum_scores",
            message(
                "{scores} values need {scores} judges, but minimum_judges promises to rank a "
                "region that {judges} scored. Raise minimum_judges or lower minimum_scores.",
                scores=counts.minimum_scores,
                judges=counts.minimum_judges,
            ),
        )


def _trim(section: Section, combine: Combine | None) -> tuple[int, int]:
    given = section.has("trim")
    if combine is not None and given != (combine is Combine.TRIMMED_MEAN):
        section.fault(
            "trim",
            message('A trim belongs to combine_judges = "trimmed_mean" only. Remove it, or combine '
                    "that way.")
            if given
            else message("A trimmed mean needs its trim: {example}", example=EXAMPLES["trim"]),
        )  # fmt: skip
    trim = section.section("trim") if given else None
    if trim is None:
        return 0, 0
    before = trim.findings.count()
    low, high = trim.whole("low", 0, LARGEST_COUNT), trim.whole("high", 0, LARGEST_COUNT)
    trim.close()
    if low + high == 0 and trim.findings.count() == before:
        section.fault(
            "trim", message('This drops nothing. Choose combine_judges = "mean", or drop some.')
        )
    return low, high
