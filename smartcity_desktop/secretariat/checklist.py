"""What a declaration waits for, point by point, and where each is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.secretariat.steps import Step

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts

_DISPUTES = (
    QuestionKind.KEY,
    QuestionKind.SEALS,
    QuestionKind.ISSUES,
    QuestionKind.PAPER_DIFFERS,
    QuestionKind.PAPER_AND_ELECTRONIC,
    QuestionKind.PAPER_HALF_TYPED,
)


class Point(Struct, frozen=True):
    """One point of the checklist.

    Attributes:
        settled: whether the declaration no longer waits for it.
        what: how it stands, as a sentence. step: where it is settled.
    """

    settled: bool
    what: Message
    step: Step


def find_points(facts: OfficeFacts) -> tuple[Point, ...]:
    """Return every point, settled or not."""
    return (
        _sheets(facts),
        _disputes(facts),
        _absences(facts),
        _ties(facts),
        _ranked(facts),
        _objections(facts),
    )


def is_ready(facts: OfficeFacts) -> bool:
    """Whether nothing stands in the way of a declaration."""
    return all(point.settled for point in find_points(facts))


def _sheets(facts: OfficeFacts) -> Point:
    completeness = facts.reckoning.completeness
    missing = len(completeness.missing)
    if not missing:
        what = message("Every score sheet that was due has been received.")
        return Point(settled=True, what=what, step=Step.COMPLETENESS)
    if completeness.waived:
        what = message("Missing score sheets: {count}, and a waiver is recorded.", count=missing)
        return Point(settled=True, what=what, step=Step.PLENARY)
    what = message("Missing score sheets: {count}. Merge them or record a waiver.",
                   count=missing)  # fmt: skip
    return Point(settled=False, what=what, step=Step.COMPLETENESS)


def _count(facts: OfficeFacts, *kinds: QuestionKind) -> int:
    return sum(question.kind in kinds for question in facts.reckoning.blocking())


def _disputes(facts: OfficeFacts) -> Point:
    count = _count(facts, *_DISPUTES)
    late = sum(q.kind is QuestionKind.LATE_SEAL for q in facts.reckoning.questions)
    if count:
        what = message("Open conflicts: {count}.", count=count)
    elif late:
        what = message(
            "No conflict is open. Late seals of replaced panel files that do not count: {count}.",
            count=late,
        )
    else:
        what = message("No conflict is open.")
    return Point(not count, what, Step.PLENARY)


def _absences(facts: OfficeFacts) -> Point:
    count = _count(facts, QuestionKind.REPORTED_ABSENT)
    what = (
        message("Reported absences neither confirmed nor denied: {count}.", count=count)
        if count
        else message("No reported absence is open.")
    )
    return Point(not count, what, Step.PLENARY)


def _ties(facts: OfficeFacts) -> Point:
    count = _count(facts, QuestionKind.TIE, QuestionKind.CUT)
    shared = sum(q.kind is QuestionKind.TIE and not q.blocking for q in facts.reckoning.questions)
    if count:
        what = message("Undecided ties at a cut: {count}.", count=count)
    elif shared:
        what = message(
            "No tie at a cut is undecided. Ties elsewhere, whose regions share a rank: {count}.",
            count=shared,
        )
    else:
        what = message("No tie at a cut is undecided.")
    return Point(not count, what, Step.PLENARY)


def _ranked(facts: OfficeFacts) -> Point:
    results = facts.reckoning.results
    if not results.ranked:
        what = message("No region can be ranked yet.")
        return Point(settled=False, what=what, step=Step.RESULTS)
    what = message(
        "Ranked regions: {ranked}; without a rank: {rest}.",
        ranked=len(results.ranked),
        rest=len(results.not_ranked),
    )
    return Point(settled=True, what=what, step=Step.RESULTS)


def _objections(facts: OfficeFacts) -> Point:
    count = sum(objection.answer is None for objection in facts.objections)
    what = (
        message("Objections without an answer: {count}.", count=count)
        if count
        else message("No objection waits for an answer.")
    )
    return Point(not count, what, Step.DECLARATION)
