"""The eight steps of an assessment: how far each has come, and what comes next."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.domain.question import QuestionKind
from smartcity_desktop.secretariat.topics import find_topics

if TYPE_CHECKING:
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.topics import Topic


class Step(Enum):
    """In the order of the work."""

    PREPARATION = "preparation"
    ISSUING = "issuing"
    MERGING = "merging"
    COMPLETENESS = "completeness"
    RESULTS = "results"
    PLENARY = "plenary"
    DECLARATION = "declaration"
    DOCUMENTS = "documents"


class Progress(Enum):
    """How far a step has come.

    DONE: nothing is missing. PARTLY: something was done, something is missing. OPEN: nothing
    was done yet. WAITING: people must decide something before the declaration.
    """

    DONE = "done"
    PARTLY = "partly"
    OPEN = "open"
    WAITING = "waiting"


class StepLine(Struct, frozen=True):
    """One step as the coordinator sees it.

    Attributes:
        note: how far it has come in a few words or figures; None where there is nothing to say.
    """

    step: Step
    progress: Progress
    note: Message | None = None


NAMES = {
    Step.PREPARATION: message("Preparation"),
    Step.ISSUING: message("Panel files"),
    Step.MERGING: message("Merging"),
    Step.COMPLETENESS: message("Completeness"),
    Step.RESULTS: message("Results"),
    Step.PLENARY: message("Plenary"),
    Step.DECLARATION: message("Declaration"),
    Step.DOCUMENTS: message("Documents"),
}
"""What each step is called on the screen."""


def find_steps(facts: OfficeFacts) -> tuple[StepLine, ...]:
    """Return every step in the order of the work."""
    busy = facts.matrix.busy
    return (
        StepLine(Step.PREPARATION, Progress.DONE),
        _issuing(facts, busy),
        _merging(facts, busy),
        _completeness(facts, busy),
        _results(facts),
        _plenary(facts),
        _declaration(facts),
        _documents(facts),
    )


def next_step(facts: OfficeFacts) -> Step:
    """Return the first step that is not done; the last one when all are."""
    return following(find_steps(facts))


def following(lines: tuple[StepLine, ...]) -> Step:
    """Return the first step that is not done; the last one when all are."""
    return next((line.step for line in lines if line.progress is not Progress.DONE), lines[-1].step)


def _count(done: int, whole: int) -> Progress:
    if done >= whole:
        return Progress.DONE
    return Progress.PARTLY if done else Progress.OPEN


def _of(done: int, whole: int) -> Message:
    return message("{done}/{all}", done=done, all=whole)


def _issuing(facts: OfficeFacts, busy: frozenset[str]) -> StepLine:
    done = len(busy & {issue.judge for issue in facts.roster.issues})
    return StepLine(Step.ISSUING, _count(done, len(busy)), _of(done, len(busy)))


def _merging(facts: OfficeFacts, busy: frozenset[str]) -> StepLine:
    done = len(busy & {seal.judge for seal in facts.reckoning.seals})
    return StepLine(Step.MERGING, _count(done, len(busy)), _of(done, len(busy)))


def _completeness(facts: OfficeFacts, busy: frozenset[str]) -> StepLine:
    completeness = facts.reckoning.completeness
    done = len(busy - {judge for judge, _ in completeness.missing})
    progress = Progress.DONE if completeness.waived else _count(done, len(busy))
    return StepLine(Step.COMPLETENESS, progress, _of(done, len(busy)))


def _results(facts: OfficeFacts) -> StepLine:
    results = facts.reckoning.results
    done, whole = len(results.ranked), len(facts.reckoning.state.taking_part())
    return StepLine(Step.RESULTS, _count(done, whole), _of(done, whole))


def _plenary(facts: OfficeFacts) -> StepLine:
    waiting = len(decidable(facts))
    if waiting:
        note = message("{count} waiting", count=waiting)
        return StepLine(Step.PLENARY, Progress.WAITING, note)
    if not facts.reckoning.seals:
        return StepLine(Step.PLENARY, Progress.OPEN)
    # Missing sheets may still come, so nobody waits for a decision about them yet.
    return StepLine(Step.PLENARY, Progress.PARTLY if facts.reckoning.blocking() else Progress.DONE)


def decidable(facts: OfficeFacts) -> tuple[Topic, ...]:
    """Return what only people can decide and a declaration waits for; missing sheets apart."""
    return find_topics(
        question
        for question in facts.reckoning.blocking()
        if question.kind is not QuestionKind.MISSING
    )


def _declaration(facts: OfficeFacts) -> StepLine:
    standing = facts.standing
    if standing is not None:
        note = message("Number {number}", number=standing.number)
        return StepLine(Step.DECLARATION, Progress.DONE, note)
    if facts.declarations:
        return StepLine(Step.DECLARATION, Progress.PARTLY, message("Reopened"))
    return StepLine(Step.DECLARATION, Progress.OPEN)


def _documents(facts: OfficeFacts) -> StepLine:
    standing = facts.standing
    number = standing.number if standing else None
    made = sum(1 for d in facts.documents if d.declaration == number and number is not None)
    if not made:
        return StepLine(Step.DOCUMENTS, Progress.OPEN)
    return StepLine(Step.DOCUMENTS, Progress.DONE, message("{count} made", count=made))
