"""A judge who stands in where others are missing: who can, and a panel file for him at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smartcity_desktop.merging.state import statuses_in_force
from smartcity_desktop.preparing.handing_out import hand_out, open_issuing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.preparing.handing_out import HandedOut
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class StandIn:
    """One judge who might stand in.

    Attributes:
        free: codes that can be given to him. held: those he has already in a panel file.
        excused: those that a conflict of interest takes from him.
    """

    judge: Judge
    free: tuple[str, ...]
    held: tuple[str, ...]
    excused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandInWish:
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


def name_stand_in(office: Office, wish: StandInWish, advance: Callable[[], None]) -> HandedOut:
    """Issue a supplementary panel file into a folder and enter it in the assessment.

    ``advance`` is called after the file is written.

    Raises:
        RuleError: declared, or the judge has one of the regions already.
        InputError: no such judge or region, or a conflict of interest.
        StoreError: the file could not be written; then nothing is entered.
    """
    file = office.file
    roster = file.roster()
    now = replace(roster, standings=statuses_in_force(roster, file.decisions.all()))
    issuing = open_issuing(file, now, office.random_bytes, office.clock)
    new = issuing.supplement(wish.judge, wish.regions, wish.reason)
    (given,) = hand_out(file, wish.folder, (new,), office.instrument, office.clock, advance)
    return given
