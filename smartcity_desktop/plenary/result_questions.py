"""Open questions about results: ties and cuts, each with the decisions that would answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.question import Question, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.results import OpenQuestion, Results


def find_result_questions(results: Results, roster: Roster) -> tuple[Question, ...]:
    """Return one question for every tied group that nobody has decided on."""
    names = {region.code: region.name for region in roster.regions}
    return tuple(_ask(question, names) for question in results.open_questions)


def _ask(question: OpenQuestion, names: dict[str, str]) -> Question:
    regions = ", ".join(f"{code} {names[code]}" for code in question.codes)
    order = ("tie", *question.codes)
    if question.kind != "cut":
        return Question(
            QuestionKind.TIE,
            message(
                "These regions are tied and the rules cannot separate them: {regions}. They "
                "share a rank unless the plenary orders them, best first.",
                regions=regions,
            ),
            (order,),
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
        (order, *_one_by_one(question)),
        blocking=question.blocking,
    )


def _one_by_one(question: OpenQuestion) -> Iterator[tuple[str, ...]]:
    for code in question.codes:
        yield ("select", code, question.band)
        yield ("leave", code, question.band)
