"""The lowest and the highest final value that an instrument can give."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.calculation import calculate, round_after
from smartcity_desktop.domain.rules import CombineAt, Stage

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument


def total_range(instrument: Instrument) -> tuple[Fraction, Fraction]:
    """Return the ends between which every final value lies, both of them reachable.

    They are what comes out when all judges give every indicator its smallest, or its largest,
    permitted value: weights are positive, and mean, median, trimmed mean and rounding never turn
    an order round. Roundings count, so the ends can lie a little outside the scale.
    """
    return (
        _total(instrument, [i.scale.exact(i.scale.minimum) for i in instrument.indicators()]),
        _total(instrument, [i.scale.exact(i.scale.maximum) for i in instrument.indicators()]),
    )


def _total(instrument: Instrument, values: list[Fraction]) -> Fraction:
    """Return the final value when all judges agree on these values, in instrument order."""
    at = instrument.rules.combine_at
    if at is CombineAt.INDICATOR:
        values = [round_after(instrument, Stage.JUDGES, value) for value in values]
    total = Fraction(0)
    for part in calculate(instrument, values).parts:
        value = part.value or Fraction(0)
        if at is CombineAt.DIMENSION:
            value = round_after(instrument, Stage.JUDGES, value)
        total += part.share * value
    total = round_after(instrument, Stage.TOTAL, total)
    return round_after(instrument, Stage.JUDGES, total) if at is CombineAt.TOTAL else total
