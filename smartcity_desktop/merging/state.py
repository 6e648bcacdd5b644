"""State = f(set of stored seals, ordered list of decisions); nothing else enters."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import IssueKind, RegionStanding, RegionStatus
from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.merging.claims import Pair, settle_pair
from smartcity_desktop.merging.standing import (
    Rulings,
    Standing,
    find_standing,
    kept_by_issue,
    read_rulings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.merging.claims import Contents


class MergeState(Struct, frozen=True):
    """What stands after all seals and decisions.

    Attributes:
        standings: one for every issue, sorted by issue id.
        pairs: every judge and region that was assigned or issued, sorted.
        statuses: one for every region, sorted by code: the latest decision, else the roster's.
        recused: (judge, region) taken out by conflict of interest, declaration or decision.
    """

    roster: Roster
    rulings: Rulings
    standings: tuple[Standing, ...]
    pairs: tuple[Pair, ...]
    statuses: tuple[RegionStanding, ...]
    recused: frozenset[tuple[str, str]]

    def taking_part(self) -> frozenset[str]:
        """Return the regions that are still scored and ranked."""
        return frozenset(s.region for s in self.statuses if s.status.takes_part())


def derive_state(
    roster: Roster,
    seals: Iterable[IntactSeal],
    decisions: Sequence[Decision],
    contents: Contents,
) -> MergeState:
    """Derive the state. The order of the seals and repetitions among them change nothing.

    Decisions come in recorded order; ``contents`` looks up a sealed sheet by its digest.
    """
    rulings = read_rulings(decisions)
    by_issue: dict[str, dict[str, IntactSeal]] = defaultdict(dict)
    for seal in seals:
        by_issue[seal.issue][seal.digest] = seal
    kept = kept_by_issue(roster)
    standings = {
        issue.id: find_standing(issue, tuple(by_issue[issue.id].values()), rulings, kept)
        for issue in roster.issues
    }
    return MergeState(
        roster=roster,
        rulings=rulings,
        standings=tuple(standings[issue] for issue in sorted(standings)),
        pairs=tuple(_settle_pairs(roster, standings, rulings, contents)),
        statuses=statuses_in_force(roster, decisions),
        recused=_recused(roster, standings.values(), decisions),
    )


def _settle_pairs(
    roster: Roster, standings: Mapping[str, Standing], rulings: Rulings, contents: Contents
) -> Iterator[Pair]:
    """Yield every judge and region that was assigned or issued, sorted."""
    regions: dict[str, set[str]] = defaultdict(set)
    for assignment in roster.assignments:
        regions[assignment.judge].add(assignment.region)
    held: dict[str, list[tuple[Standing, frozenset[str]]]] = defaultdict(list)
    for issue in roster.issues:
        regions[issue.judge].update(issue.regions)
        held[issue.judge].append((standings[issue.id], frozenset(issue.regions)))
    for judge in sorted(regions):
        own = held[judge]
        for region in sorted(regions[judge]):
            holding = [standing for standing, codes in own if region in codes]
            yield settle_pair(judge, region, holding, rulings, contents)


def statuses_in_force(roster: Roster, decisions: Iterable[Decision]) -> tuple[RegionStanding, ...]:
    """Return every region's status: the latest decision's, else the one it began with."""
    latest = {standing.region: standing for standing in roster.standings}
    for decision in decisions:
        if decision.kind is DecisionKind.STATUS:
            region = decision.subject[0]
            status = RegionStatus(decision.choice)
            latest[region] = RegionStanding(region, status, decision.reason)
    return tuple(latest[region] for region in sorted(latest))


def _recused(
    roster: Roster, standings: Iterable[Standing], decisions: Iterable[Decision]
) -> frozenset[tuple[str, str]]:
    pairs = {(c.judge, c.region) for c in roster.conflicts}
    pairs.update(_declared(standings))
    pairs.update((d.subject[0], d.subject[1]) for d in decisions if d.kind is DecisionKind.RECUSE)
    return frozenset(pairs)


def _declared(standings: Iterable[Standing]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that a judge took out by declaring a conflict of interest.

    Whoever holds a panel file speaks for its regions alone. Those who type a paper sheet are not
    the judge: as with scores, only what both of them typed is what stands on the paper.
    """
    typists: dict[tuple[str, str], set[int]] = defaultdict(set)
    for standing in standings:
        issue = standing.issue
        said = {region for head in standing.heads for region, _ in head.declared}
        for region in said.intersection(issue.regions):
            if issue.kind is not IssueKind.PAPER:
                yield issue.judge, region
                continue
            typed = typists[issue.judge, region]
            typed.add(issue.typist)
            if len(typed) > 1:
                yield issue.judge, region


def counted_sheets(state: MergeState, contents: Contents) -> tuple[CountedSheet, ...]:
    """Return the sheets that count, sorted by judge and region.

    Sheets of recused pairs do not count; neither do those of regions that take no part.
    """
    sheets = []
    taking_part = state.taking_part()
    for pair in state.pairs:
        claim = pair.claim
        if claim is None or pair.region not in taking_part:
            continue
        if (pair.judge, pair.region) in state.recused:
            continue
        kind, values = contents(claim.sha256)
        sheets.append(
            CountedSheet(
                pair.judge,
                pair.region,
                kind,
                values,
                claim.sha256,
                claim.seal,
                claim.issue,
                claim.paper,
            )
        )
    return tuple(sheets)
