"""Open questions about results: ties and cuts, each with the decisions that would answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.question import Question, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.results import OpenQuestion, Results


def find_result_questions(results: Results, roster: Roster) -> tuple[Question, ...]:
    """Return one question for every tied group that nobody has decided on."""
    names = {region.code: region.name for region in roster.regions}
    ties = [q.codes for q in results.open_questions if q.kind == "tie"]
    return tuple(_ask(question, names, ties) for question in results.open_questions)


def _ask(
    question: OpenQuestion, names: dict[str, str], ties: Sequence[tuple[str, ...]]
) -> Question:
    regions = ", ".join(f"{code} {names[code]}" for code in question.codes)
    if question.kind != "cut":
        return Question(
            QuestionKind.TIE,
            message(
                "These regions are tied and the rules cannot separate them: {regions}. They "
                "share a rank unless the plenary orders them, best first.",
                regions=regions,
            ),
            (("tie", *question.codes),),
            blocking=question.blocking,
        )
    return Question(
        QuestionKind.CUT,
        message(
            "These tied regions stand across the cut of {band}, which takes {places} more: "
            "{regions}. Order them, best first, or select and leave them one by one.",
            band=question.band,
            places=question.places,
            regions=regions,
        ),
        (*_whole_groups(question, ties), *_one_by_one(question)),
        blocking=question.blocking,
    )


def _whole_groups(
    question: OpenQuestion, ties: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Yield the order of the tied group around a cut: a tie is decided for all its members."""
    for codes in ties:
        if set(question.codes) <= set(codes):
            yield ("tie", *codes)


def _one_by_one(question: OpenQuestion) -> Iterator[tuple[str, ...]]:
    for code in question.codes:
        yield ("select", code, question.band)
        yield ("leave", code, question.band)
