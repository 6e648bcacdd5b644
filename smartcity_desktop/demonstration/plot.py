"""What happens in the demonstration beside plain scoring: everything a real session meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.compute import compute_results

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.demonstration.scores import InventedSheet
    from smartcity_desktop.domain.assessment import Region, RegionStanding
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.results import Results


LAST = 5
"""The correction happens in one of the last ranks, where it moves no cut."""


class Plot(Struct, frozen=True):
    """The invented course of events.

    Attributes:
        sheets: what judges enter, the tie at the cut already in it.
        recusals: (judge, region): one where enough judges remain, one where too few do.
        correction: (judge, region, indicator, value): changed after the first seal.
        tied: the two regions that share the last place of the first band.
    """

    sheets: tuple[InventedSheet, ...]
    recusals: tuple[tuple[str, str], ...]
    correction: tuple[str, str, str, int]
    tied: tuple[str, ...]


def write_plot(
    instrument: Instrument,
    regions: Sequence[Region],
    standings: Sequence[RegionStanding],
    sheets: Sequence[InventedSheet],
) -> Plot:
    """Choose where things happen: by counting judges and by a first reckoning."""
    recusals = _choose_recusals(instrument, sheets)
    standing = [s for s in sheets if (s.judge, s.region) not in recusals]
    results = _reckon(instrument, regions, standings, standing)
    tied = _choose_tie(instrument, results, standing)
    levelled = _level(sheets, tied)
    last = [ranked.code for ranked in results.ranked[-LAST:]]
    quiet = {*tied, *(region for _, region in recusals)}
    correction = _choose_correction(instrument, levelled, set(last) - quiet)
    return Plot(levelled, recusals, correction, tied)


def _judges_of(region: str, sheets: Sequence[InventedSheet]) -> list[InventedSheet]:
    return [sheet for sheet in sheets if sheet.region == region]


def _choose_recusals(
    instrument: Instrument, sheets: Sequence[InventedSheet]
) -> tuple[tuple[str, str], ...]:
    """One region keeps enough judges after a recusal; another, on purpose, does not."""
    least = instrument.rules.minimum_judges
    codes = sorted({sheet.region for sheet in sheets})
    enough = [c for c in codes if len(_judges_of(c, sheets)) == least + 1]
    scarce = [c for c in codes if len(_judges_of(c, sheets)) == least]
    chosen = [*enough[-1:], *scarce[-1:]]
    return tuple((_judges_of(code, sheets)[0].judge, code) for code in chosen)


def _reckon(
    instrument: Instrument,
    regions: Sequence[Region],
    standings: Sequence[RegionStanding],
    sheets: Sequence[InventedSheet],
) -> Results:
    counted = tuple(
        CountedSheet(s.judge, s.region, SheetState.SCORED, s.values, "", "", "") for s in sheets
    )
    return compute_results(instrument, regions, standings, counted, ())


def _choose_tie(
    instrument: Instrument, results: Results, sheets: Sequence[InventedSheet]
) -> tuple[str, ...]:
    """Return the last region inside the first band and the next one scored by as many judges."""
    if not instrument.rules.bands or len(results.ranked) <= instrument.rules.bands[0].quota:
        return ()
    quota = instrument.rules.bands[0].quota
    last = results.ranked[quota - 1].code
    judges = len(_judges_of(last, sheets))
    for candidate in results.ranked[quota:]:
        if len(_judges_of(candidate.code, sheets)) == judges:
            return last, candidate.code
    return ()


def _level(sheets: Sequence[InventedSheet], tied: tuple[str, ...]) -> tuple[InventedSheet, ...]:
    """Let the judges of the second region see exactly what those of the first one saw."""
    if not tied:
        return tuple(sheets)
    model = _judges_of(tied[0], sheets)
    position = {s.judge: i for i, s in enumerate(_judges_of(tied[1], sheets))}
    return tuple(
        replace(s, values=model[position[s.judge]].values) if s.region == tied[1] else s
        for s in sheets
    )


def _choose_correction(
    instrument: Instrument, sheets: Sequence[InventedSheet], places: set[str]
) -> tuple[str, str, str, int]:
    """Return a value that a judge corrects by one step, far from every cut."""
    first = instrument.indicators()[0]
    scale = first.scale
    steps = scale.values or tuple(range(scale.minimum, scale.maximum + 1, scale.step))
    for sheet in sheets:
        value = sheet.values[0]
        if sheet.region in places and value is not None:
            place = steps.index(value)
            changed = steps[place - 1] if place else steps[1]
            return sheet.judge, sheet.region, first.id, changed
    raise ValueError("no score is left to correct")
