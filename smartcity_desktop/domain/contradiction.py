"""Whether a roster and decisions that others wrote down hang together.

Our own files are made so that they do. Whoever reads a document of somebody else asks first, for
everything that is reckoned from them relies on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.assessment import Issue, Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message

_LONGEST = 80
_STATUSES = frozenset(status.value for status in RegionStatus)
_LEAST = {
    DecisionKind.VOID: 1,
    DecisionKind.TIE: 2,
    DecisionKind.REISSUE: 1,
    DecisionKind.WAIVE: 0,
}
"""How many words the subject of a decision has at least; all other kinds have a fixed number."""

_EXACTLY = {
    DecisionKind.KEY: 2,
    DecisionKind.RECUSE: 2,
    DecisionKind.STATUS: 1,
    DecisionKind.NAME: 2,
    DecisionKind.ADMIT: 1,
    DecisionKind.SELECT: 2,
    DecisionKind.LEAVE: 2,
}


def find_contradiction(roster: Roster, decisions: Iterable[Decision]) -> Message | None:
    """Return the first thing that names something which is not there, or None."""
    regions = {region.code for region in roster.regions}
    for found in _unknown(roster, regions):
        return found
    for found in _replacements(roster.issues):
        return found
    for decision in decisions:
        if not _has_form(decision, regions):
            return message(
                "the decision {decision} does not have the form of its kind",
                decision=" ".join((decision.kind.value, *decision.subject))[:_LONGEST],
            )
    return None


def _unknown(roster: Roster, regions: set[str]) -> Iterator[Message]:
    judges = {judge.id for judge in roster.judges}
    named = [(a.judge, a.region) for a in roster.assignments]
    named += [(c.judge, c.region) for c in roster.conflicts]
    named += [(issue.judge, code) for issue in roster.issues for code in issue.regions]
    named += [(issue.judge, "") for issue in roster.issues]
    for judge, region in named:
        if judge not in judges:
            yield message("judge {judge} is named and is not in its list", judge=judge[:_LONGEST])
        if region and region not in regions:
            yield message("region {code} is named and is not in its list", code=region[:_LONGEST])


def _replacements(issues: Iterable[Issue]) -> Iterator[Message]:
    """A panel file stands in for an older one of the same judge, and no two for each other."""
    known = {issue.id: issue for issue in issues}
    for issue in known.values():
        lost = known.get(issue.replaces) if issue.replaces else None
        if issue.replaces and (lost is None or lost.judge != issue.judge):
            yield message(
                "panel file {issue} stands in for {lost}, which its judge never had",
                issue=issue.id[:_LONGEST],
                lost=issue.replaces[:_LONGEST],
            )
    for issue in known.values():
        seen, at = {issue.id}, issue.replaces
        while at in known:
            if at in seen:
                yield message(
                    "panel file {issue} stands in a circle of replacements",
                    issue=issue.id[:_LONGEST],
                )
                break
            seen.add(at)
            at = known[at].replaces


def _has_form(decision: Decision, regions: set[str]) -> bool:
    words = len(decision.subject)
    if decision.kind in _LEAST:
        return words >= _LEAST[decision.kind]
    if words != _EXACTLY[decision.kind]:
        return False
    if decision.kind is DecisionKind.STATUS:
        return decision.choice in _STATUSES and decision.subject[0] in regions
    if decision.kind is DecisionKind.NAME:
        return bool(decision.choice.strip()) and decision.subject[0] in regions
    return True
