"""A judge's averages over his finished sheets, kept while he scores: only what changed is added."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.scoring.own_ranking import is_finished

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.domain.own_sums import OwnSum, OwnSums
    from smartcity_desktop.domain.score_sheet import ScoreSheet


class OwnAverage(Struct, frozen=True):
    """Over ``finished`` sheets; None where no finished sheet has a figure."""

    finished: int
    dimensions: tuple[Fraction | None, ...]
    total: Fraction | None


class OwnAverages:
    """Remembers the finished sheets of the last look."""

    def __init__(self, sums: OwnSums, indicator_ids: tuple[str, ...]) -> None:
        """Know no sheet yet."""
        self._sums, self._ids = sums, indicator_ids
        self._known: dict[str, tuple[ScoreSheet, OwnSum | None]] = {}
        self._average = OwnAverage(0, (None,) * len(sums.ends), None)

    def over(self, sheets: Mapping[str, ScoreSheet]) -> OwnAverage:
        """Return the averages over the finished ones of these sheets, by region code."""
        before = {code: own for code, (_, own) in self._known.items() if own is not None}
        self._known = {code: self._look_at(code, sheet) for code, sheet in sheets.items()}
        after = {code: own for code, (_, own) in self._known.items() if own is not None}
        if before != after:
            done = list(after.values())
            self._average = OwnAverage(
                len(done),
                tuple(
                    _mean([own.dimensions[n] for own in done]) for n in range(len(self._sums.ends))
                ),
                _mean([own.total for own in done]),
            )
        return self._average

    def _look_at(self, code: str, sheet: ScoreSheet) -> tuple[ScoreSheet, OwnSum | None]:
        known = self._known.get(code)
        if known is not None and known[0] is sheet:
            return known
        finished = is_finished(sheet, self._ids)
        return sheet, self._sums.add_up(sheet.values) if finished else None


def _mean(figures: Sequence[Fraction | None]) -> Fraction | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known, Fraction(0)) * Fraction(1, len(known)) if known else None
