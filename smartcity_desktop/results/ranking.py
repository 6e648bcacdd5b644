"""Ranks: by final value, tie chain, and what people decided; never by name, code or row order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.results import OpenQuestion
from smartcity_desktop.domain.rules import TieKeyKind
from smartcity_desktop.results.basis import tie_basis
from smartcity_desktop.results.tie_chain import break_ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.results import RegionTally
    from smartcity_desktop.domain.rules import Rules


class Place(Struct, frozen=True):
    """One rank and who holds it.

    Attributes:
        rank: competition rank (1, 2, 2, 4).
        members: sorted by code; several where a tie stands.
        decided: a decision gave this region its place within a tied group.
    """

    rank: int
    members: tuple[RegionTally, ...]
    decided: bool = False


class Ranking(Struct, frozen=True):
    """All places, best first, and what became of the ties.

    Attributes:
        open_questions, settled: ties that wait for people, and ties that people have ordered.
        applied: numbers of the tie decisions in force.
    """

    places: tuple[Place, ...]
    open_questions: tuple[OpenQuestion, ...]
    settled: tuple[OpenQuestion, ...]
    applied: frozenset[int]


def rank_regions(
    rules: Rules, tallies: Iterable[RegionTally], decisions: Sequence[Decision] = ()
) -> Ranking:
    """Rank the regions that have a total.

    A tie decision applies to a group that is tied now, names exactly its members and rests on
    their present exact totals; of several, the last one. Without ``plenary`` in the chain ties
    stay and no decision applies.
    """
    plenary = any(key.kind is TieKeyKind.PLENARY for key in rules.tie_break)
    places: list[Place] = []
    waiting: list[OpenQuestion] = []
    settled: list[OpenQuestion] = []
    applied: set[int] = set()
    rank = 1
    for group in _groups(rules, tallies):
        decision = None
        if plenary and len(group) > 1:
            codes = tuple(tally.code for tally in group)
            question = OpenQuestion("tie", codes, tie_basis(group), blocking=False)
            decision = _find_order(question, decisions)
            (settled if decision else waiting).append(question)
        if decision is None:
            places.append(Place(rank, group))
        else:
            applied.add(decision.number)
            ordered = sorted(group, key=lambda tally: decision.subject.index(tally.code))
            places += [Place(rank + at, (t,), decided=True) for at, t in enumerate(ordered)]
        rank += len(group)
    return Ranking(tuple(places), tuple(waiting), tuple(settled), frozenset(applied))


def _groups(rules: Rules, tallies: Iterable[RegionTally]) -> Iterable[tuple[RegionTally, ...]]:
    ranked = [(t.final_total, t) for t in tallies if t.final_total is not None]
    ranked.sort(key=_total, reverse=True)
    for _, group in groupby(ranked, key=_total):
        yield from break_ties(tuple(tally for _, tally in group), rules.tie_break)


def _total(ranked: tuple[Fraction, RegionTally]) -> Fraction:
    return ranked[0]


def _find_order(question: OpenQuestion, decisions: Sequence[Decision]) -> Decision | None:
    for decision in reversed(decisions):
        if (
            decision.kind is DecisionKind.TIE
            and decision.basis == question.basis
            and tuple(sorted(decision.subject)) == question.codes
        ):
            return decision
    return None
