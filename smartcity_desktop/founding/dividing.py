"""From the chosen division to assignments: everybody, panels, a balanced spread, or by hand."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest
from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft import Division
from smartcity_desktop.founding.lists import ASSIGNMENT_LIST, ASSIGNMENT_TITLES, as_table
from smartcity_desktop.rosters.assignment_list import (
    everybody_scores_all,
    home_region_conflicts,
    read_assignment_list,
)
from smartcity_desktop.rosters.spread import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.founding.draft import AssessmentDraft, Row
    from smartcity_desktop.regions.official import RegionTable

COORDINATOR = "coordinator"
"""Source of a conflict of interest that the coordinator knows of."""


def divide(
    draft: AssessmentDraft,
    judges: Sequence[Judge],
    regions: Sequence[Region],
    official: RegionTable,
) -> tuple[Assignment, ...]:
    """Return who scores what, with the timetable.

    Raises:
        InputError: everything that prevents this division.
    """
    if draft.division is Division.BY_HAND:
        table = as_table(ASSIGNMENT_LIST, ASSIGNMENT_TITLES, draft.assignments)
        return read_assignment_list(table, judges, regions, official)
    if draft.division is Division.PANELS:
        made = _by_panel(draft, judges, regions)
    elif draft.division is Division.SPREAD:
        homes = home_region_conflicts(judges, everybody_scores_all(judges, regions))
        barred = {(c.judge, c.region) for c in (*homes, *declared_conflicts(draft))}
        pairs = spread_evenly(judges, regions, barred, _least(draft, judges))
        made = tuple(Assignment(*pair) for pair in pairs)
    else:
        made = everybody_scores_all(judges, regions)
    return _timed(made, regions, draft.timetable)


def conflicts_of(
    draft: AssessmentDraft,
    judges: Sequence[Judge],
    regions: Sequence[Region],
    assignments: Sequence[Assignment],
) -> tuple[ConflictOfInterest, ...]:
    """Return every known conflict of interest: home regions, and what the coordinator typed."""
    pairs = assignments
    if draft.division is Division.SPREAD:
        # The spread leaves these pairs out; the list still says why.
        pairs = everybody_scores_all(judges, regions)
    ids, codes = {judge.id for judge in judges}, {region.code for region in regions}
    declared = [c for c in declared_conflicts(draft) if c.judge in ids and c.region in codes]
    return tuple(
        sorted(
            (*home_region_conflicts(judges, pairs), *declared),
            key=lambda c: (c.judge, c.region, c.source),
        )
    )


def declared_conflicts(draft: AssessmentDraft) -> tuple[ConflictOfInterest, ...]:
    """Return the conflicts of interest that the coordinator typed."""
    return tuple(
        ConflictOfInterest(judge, region, COORDINATOR, reason)
        for judge, region, reason in draft.conflicts
    )


def deal_to_panels(
    regions: Sequence[Region], panels: Sequence[str], typed: Iterable[Row]
) -> dict[str, str]:
    """Return the panel of every region by code: the typed one, else dealt in turn."""
    given = {code: panel for code, panel in typed if panel.strip()}
    left = [region.code for region in regions if region.code not in given]
    dealt = {code: panels[place % len(panels)] for place, code in enumerate(left) if panels}
    return dealt | given


def panels_of(judges: Iterable[Judge]) -> tuple[str, ...]:
    """Return the panels that judges belong to, sorted."""
    return tuple(sorted({judge.panel for judge in judges if judge.panel}))


def _least(draft: AssessmentDraft, judges: Sequence[Judge]) -> int:
    typed = draft.least.strip()
    if typed.isdecimal() and len(typed) < 5 and 1 <= int(typed) <= len(judges):
        return int(typed)
    raise InputError(
        message("The number of judges a region lies between 1 and {judges}.", judges=len(judges))
    )


def _by_panel(
    draft: AssessmentDraft, judges: Sequence[Judge], regions: Sequence[Region]
) -> tuple[Assignment, ...]:
    panels = panels_of(judges)
    problems = [
        Problem("", message("{judge} belongs to no panel. Name one in the list of judges.",
                            judge=f"{judge.id} {judge.name}"))
        for judge in judges
        if not judge.panel
    ]  # fmt: skip
    panel_of = deal_to_panels(regions, panels, draft.region_panels)
    if panels:
        problems += [
            _unknown_panel(region, panel_of[region.code], panels)
            for region in regions
            if panel_of[region.code] not in panels
        ]
    if problems:
        raise InputError(problems)
    return tuple(
        sorted(
            Assignment(judge.id, region.code)
            for region in regions
            for judge in judges
            if judge.panel == panel_of[region.code]
        )
    )


def _unknown_panel(region: Region, panel: str, panels: Sequence[str]) -> Problem:
    close = get_close_matches(panel, panels, 1) or panels
    what = message(
        'No judge belongs to panel "{panel}". Did you mean {offer}?',
        panel=panel[:40],
        offer=" / ".join(close),
    )
    return Problem(f"{region.name} ({region.code})", what)


def _timed(
    assignments: Sequence[Assignment], regions: Sequence[Region], timetable: Sequence[Row]
) -> tuple[Assignment, ...]:
    """Spread the regions over the sessions in their order, as many in each as in any other."""
    sessions = [row for row in timetable if any(cell.strip() for cell in row)]
    if not sessions:
        return tuple(assignments)
    slots = {
        region.code: sessions[place * len(sessions) // len(regions)]
        for place, region in enumerate(regions)
    }
    return tuple(
        replace(a, day=day, session=session, room=room, start=start)
        for a in assignments
        for day, session, room, start in [slots[a.region]]
    )
