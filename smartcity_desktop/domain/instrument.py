"""The instrument: what is scored and by which rules. Immutable once panel files are issued."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.rules import Rules, WeightKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Scale(Struct, frozen=True):
    """The values an indicator permits, as integers: value x 10**decimals.

    Either ``values`` lists them all in ascending order, or ``minimum``, ``maximum`` and
    ``step`` describe them (``values`` is then empty; where they are listed, ``minimum`` and
    ``maximum`` are the ends of the list and ``step`` the widest step that meets them all).

    Attributes:
        labels: what the values are called in general ("Baik"), ascending; empty, or one per
            permitted value.
    """

    decimals: int
    minimum: int
    maximum: int
    step: int
    values: tuple[int, ...] = ()
    labels: tuple[Level, ...] = ()

    def permits(self, value: int) -> bool:
        """Whether this integer stands for a permitted value."""
        if self.values:
            return value in self.values
        return self.minimum <= value <= self.maximum and (value - self.minimum) % self.step == 0

    def exact(self, value: int) -> Fraction:
        """Return the number that the integer stands for."""
        return Fraction(value, 10**self.decimals)

    def integer_for(self, number: Fraction) -> int | None:
        """Return the integer that stands for a number, None when the number is not permitted."""
        scaled = Fraction(number * 10**self.decimals)
        if scaled.denominator != 1 or not self.permits(scaled.numerator):
            return None
        return scaled.numerator


class Level(Struct, frozen=True):
    """One step of an indicator's scale with its description."""

    value: int
    text: LocalText


class Indicator(Struct, frozen=True):
    """A leaf of the weighted tree: the only thing that is scored.

    Attributes:
        weight: as written in the instrument; its meaning is ``Rules.weights``.
        levels: the rubric in ascending order of value; empty, or one per permitted value.
        evidence: what kinds of evidence to ask for; may be empty text.
        guidance: what to look at, where levels do not say it; may be empty text.
    """

    id: str
    name: LocalText
    weight: Fraction
    scale: Scale
    levels: tuple[Level, ...] = ()
    evidence: LocalText = field(default_factory=lambda: LocalText(""))
    guidance: LocalText = field(default_factory=lambda: LocalText(""))


class Aspect(Struct, frozen=True):
    """An optional middle tier."""

    id: str
    name: LocalText
    weight: Fraction
    indicators: tuple[Indicator, ...]


class Dimension(Struct, frozen=True):
    """A top-level part of the instrument: with aspects, or with indicators of its own."""

    id: str
    name: LocalText
    weight: Fraction
    indicators: tuple[Indicator, ...] = ()
    aspects: tuple[Aspect, ...] = ()

    def all_indicators(self) -> Iterator[Indicator]:
        """Yield the indicators in instrument order, through the aspects where there are any."""
        yield from self.indicators
        for aspect in self.aspects:
            yield from aspect.indicators


class Instrument(Struct, frozen=True):
    """The published, versioned definition.

    Attributes:
        sha256: hexadecimal digest of the exact bytes the instrument was read from.
        notice: what must stand beside the title, such as that it is an example only.
    """

    id: str
    version: str
    title: LocalText
    notice: LocalText
    dimensions: tuple[Dimension, ...]
    rules: Rules
    sha256: str

    def indicators(self) -> tuple[Indicator, ...]:
        """Return all indicators in instrument order: the order of a sheet's values."""
        return tuple(i for d in self.dimensions for i in d.all_indicators())

    def weight_in_dimension(self, dimension: Dimension, indicator: Indicator) -> Fraction:
        """Return the factor by which an indicator's value enters its dimension.

        ``percent``: product of the percentages on the way down; ``share``: indicator / dimension;
        ``factor``: product of the plain multipliers of aspect and indicator.
        """
        kind = self.rules.weights
        if kind is WeightKind.SHARE:
            return indicator.weight / dimension.weight
        unit = 100 if kind is WeightKind.PERCENT else 1
        for aspect in dimension.aspects:
            if indicator in aspect.indicators:
                return aspect.weight * indicator.weight / unit**2
        return indicator.weight / unit

    def weight_in_total(self, dimension: Dimension) -> Fraction:
        """Return the factor by which a dimension's value enters the total."""
        return dimension.weight / (1 if self.rules.weights is WeightKind.FACTOR else 100)
