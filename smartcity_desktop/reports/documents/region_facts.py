"""What is known of one region, gathered for its sheet."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.results import (
        NotRanked,
        RankedRegion,
        RegionDetail,
        RegionTally,
        Results,
    )
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.record import DeclaredRecord


class RegionFacts(Struct, frozen=True):
    """One region.

    Attributes:
        ranked, unranked: one of them, or none for a region that the results do not know.
        scored: counted scored sheets, by judge. sheets: all full sheets, by judge.
        lettered: the judges are letters already, so that they need no numbers.
    """

    region: Region
    detail: RegionDetail
    ranked: RankedRegion | None
    unranked: NotRanked | None
    scored: tuple[CountedSheet, ...]
    sheets: tuple[ScoreSheet, ...]
    lettered: bool = False

    @property
    def tally(self) -> RegionTally | None:
        """The arithmetic, where any sheet counts."""
        if self.ranked:
            return self.ranked.tally
        return self.unranked.tally if self.unranked else None

    def judges(self) -> tuple[str, ...]:
        """Return the ids of those who scored, in the order in which they are numbered."""
        return tuple(sheet.judge for sheet in self.scored)

    def mark(self, judge: str) -> str:
        """Return what stands at the head of a judge's column: a number, or the letter."""
        return judge if self.lettered else str(self.judges().index(judge) + 1)


def gather_regions(record: DeclaredRecord) -> list[RegionFacts]:
    """Return all regions in the roster's order; the record must hold the details."""
    ranked = {region.code: region for region in record.results.ranked}
    unranked = {region.code: region for region in record.results.not_ranked}
    details = {detail.code: detail for detail in record.details}
    scored: dict[str, list[CountedSheet]] = defaultdict(list)
    for counted in sorted(record.counted, key=lambda sheet: _place(record, sheet.judge)):
        if counted.state is SheetState.SCORED:
            scored[counted.region].append(counted)
    sheets: dict[str, list[ScoreSheet]] = defaultdict(list)
    for sheet in sorted(record.sheets, key=lambda sheet: _place(record, sheet.judge)):
        sheets[sheet.region].append(sheet)
    return [
        RegionFacts(region, details[region.code], ranked.get(region.code),
                    unranked.get(region.code), tuple(scored[region.code]),
                    tuple(sheets[region.code]), record.veil is not None)
        for region in record.roster.regions
    ]  # fmt: skip


def _place(record: DeclaredRecord, judge: str) -> tuple[int, str]:
    """Return what judges are sorted by: ids as they are, letters with Z before AA."""
    return (len(judge) if record.veil else 0, judge)


def dimension_means(results: Results) -> dict[str, Fraction]:
    """Return the mean of every dimension over the ranked regions, exact."""
    found: dict[str, list[Fraction]] = defaultdict(list)
    for region in results.ranked:
        for name, value in region.tally.dimensions:
            if value is not None:
                found[name].append(value)
    return {name: Fraction(sum(values), len(values)) for name, values in found.items()}
