"""The names that regions bear after corrections, and those they bore before.

Decisions are the one place where a correction is kept, as they are for a region's status; whoever
reads a roster gets the names in force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import FormerName
from smartcity_desktop.domain.decision import DecisionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.decision import Decision


def names_in_force(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the corrected names by code; the latest correction of a region counts."""
    return {code: decision.choice for decision, code, _ in _corrections(decisions)}


def with_corrected_names(roster: Roster, decisions: Iterable[Decision]) -> Roster:
    """Return the roster with the names in force, and with those borne before.

    Args:
        roster: with the names the regions began with, or with corrected ones already.
        decisions: in recorded order, or those that a results document states.
    """
    decisions = tuple(decisions)
    names = names_in_force(decisions)
    if not names:
        return roster
    former = {(code, name) for _, code, name in _corrections(decisions) if name != names[code]}
    return replace(
        roster,
        regions=tuple(
            replace(region, name=names.get(region.code, region.name)) for region in roster.regions
        ),
        former_names=tuple(FormerName(*each) for each in sorted(former)),
    )


def _corrections(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, str, str]]:
    """Yield each correction with code and former name; what lacks them is found elsewhere."""
    for decision in decisions:
        if decision.kind is DecisionKind.NAME and len(decision.subject) == 2:
            code, name = decision.subject
            yield decision, code, name
