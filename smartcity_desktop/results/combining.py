"""How the judges' values of one unit become one: mean, median, trimmed mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.rules import Combine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.rules import Rules

    Combiner = Callable[[Sequence[int]], tuple[int, int]]
    """From the judges' values to (sum, count): the combined value is sum / count."""


def values_needed(rules: Rules) -> int:
    """Return how many values a unit needs; a trim never shrinks, so something must be left."""
    trimmed = rules.trim_low + rules.trim_high
    least = trimmed + 1 if rules.combine_judges is Combine.TRIMMED_MEAN else 1
    return max(rules.minimum_scores, least)


def choose_combiner(rules: Rules) -> Combiner:
    """Return the rule as a function of integers; it expects as many values as are needed."""
    if rules.combine_judges is Combine.MEDIAN:
        return median_of
    if rules.combine_judges is Combine.MEAN or not rules.trim_low + rules.trim_high:
        return _mean_of
    low, high = rules.trim_low, rules.trim_high

    def trimmed(values: Sequence[int]) -> tuple[int, int]:
        kept = len(values) - low - high
        return sum(sorted(values)[low : low + kept]), kept

    return trimmed


def _mean_of(values: Sequence[int]) -> tuple[int, int]:
    return sum(values), len(values)


def median_of(values: Sequence[int]) -> tuple[int, int]:
    """Return the middle value, or the sum of the middle two and 2."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half], 1
    return ordered[half - 1] + ordered[half], 2


def find_dropped(judges: Iterable[tuple[str, Fraction]], rules: Rules) -> tuple[str, ...]:
    """Return the judges whose values a trimmed mean drops, sorted; nobody where it cannot.

    The lowest values go first, then the highest of the rest; among equal values the lowest judge
    id goes first.
    """
    rest = sorted(judges, key=lambda judge: (judge[1], judge[0]))
    if rules.combine_judges is not Combine.TRIMMED_MEAN or len(rest) < values_needed(rules):
        return ()
    low, rest = rest[: rules.trim_low], rest[rules.trim_low :]
    rest.sort(key=lambda judge: (-judge[1], judge[0]))
    return tuple(sorted(judge for judge, _ in [*low, *rest[: rules.trim_high]]))
