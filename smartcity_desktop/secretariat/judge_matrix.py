"""Every judge's figures in one region, line by line: the scores, and what was combined of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rules import CombineAt
from smartcity_desktop.results.explanation import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Dimension, Instrument
    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.results import RegionDetail, Unit
    from smartcity_desktop.domain.score_sheet import ScoreSheet


class MatrixLine(Struct, frozen=True):
    """One line of the matrix.

    Attributes:
        id: of an indicator or dimension, or ``total``. name: None for the total.
        figures: by judge; without those that abstained. decimals: of these figures.
        dropped: judges whose figure the rules dropped here.
        combines: whether the figures are combined at this line. combined: into what, or None.
        leads: whether the lines of its indicators stand below it.
    """

    id: str
    name: LocalText | None
    figures: dict[str, Fraction]
    decimals: int
    dropped: frozenset[str] = frozenset()
    combines: bool = False
    combined: Fraction | None = None
    leads: bool = False


def list_matrix(
    instrument: Instrument, detail: RegionDetail, sheets: Sequence[ScoreSheet]
) -> tuple[MatrixLine, ...]:
    """Return every judge's score of every indicator, and each line at which they are combined.

    Args:
        instrument: with scales and rules.
        detail: of the region.
        sheets: the region's counted sheets; those without scores are passed over.
    """
    if instrument.rules.combine_at is CombineAt.INDICATOR:
        units = {unit.id: unit for unit in detail.units}
        return tuple(
            _combined(units[indicator.id], indicator.name, indicator.scale.decimals)
            for indicator in instrument.indicators()
        )
    return tuple(_with_scores(instrument, detail, sheets))


def _combined(
    unit: Unit, name: LocalText | None, decimals: int, *, leads: bool = False
) -> MatrixLine:
    return MatrixLine(
        unit.id, name, dict(unit.judges), decimals, frozenset(unit.dropped),
        combines=True, combined=unit.value, leads=leads,
    )  # fmt: skip


def _with_scores(
    instrument: Instrument, detail: RegionDetail, sheets: Sequence[ScoreSheet]
) -> Iterator[MatrixLine]:
    """Yield the lines of an instrument that combines dimensions or totals, scores below them."""
    decimals = instrument.rules.decimals
    units = {unit.id: unit for unit in (*detail.shown, *detail.units)}
    if TOTAL in units:
        yield _combined(units[TOTAL], None, decimals)
    at = 0
    for dimension in instrument.dimensions:
        if dimension.id in units:
            yield _combined(units[dimension.id], dimension.name, decimals, leads=True)
        lines = tuple(_scores(dimension, at, sheets))
        yield from lines
        at += len(lines)


def _scores(dimension: Dimension, at: int, sheets: Sequence[ScoreSheet]) -> Iterator[MatrixLine]:
    for place, indicator in enumerate(dimension.all_indicators(), start=at):
        figures = {
            sheet.judge: indicator.scale.exact(value)
            for sheet in sheets
            if (value := sheet.values[place]) is not None
        }
        yield MatrixLine(indicator.id, indicator.name, figures, indicator.scale.decimals)
