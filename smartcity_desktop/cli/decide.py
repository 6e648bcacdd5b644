"""Records what only people can decide, and lists what is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

DIGEST = re.compile(r"[0-9a-f]{64}")

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.cli.cells import Cells
    from smartcity_desktop.domain.question import Question, Rival


@subcommand(
    message(
        "The kinds: void SEAL [REGION...], tie CODE CODE..., key JUDGE THUMBPRINT, recuse JUDGE "
        "REGION, status REGION STATUS, name REGION NAME, reissue ISSUE [SEAL...], waive, admit "
        "SEAL, select REGION BAND, leave REGION BAND. A seal is named by its receipt or the first "
        "letters of its digest. A decision never alters a score or a total. A tie or a waiver "
        "lapses when the facts change."
    ),
    examples=(
        Example("decide kota.assessment --list", message("What is open, and how to answer it:")),
        Example(
            'decide kota.assessment tie 35.10 32.73 --by "Ketua Juri" --reason "Musyawarah"',
            message("Order two tied regions, best first:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("ruling", meaning=message("The kind of decision and what it is about."),
          shown=message("KIND ARGS..."), nargs=-1, required=False)  # fmt: skip
@option("--list", "listed", meaning=message("List every open question."), is_flag=True)
@option("--by", meaning=message("Who decided."), shown=message("NAME"), default="")
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"), default="")
@option("--votes", meaning=message("Votes for and against; without it by consensus."),
        shown="N N", nargs=2, type=click.INT)  # fmt: skip
def decide(session: Session, file: Path, ruling: tuple[str, ...], **how: object) -> Answer:
    """Decide, or list what is open."""
    from smartcity_desktop.cli.cells import Cells
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.reckoning import reckon_file
    from smartcity_desktop.plenary.recording import Backing, record_decision

    if how["listed"] == bool(ruling):
        raise click.UsageError("--list / KIND ARGS...")
    if how["listed"]:
        with open_assessment(session, file, read_only=True) as (assessment, instrument):
            questions = reckon_file(assessment, instrument).questions
        return _list(session, file, questions, Cells(instrument))
    votes = how["votes"]
    backing = Backing(str(how["by"]), str(how["reason"]), votes or None)  # type: ignore[arg-type]
    kind, *arguments = ruling
    with open_assessment(session, file) as (assessment, instrument):
        decision = record_decision(
            assessment, instrument, (kind, arguments), backing, session.clock
        )
    session.say(
        message(
            "Decision {number} is recorded: {kind} {subject}.",
            number=decision.number,
            kind=decision.kind.value,
            subject=" ".join((*decision.subject, decision.choice)).strip(),
        )
    )
    return Answer(
        {
            "decision": decision.number,
            "kind": decision.kind.value,
            "subject": list(decision.subject),
            "choice": decision.choice,
            "basis": decision.basis,
        }
    )


def _list(session: Session, file: Path, questions: tuple[Question, ...], cells: Cells) -> Answer:
    if not questions:
        session.say(message("Nothing is open."))
    for number, question in enumerate(questions, start=1):
        session.say(message("{number}. {what}", number=number, what=question.what))
        for line in cells.rivals(session, question.rivals):
            session.say(line)
        for answer in question.answers:
            session.say(message("     {command}", command=_command(session, file, answer)))
    return Answer(
        {
            "questions": [
                {
                    "kind": question.kind.value,
                    "what": question.what,
                    "judge": question.judge or None,
                    "region": question.region or None,
                    "blocking": question.blocking,
                    "answers": [list(answer) for answer in question.answers],
                    "rivals": [_rival(rival, cells) for rival in question.rivals],
                }
                for question in questions
            ]
        }
    )


def _rival(rival: Rival, cells: Cells) -> dict[str, object]:
    return {
        "seal": rival.seal,
        "issue": rival.issue,
        "paper": rival.paper,
        "state": rival.state.value if rival.state else None,
        "values": cells.figures(rival),
    }


def _command(session: Session, file: Path, answer: tuple[str, ...]) -> str:
    from smartcity_desktop.cli.inputs import written_out
    from smartcity_desktop.sealing.receipt import receipt_of

    # Receipts are what people have before them; scripts are given the digests.
    words = [receipt_of(word) if DIGEST.fullmatch(word) else word for word in answer]
    return f"{written_out(session, 'decide', file, *words)} --by ... --reason ..."
