"""Records objections to declared results, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import ObjectionOutcome

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.objection import Objection

OUTCOMES = {
    ObjectionOutcome.OPEN: message("open"),
    ObjectionOutcome.ACCEPTED: message("accepted"),
    ObjectionOutcome.REJECTED: message("rejected"),
    ObjectionOutcome.WITHDRAWN: message("taken back"),
}


@subcommand(
    message(
        "An objection alters nothing by itself. Whether the results are reopened for it is the "
        "plenary's: reopen FILE --objection NUMBER. Results are not declared anew before every "
        "objection has an answer. All of it is printed in integritas, and in the next "
        "berita-acara."
    ),
    examples=(
        Example(
            'object kota.assessment 64.74 --by "Pemerintah Kota Bontang" '
            '--claim "Nilai indikator A2 tertukar"',
            message("A region objects to its result:"),
        ),
        Example("object kota.assessment --list", message("Every objection, with its outcome:")),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("region", meaning=message("Code of the region."), shown=message("REGION"),
          required=False)  # fmt: skip
@option("--list", "listed", meaning=message("List every objection."), is_flag=True)
@option("--by", meaning=message("Who objects."), shown=message("NAME"), default="")
@option("--claim", meaning=message("What is claimed; printed."), shown=message("TEXT"), default="")
def record(session: Session, file: Path, region: str | None, **how: object) -> Answer:
    """Record an objection, or list all."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.objecting import record_objection

    if bool(how["listed"]) == bool(region):
        raise click.UsageError("--list / REGION --by NAME --claim TEXT")
    if region is None:
        with open_assessment(session, file, read_only=True) as (assessment, _):
            objections = assessment.objections.all()
        return _list(session, objections)
    with open_assessment(session, file) as (assessment, _):
        objection = record_objection(
            assessment, region, str(how["by"]), str(how["claim"]), session.clock
        )
    session.say(
        message(
            "Objection {number} to declaration {declaration} is recorded.",
            number=objection.number,
            declaration=objection.declaration,
        )
    )
    return Answer(as_json(objection))


@subcommand(
    message(
        "An answer is given once and never changed. accepted alone reopens nothing: reopen the "
        "results with --objection where they have to change."
    ),
    examples=(
        Example(
            'answer kota.assessment 1 --outcome rejected --by "Pleno Dewan Juri" '
            '--answer "Nilai sesuai bukti dukung"',
            message("The plenary rejects an objection:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("number", meaning=message("Number of the objection."), shown=message("NUMBER"),
          type=click.INT)  # fmt: skip
@option("--outcome", meaning=message("accepted, rejected or withdrawn."), required=True,
        type=click.Choice(["accepted", "rejected", "withdrawn"]))  # fmt: skip
@option("--answer", "text", meaning=message("What is answered; printed."), shown=message("TEXT"),
        required=True)  # fmt: skip
@option("--by", meaning=message("Who answers."), shown=message("NAME"), required=True)
def answer(session: Session, file: Path, number: int, outcome: str, text: str, by: str) -> Answer:
    """Answer an objection."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.objecting import answer_objection

    chosen = ObjectionOutcome(outcome)
    with open_assessment(session, file) as (assessment, _):
        objection = answer_objection(assessment, number, chosen, by, text, session.clock)
    session.say(
        message(
            "Objection {number} is answered: {outcome}.", number=number, outcome=OUTCOMES[chosen]
        )
    )
    return Answer(as_json(objection))


def as_json(objection: Objection) -> dict[str, object]:
    """Return the object that scripts rely on; keys are added, never changed."""
    answer = objection.answer
    return {
        "objection": objection.number,
        "declaration": objection.declaration,
        "region": objection.region,
        "by": objection.by,
        "claim": objection.claim,
        "at": objection.at,
        "outcome": objection.outcome.value,
        "answer": answer.text if answer else None,
        "answered_by": answer.by if answer else None,
        "answered_at": answer.at if answer else None,
        "reopened": objection.reopened,
    }


def _list(session: Session, objections: tuple[Objection, ...]) -> Answer:
    if not objections:
        session.say(message("There are no objections."))
    for objection in objections:
        session.say(
            message(
                "{number}. {region}, {by}, declaration {declaration}: {claim} [{outcome}]",
                number=objection.number,
                region=objection.region,
                by=objection.by,
                declaration=objection.declaration,
                claim=objection.claim,
                outcome=_outcome(objection),
            )
        )
        if objection.answer is not None:
            session.say(
                message("     {by}: {answer}", by=objection.answer.by, answer=objection.answer.text)
            )
    return Answer({"objections": [as_json(objection) for objection in objections]})


def _outcome(objection: Objection) -> Message:
    outcome = OUTCOMES[objection.outcome]
    if objection.reopened:
        return message("{outcome}; the results were reopened for it", outcome=outcome)
    return outcome
