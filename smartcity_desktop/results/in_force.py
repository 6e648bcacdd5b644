"""The decisions in force: those that still change something, in an order that changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.region_names import names_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    Ruling = tuple[str, tuple[str, ...], str, str]

_LAST_WORD = (DecisionKind.STATUS, DecisionKind.REISSUE)
"""Kinds of which a later decision on the same region or panel file replaces the earlier one."""


def decisions_in_force(
    decisions: Iterable[Decision], lapsed: Collection[int] = ()
) -> tuple[Decision, ...]:
    """Return the decisions in force as the results document states them.

    Of several statuses of one region the last stays, and of several words on what is kept of a
    panel file; every former name of a region stays, with
    the one in force; equal decisions stay once; those that have lapsed go. What is left gives the
    same results in any order, so it is sorted and numbered anew. Who, when and why are left out.

    Args:
        decisions: in recorded order.
        lapsed: numbers of those that do not apply: the results' and the waivers'.
    """
    decisions = tuple(decisions)
    names = names_in_force(decisions)
    latest: dict[tuple[DecisionKind, str], Decision] = {}
    others: dict[Ruling, Decision] = {}
    for decision in decisions:
        if decision.number in lapsed:
            continue
        if decision.kind in _LAST_WORD:
            latest[decision.kind, decision.subject[0]] = decision
        elif decision.kind is DecisionKind.NAME:
            code, former = decision.subject
            if former != names[code]:
                stated = replace(decision, choice=names[code])
                others[ruling_of(stated)] = stated
        else:
            others[ruling_of(decision)] = decision
    return number_decisions([*latest.values(), *others.values()])


def number_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions sorted by what they decide, numbered from 1, without who, when, why."""
    return tuple(
        Decision(number, d.kind, d.subject, d.choice, "", "", "", d.basis)
        for number, d in enumerate(sorted(decisions, key=ruling_of), 1)
    )


def ruling_of(decision: Decision) -> Ruling:
    """Return what a decision decides, without its number and who, when and why."""
    return (decision.kind.value, decision.subject, decision.choice, decision.basis)
