"""From seals and decisions to results, in one step that everybody can repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.collector import without_cycle_search
from smartcity_desktop.merging.completeness import find_completeness, find_replaced
from smartcity_desktop.merging.questions import find_questions
from smartcity_desktop.merging.state import counted_sheets, derive_state
from smartcity_desktop.merging.stored import read_contents, read_stored_seals
from smartcity_desktop.plenary.result_questions import find_result_questions
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
    from smartcity_desktop.store.assessment_file import AssessmentFile


class Reckoning(Struct, frozen=True):
    """Everything that follows from the stored seals and the recorded decisions.

    Attributes:
        questions: everything open, those about seals before those about results.
    """

    roster: Roster
    instrument: Instrument
    seals: tuple[IntactSeal, ...]
    decisions: tuple[Decision, ...]
    state: MergeState
    completeness: Completeness
    sheets: tuple[CountedSheet, ...]
    results: Results
    questions: tuple[Question, ...]

    def blocking(self) -> tuple[Question, ...]:
        """Return the questions that a declaration waits for."""
        return tuple(question for question in self.questions if question.blocking)


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
    return Reckoning(
        roster,
        instrument,
        tuple(seals),
        tuple(decisions),
        state,
        completeness,
        sheets,
        results,
        (*find_questions(state, completeness, contents), *find_result_questions(results, roster)),
    )


@without_cycle_search()
def reckon_file(file: AssessmentFile, instrument: Instrument) -> Reckoning:
    """Reckon what an assessment file holds now; every stored seal and sheet is proven again.

    Raises:
        SealRefusedError: a stored seal or sheet is no longer what was merged.
    """
    roster = file.roster()
    seals = read_stored_seals(file.seals.all(), roster)
    contents = read_contents(seals, file.seals.sheets(), instrument)
    return reckon(roster, instrument, seals, file.decisions.all(), contents)
