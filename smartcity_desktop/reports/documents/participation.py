"""How many took part: invited, present, scored and ranked are four different numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.words import Words

OUT = (RegionStatus.ABSENT, RegionStatus.WITHDRAWN, RegionStatus.DISQUALIFIED)


def participation(record: DeclaredRecord, words: Words) -> list[tuple[str, str]]:
    """Return labels and counts of judges, sheets and regions."""
    roster = record.roster
    scored = [s for s in record.counted if s.state is SheetState.SCORED]
    out = [s.region for s in roster.standings if s.status in OUT]
    taken = [r for r in record.results.ranked if r.selection and not r.reserve]
    judges = message(
        "{judges}, with {sheets} scored sheets that count",
        judges=len(roster.judges),
        sheets=len(scored),
    )
    regions = message(
        "{invited} invited, {present} took part, {scored} scored, {ranked} ranked, "
        "{taken} selected",
        invited=len(roster.regions),
        present=len(roster.regions) - len(out),
        scored=len({s.region for s in scored}),
        ranked=len(record.results.ranked),
        taken=len(taken),
    )
    return [
        (words.say(message("Judges")), words.say(judges)),
        (words.say(message("Regions")), words.say(regions)),
    ]
