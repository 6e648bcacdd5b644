"""The instrument as the sheet shows it: sections with a heading each, and indicators under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.own_figures import printed_weight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument
    from ui.words import Words

MOST_DECIMALS = 4


class Section(Struct, frozen=True):
    """What stands under one heading.

    Attributes:
        dimension: its id. heading: of the dimension; empty for its second and further aspects.
        aspect: name of the aspect; empty without aspects.
    """

    dimension: str
    heading: str
    aspect: str
    indicators: tuple[tuple[Indicator, str], ...]


def sections(instrument: Instrument, words: Words) -> tuple[Section, ...]:
    """Return every section, each indicator with its weight in figures."""
    return tuple(
        section
        for dimension in instrument.dimensions
        for section in _of_dimension(instrument, dimension, words)
    )


def figures(value: Fraction, words: Words) -> str:
    """Return an exact value with as few decimals as say it, at most four."""
    exact = (n for n in range(MOST_DECIMALS) if (value * 10**n).denominator == 1)
    return words.number(value, next(exact, MOST_DECIMALS))


def _of_dimension(instrument: Instrument, dimension: Dimension, words: Words) -> Iterator[Section]:
    heading = f"{dimension.id}  {words.text(dimension.name)}"
    groups = [("", dimension.indicators)] if dimension.indicators else []
    groups += [(words.text(a.name), a.indicators) for a in dimension.aspects]
    for name, indicators in groups:
        weighed = tuple(
            (i, figures(printed_weight(instrument, dimension, i), words)) for i in indicators
        )
        yield Section(dimension.id, heading, name, weighed)
        heading = ""
