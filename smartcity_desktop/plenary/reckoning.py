"""From seals and decisions to results, in one step that everybody can repeat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.merging.completeness import find_completeness, find_replaced
from smartcity_desktop.merging.questions import find_questions
from smartcity_desktop.merging.state import counted_sheets, derive_state
from smartcity_desktop.results.compute import compute_results

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.domain.results import Results
    from smartcity_desktop.merging.claims import Contents
    from smartcity_desktop.merging.completeness import Completeness
    from smartcity_desktop.merging.state import MergeState


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Everything that follows from the stored seals and the recorded decisions."""

    state: MergeState
    completeness: Completeness
    sheets: tuple[CountedSheet, ...]
    results: Results
    questions: tuple[Question, ...]


def reckon(
    roster: Roster,
    instrument: Instrument,
    seals: Sequence[IntactSeal],
    decisions: Sequence[Decision],
    contents: Contents,
) -> Reckoning:
    """Derive state, completeness and results; pure, and the same on any machine."""
    state = derive_state(roster, seals, decisions, contents)
    completeness = find_completeness(state, decisions, find_replaced(state, seals), contents)
    sheets = counted_sheets(state, contents)
    results = compute_results(instrument, roster.regions, state.statuses, sheets, decisions)
    return Reckoning(state, completeness, sheets, results, find_questions(state, completeness))
