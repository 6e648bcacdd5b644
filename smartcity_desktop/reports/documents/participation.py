"""How many took part: invited, present, scored and ranked are four different numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState

if TYPE_CHECKING:
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.words import Words


class Participation(Struct, frozen=True):
    """Counts of regions, and of scored sheets that count."""

    invited: int
    present: int
    scored: int
    ranked: int
    taken: int
    sheets: int


def count_participation(record: DeclaredRecord) -> Participation:
    """Count who took part."""
    roster = record.roster
    scored = [s for s in record.counted if s.state is SheetState.SCORED]
    out = [s.region for s in roster.standings if not s.status.takes_part()]
    return Participation(
        invited=len(roster.regions),
        present=len(roster.regions) - len(out),
        scored=len({s.region for s in scored}),
        ranked=len(record.results.ranked),
        taken=sum(1 for r in record.results.ranked if r.selection and not r.reserve),
        sheets=len(scored),
    )


def participation(record: DeclaredRecord, words: Words) -> list[tuple[str, str]]:
    """Return labels and counts of judges, sheets and regions."""
    counts = count_participation(record)
    judges = message(
        "{judges}, with {sheets} scored sheets that count",
        judges=record.count_judges(),
        sheets=counts.sheets,
    )
    regions = message(
        "{invited} invited, {present} took part, {scored} scored, {ranked} ranked, "
        "{taken} selected",
        invited=counts.invited,
        present=counts.present,
        scored=counts.scored,
        ranked=counts.ranked,
        taken=counts.taken,
    )
    return [
        (words.say(message("Judges")), words.say(judges)),
        (words.say(message("Regions")), words.say(regions)),
    ]
