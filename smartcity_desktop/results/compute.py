"""Results: everything the rules make of the counted sheets and the decisions, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.results import Lack, NotRanked, RankedRegion, Results
from smartcity_desktop.results.grades import find_grade, print_totals
from smartcity_desktop.results.lacks import STATUS_LACKS, say_lack
from smartcity_desktop.results.ranking import rank_regions
from smartcity_desktop.results.selection import select_regions
from smartcity_desktop.results.tally import compute_tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartcity_desktop.domain.assessment import Region, RegionStanding
    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.results import OpenQuestion, RegionTally
    from smartcity_desktop.domain.rules import Rules
    from smartcity_desktop.results.ranking import Place, Ranking
    from smartcity_desktop.results.selection import Selection

ANSWERS = (DecisionKind.TIE, DecisionKind.SELECT, DecisionKind.LEAVE)
"""The decisions that results rest on; all others have done their work before."""


def compute_results(
    instrument: Instrument,
    regions: Sequence[Region],
    standings: Sequence[RegionStanding],
    sheets: Sequence[CountedSheet],
    decisions: Sequence[Decision],
) -> Results:
    """Tally, rank, select and grade; pure, and the same for any order of regions and sheets.

    Args:
        instrument: with its rules.
        regions: everybody who was to be assessed.
        standings: the statuses in force; a region without one takes part.
        sheets: those that count; only scored ones enter.
        decisions: in recorded order; kinds other than tie, select and leave are passed over.
    """
    out = {s.region: s for s in standings if not s.status.takes_part()}
    codes = sorted(region.code for region in regions)
    tallies = compute_tally(instrument, [code for code in codes if code not in out], sheets)
    ranking = rank_regions(instrument.rules, tallies, decisions)
    provinces = {region.code: region.province for region in regions}
    selection = select_regions(instrument.rules, ranking.places, provinces, decisions)
    absent = (_taken_out(out[code]) for code in codes if code in out)
    unranked = (_unranked(tally) for tally in tallies if tally.lacking)
    applied = ranking.applied | selection.applied
    order = [tally.code for place in ranking.places for tally in place.members]
    return Results(
        ranked=tuple(_ranked(instrument.rules, ranking, selection)),
        not_ranked=tuple(sorted([*absent, *unranked], key=lambda region: region.code)),
        open_questions=_in_rank_order(order, ranking.open_questions, selection.open_questions),
        lapsed=tuple(d.number for d in decisions if d.kind in ANSWERS and d.number not in applied),
        settled=_in_rank_order(order, ranking.settled, selection.settled),
    )


def _ranked(rules: Rules, ranking: Ranking, selection: Selection) -> Iterator[RankedRegion]:
    totals = [t.final_total for p in ranking.places for t in p.members if t.final_total is not None]
    printed = print_totals(rules, totals)
    for place in ranking.places:
        for tally in place.members:
            if tally.final_total is None:
                continue
            band = selection.taken.get(tally.code)
            grade = find_grade(tally.final_total, rules.grades)
            yield RankedRegion(
                rank=place.rank,
                code=tally.code,
                total=tally.final_total,
                printed=printed[tally.final_total],
                tally=tally,
                selection=band.name if band else None,
                reserve=band is not None and band.reserve,
                grade=grade.name if grade else None,
                tied_with=tuple(t.code for t in place.members if t is not tally),
                decided=_decided(place, tally, selection.decided),
            )


def _decided(place: Place, tally: RegionTally, cuts: Mapping[str, str]) -> str:
    return "tie" if place.decided else cuts.get(tally.code, "")


def _taken_out(standing: RegionStanding) -> NotRanked:
    lack = Lack(STATUS_LACKS[standing.status])
    return NotRanked(standing.region, (say_lack(lack, standing.reason),), lacks=(lack,))


def _unranked(tally: RegionTally) -> NotRanked:
    reasons = tuple(say_lack(lack) for lack in tally.lacking)
    return NotRanked(tally.code, reasons, tally, tally.lacking)


def _in_rank_order(
    order: Sequence[str], ties: Iterable[OpenQuestion], cuts: Iterable[OpenQuestion]
) -> tuple[OpenQuestion, ...]:
    """Return the questions from the highest rank down; of one group the tie before its cut."""
    place = {code: at for at, code in enumerate(order)}
    return tuple(sorted([*ties, *cuts], key=lambda q: min(place[code] for code in q.codes)))
