"""The ranking as the results page shows it: rows, judges' own totals, filters."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.secretariat.office_facts import OfficeFacts

KINDS = ("Kota", "Kabupaten")
"""Prefixes of names; regions of free codes have none of them."""


class RankRow(Struct, frozen=True):
    """One ranked region.

    Attributes:
        totals: the judges' own totals, ascending; only of sheets without an abstention.
        pending: whether it stands across a cut that the plenary has not decided.
    """

    region: Region
    ranked: RankedRegion
    totals: tuple[Fraction, ...]
    pending: bool = False

    @property
    def dimensions(self) -> tuple[Fraction | None, ...]:
        """Values of the dimensions in instrument order."""
        return tuple(value for _, value in self.ranked.tally.dimensions)


class Cut(Struct, frozen=True):
    """Where a selection band ends.

    Attributes:
        after: the last rank row that belongs to the band (counted from 0).
        band: name of the band. pending: whether the plenary decides which of the next belong to it.
    """

    after: int
    band: LocalText
    pending: bool = False


def rank_rows(facts: OfficeFacts) -> tuple[RankRow, ...]:
    """Return the ranked regions, best first."""
    regions = {region.code: region for region in facts.roster.regions}
    totals, pending = own_totals(facts), pending_codes(facts)
    return tuple(
        RankRow(regions[ranked.code], ranked, totals.get(ranked.code, ()), ranked.code in pending)
        for ranked in facts.reckoning.results.ranked
    )


def pending_codes(facts: OfficeFacts) -> frozenset[str]:
    """Return the regions across a cut that the plenary has not decided."""
    questions = facts.reckoning.results.open_questions
    return frozenset(code for each in questions if each.kind == "cut" for code in each.codes)


def own_totals(facts: OfficeFacts) -> Mapping[str, tuple[Fraction, ...]]:
    """Return the judges' own unrounded totals by region, ascending."""
    sums = OwnSums(facts.instrument)
    found: dict[str, list[Fraction]] = defaultdict(list)
    for sheet in facts.reckoning.sheets:
        if sheet.state is SheetState.SCORED:
            total = sums.add_up(sheet.values).total
            if total is not None:
                found[sheet.region].append(total)
    return {code: tuple(sorted(values)) for code, values in found.items()}


def find_cuts(rows: tuple[RankRow, ...]) -> tuple[Cut, ...]:
    """Return where each band of the selection ends, for rows in the order of their ranks."""
    last: dict[str, Cut] = {}
    for place, row in enumerate(rows):
        band = row.ranked.selection
        if band is not None:
            pending = place + 1 < len(rows) and rows[place + 1].pending
            last[band.id] = Cut(place, band, pending)
    return tuple(sorted(last.values(), key=lambda cut: cut.after))


def provinces(facts: OfficeFacts) -> tuple[str, ...]:
    """Return the provinces of the assessment's regions, sorted."""
    return tuple(sorted({region.province for region in facts.roster.regions if region.province}))


def kind_of(region: Region) -> str:
    """Return the prefix of a region's name, or nothing for a region without one."""
    return next((kind for kind in KINDS if region.name.startswith(f"{kind} ")), "")
