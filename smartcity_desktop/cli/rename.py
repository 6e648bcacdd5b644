"""Corrects the name of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path


@subcommand(
    message(
        "The code never changes, and the name of an official code must still fit it. Panel files "
        "issued before keep the former name and stay valid, sealed or not; everything issued, "
        "shown and printed from now on has the right one. It is recorded like a decision, with "
        "who, when and why, and the minutes list it. Declared results must be reopened first."
    ),
    examples=(
        Example(
            'rename lomba.assessment tim-07 "Tim Melati" --reason "Salah ketik"',
            message("A name that was mistyped in the list of regions:"),
        ),
        Example(
            'rename kota.assessment 76.01 "Kab. Mamuju Utara" --by Sekretaris '
            '--reason "Nama sesuai surat daerah"',
            message("Another name that fits the official code; Kab. is spelled out:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("code", meaning=message("Code of the region."), shown=message("CODE"))
@argument("name", meaning=message("The right name."), shown=message("NAME"))
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"), required=True)
@option("--by", meaning=message("Who says so."), shown=message("NAME"), default="Koordinator")
def rename(session: Session, file: Path, code: str, name: str, **how: str) -> Answer:
    """Correct the name of a region."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.recording import Backing, record_name

    with open_assessment(session, file) as (assessment, _):
        backing = Backing(how["by"], how["reason"])
        decision = record_name(assessment, code, name, backing, session.clock)
    _, former = decision.subject
    session.say(
        message(
            "{code} is now called {name}, and no longer {former}. Panel files with the former name "
            "stay valid.",
            code=code,
            name=decision.choice,
            former=former,
        )
    )
    return Answer(
        {"code": code, "name": decision.choice, "former": former, "decision": decision.number}
    )
