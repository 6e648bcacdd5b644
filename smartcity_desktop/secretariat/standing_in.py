"""A judge who stands in where others are missing: who can take over what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


class StandIn(Struct, frozen=True):
    """One judge who might stand in.

    Attributes:
        free: codes that can be given to him. held: those he has already in a panel file.
        excused: those that a conflict of interest takes from him.
    """

    judge: Judge
    free: tuple[str, ...]
    held: tuple[str, ...]
    excused: tuple[str, ...]


class StandInWish(Struct, frozen=True):
    """Who stands in for which regions, why, and where the panel file goes."""

    judge: str
    regions: tuple[str, ...]
    reason: str
    folder: Path


def find_stand_ins(facts: OfficeFacts, regions: Sequence[str]) -> tuple[StandIn, ...]:
    """Return every judge with what he could take over, those who can take most first."""
    held: dict[str, set[str]] = {judge.id: set() for judge in facts.roster.judges}
    for issue in facts.roster.issues:
        held[issue.judge].update(issue.regions)
    recused = facts.reckoning.state.recused
    found = []
    for judge in facts.roster.judges:
        excused = tuple(code for code in regions if (judge.id, code) in recused)
        rest = [code for code in regions if code not in excused]
        found.append(
            StandIn(
                judge,
                tuple(code for code in rest if code not in held[judge.id]),
                tuple(code for code in rest if code in held[judge.id]),
                excused,
            )
        )
    return tuple(sorted(found, key=lambda each: -len(each.free)))
