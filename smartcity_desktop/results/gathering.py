"""Gathering the facts of a results document from everything that is known."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import (
    Assessment,
    Assignment,
    ConflictOfInterest,
    Issue,
    Judge,
    Region,
    RegionStanding,
    Roster,
)
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.facts import (
    CountedPayload,
    CountedSeal,
    RankedRow,
    ResultsFacts,
    UnrankedRow,
)
from smartcity_desktop.results.in_force import decisions_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.results import RankedRegion, Results
    from smartcity_desktop.results.facts import Pair


class Counted(Struct, frozen=True):
    """What counts after all seals and decisions.

    Attributes:
        statuses: of every region, those in force.
        recused: pairs taken out by conflict of interest, declaration or decision.
        sheets: those that count, in any state. seals: at least those the sheets count under.
        decisions: in recorded order.
        lapsed_waivers: numbers of waivers whose facts have changed.
    """

    statuses: Sequence[RegionStanding]
    recused: Collection[Pair]
    sheets: Sequence[CountedSheet]
    seals: Iterable[IntactSeal]
    decisions: Sequence[Decision]
    lapsed_waivers: Collection[int] = ()


def gather_facts(roster: Roster, counted: Counted, results: Results) -> ResultsFacts:
    """Return what the document states of these results; moments, reasons and paths stay out."""
    return ResultsFacts(
        roster=_public_roster(roster, counted.statuses),
        recusals=tuple(sorted({*counted.recused, *_pairs(counted, SheetState.RECUSED)})),
        absences=tuple(sorted(_pairs(counted, SheetState.ABSENT))),
        seals=_seals(counted),
        sheets=tuple(
            CountedPayload(*payload)
            for payload in sorted((s.judge, s.region, s.sha256, s.seal) for s in counted.sheets)
        ),
        decisions=decisions_in_force(counted.decisions, {*results.lapsed, *counted.lapsed_waivers}),
        ranked=tuple(_ranked(region) for region in results.ranked),
        not_ranked=tuple(UnrankedRow(r.code, r.lacks) for r in results.not_ranked),
    )


def _pairs(counted: Counted, state: SheetState) -> set[Pair]:
    return {(s.judge, s.region) for s in counted.sheets if s.state is state}


def _seals(counted: Counted) -> tuple[CountedSeal, ...]:
    thumbprints = {seal.digest: seal.thumbprint for seal in counted.seals}
    used = {(s.seal, s.judge, s.issue) for s in counted.sheets}
    return tuple(CountedSeal(*seal, thumbprints[seal[0]]) for seal in sorted(used))


def _public_roster(roster: Roster, statuses: Iterable[RegionStanding]) -> Roster:
    made = roster.assessment
    return Roster(
        assessment=Assessment(
            id=made.id,
            title=_text(made.title),
            mode=made.mode,
            created_at="",
            instrument_sha256=made.instrument_sha256,
            public_key=made.public_key,
        ),
        regions=tuple(
            sorted(
                (Region(r.code, _text(r.name), _text(r.province)) for r in roster.regions),
                key=lambda region: region.code,
            )
        ),
        judges=tuple(
            sorted(
                (Judge(j.id, _text(j.name), home_region=j.home_region) for j in roster.judges),
                key=lambda judge: judge.id,
            )
        ),
        assignments=_without_timetable(roster.assignments),
        conflicts=_conflicts(roster.conflicts),
        standings=tuple(
            sorted((replace(s, reason="") for s in statuses), key=lambda standing: standing.region)
        ),
        issues=tuple(
            sorted((_issue(issue) for issue in roster.issues), key=lambda issue: issue.id)
        ),
        former_names=roster.former_names,
    )


def _without_timetable(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Return each pair once, sorted; most assignments have no timetable and stay as they are."""
    pairs = {(a.judge, a.region): a for a in assignments}
    return tuple(
        Assignment(*pair) if a.day or a.session or a.room or a.start else a
        for pair, a in sorted(pairs.items())
    )


def _conflicts(conflicts: Iterable[ConflictOfInterest]) -> tuple[ConflictOfInterest, ...]:
    known = sorted({(c.judge, c.region, c.source) for c in conflicts})
    return tuple(ConflictOfInterest(*conflict, "") for conflict in known)


def _issue(issue: Issue) -> Issue:
    return replace(
        issue,
        regions=tuple(sorted(issue.regions)),
        kept=tuple(sorted(issue.kept)),
        issued_at="",
        reason="",
    )


def _ranked(region: RankedRegion) -> RankedRow:
    exact = region.tally.exact_total
    return RankedRow(
        rank=region.rank,
        code=region.code,
        total=region.total,
        unrounded=Fraction(region.total if exact is None else exact),
        printed=region.printed,
        dimensions=tuple(sorted(region.tally.dimensions, key=lambda dimension: dimension[0])),
        judges=region.tally.judges,
        selection=_text(region.selection.id) if region.selection else "",
        grade=_text(region.grade.id) if region.grade else "",
        tied_with=region.tied_with,
        decided=region.decided,
    )


def _text(text: str) -> str:
    """Return a text as the document writes it, so that equal letters are equal bytes."""
    return unicodedata.normalize("NFC", text)
