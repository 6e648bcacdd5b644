"""Recording objections to declared results, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem, RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import Objection, ObjectionAnswer, ObjectionOutcome
from smartcity_desktop.plenary.recording import LONGEST, is_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.assessment_file import AssessmentFile

ANSWERS = tuple(each for each in ObjectionOutcome if each is not ObjectionOutcome.OPEN)
"""What an answer can decide."""


def record_objection(
    file: AssessmentFile, region: str, by: str, claim: str, clock: Clock
) -> Objection:
    """Record an objection to the results declared last; it alters nothing by itself.

    Args:
        file: the assessment.
        region: code of the region whose result is objected to.
        by: who objects.
        claim: what is claimed, on one line.
        clock: for the moment of recording.

    Raises:
        RuleError: nothing was ever declared. InputError: unknown region; name or claim missing.
    """
    declared = file.declarations.all()
    if not declared:
        raise RuleError(
            message(
                "Nothing has been declared yet, so there is nothing to object to. Nothing was "
                "recorded."
            )
        )
    if all(known.code != region for known in file.roster().regions):
        raise InputError(message("This assessment has no region {code}.", code=region))
    _expect_said(by, claim)
    return file.objections.add(
        Objection(0, declared[-1].number, region, by.strip(), claim.strip(), write_instant(clock()))
    )


def answer_objection(
    file: AssessmentFile,
    number: int,
    outcome: ObjectionOutcome,
    by: str,
    answer: str,
    clock: Clock,
) -> Objection:
    """Record the one answer to an objection; returns the objection with it.

    Raises:
        RuleError: it was answered before. InputError: there is no such objection; the outcome
            leaves it open; name or answer is missing.
    """
    found = find_objection(file.objections.all(), number)
    if found.answer is not None:
        raise RuleError(
            message(
                "Objection {number} was answered by {by} on {at}. An answer is never changed; "
                "nothing was recorded.",
                number=number,
                by=found.answer.by,
                at=found.answer.at,
            )
        )
    if outcome not in ANSWERS:
        raise InputError(
            message("An answer decides: {known}.", known=", ".join(each.value for each in ANSWERS))
        )
    _expect_said(by, answer)
    said = ObjectionAnswer(outcome, answer.strip(), by.strip(), write_instant(clock()))
    file.objections.answer(number, said)
    return find_objection(file.objections.all(), number)


def find_objection(objections: Sequence[Objection], number: int) -> Objection:
    """Return the objection with this number.

    Raises:
        InputError: there is none.
    """
    for objection in objections:
        if objection.number == number:
            return objection
    known = ", ".join(str(objection.number) for objection in objections)
    raise InputError(
        message(
            "There is no objection {number}. Recorded: {known}. Nothing was changed.",
            number=number,
            known=known or message("none"),
        )
    )


def expect_answered(objections: Sequence[Objection]) -> None:
    """Refuse to declare anew while an objection to an earlier declaration has no answer.

    Raises:
        RuleError: naming each of them.
    """
    waiting = [objection for objection in objections if objection.answer is None]
    if waiting:
        raise RuleError(
            Problem(
                "",
                message(
                    "Objection {number} of {by} concerning {region} has no answer yet. Answer it "
                    "before declaring anew.",
                    number=objection.number,
                    by=objection.by,
                    region=objection.region,
                ),
            )
            for objection in waiting
        )


def _expect_said(by: str, text: str) -> None:
    if not is_said(by) or not is_said(text):
        raise InputError(
            message(
                "An objection and its answer need a name and a text, each on one line of at most "
                "{longest} letters. Nothing was recorded.",
                longest=LONGEST,
            )
        )
