"""Declares results and reopens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import (
    PATH,
    Example,
    argument,
    option,
    passphrase_option,
    subcommand,
)
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path


@subcommand(
    message(
        "Refused while a conflict, a pending cut, a reported absence or a gap without a waiver is "
        "open; all of them are named. From then on nothing can be merged or decided until the "
        "results are reopened with a reason."
    ),
    examples=(
        Example('declare kota.assessment --by "Ketua Dewan Juri"', message("The chair declares:")),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@option("--by", meaning=message("Who declares."), shown=message("NAME"), required=True)
@passphrase_option(message("File with the passphrase of the assessment's key."))
def declare(session: Session, file: Path, by: str, passphrase_file: Path | None) -> Answer:
    """Declare the results."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.declaring import declare_results

    def ask() -> str:
        return session.ask_passphrase(
            passphrase_file, message("Passphrase of the assessment's key")
        )

    with open_assessment(session, file) as (assessment, instrument):
        declared = declare_results(assessment, instrument, by, ask, session.clock)
    session.say(
        message(
            "Declaration {number}. Digest of the results: {digest}. Next: report.",
            number=declared.number,
            digest=declared.results_sha256,
        )
    )
    return Answer(
        {
            "declaration": declared.number,
            "results_sha256": declared.results_sha256,
            "token": declared.token or None,
        }
    )


@subcommand(
    message(
        "Documents printed from the declaration are superseded from then on; the reason is "
        "printed in the next minutes."
    ),
    examples=(
        Example(
            'reopen kota.assessment --by "Ketua Dewan Juri" --reason "Sanggahan Kota Bontang"',
            message("After an objection:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@option("--by", meaning=message("Who reopens."), shown=message("NAME"), required=True)
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"), required=True)
def reopen(session: Session, file: Path, by: str, reason: str) -> Answer:
    """Reopen declared results."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.declaring import reopen_results

    with open_assessment(session, file) as (assessment, _):
        standing = reopen_results(assessment, by, reason, session.clock)
    session.say(message("Declaration {number} is reopened.", number=standing.number))
    return Answer({"reopened": standing.number})
