"""Declares results and reopens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
        "results are reopened with a reason. With --anonymous no published document of this "
        "assessment ever names a judge; the choice is made before the first declaration and never "
        "taken back."
    ),
    examples=(
        Example('declare kota.assessment --by "Ketua Dewan Juri"', message("The chair declares:")),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@option("--by", meaning=message("Who declares."), shown=message("NAME"), required=True)
@option("--anonymous", meaning=message("Name no judge in any published document."),
        is_flag=True)  # fmt: skip
@passphrase_option(message("File with the passphrase of the assessment's key."))
def declare(
    session: Session, file: Path, by: str, passphrase_file: Path | None, *, anonymous: bool
) -> Answer:
    """Declare the results."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.anonymity import choose_anonymous
    from smartcity_desktop.plenary.declaring import declare_results
    from smartcity_desktop.verifying.unaltered import expect_unaltered

    def ask() -> str:
        return session.ask_passphrase(
            passphrase_file, message("Passphrase of the assessment's key")
        )

    with open_assessment(session, file) as (assessment, instrument), assessment.transaction():
        expect_unaltered(assessment)
        if anonymous:
            choose_anonymous(assessment, session.random_bytes, session.clock)
        declared = declare_results(assessment, instrument, by, ask, session.clock)
        named = not assessment.anonymity.secret()
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
            "judges": "named" if named else "anonymous",
        }
    )


@subcommand(
    message(
        "Documents printed from the declaration are superseded from then on; the reason is "
        "printed in the next minutes. --objection names the objections that led to it."
    ),
    examples=(
        Example(
            'reopen kota.assessment --by "Ketua Dewan Juri" --reason "Sanggahan Kota Bontang" '
            "--objection 1",
            message("After an objection:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@option("--by", meaning=message("Who reopens."), shown=message("NAME"), required=True)
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"), required=True)
@option("--objection", "objections", meaning=message("Number of an objection that led to it; may "
        "be repeated."), shown=message("NUMBER"), type=click.INT, multiple=True)  # fmt: skip
def reopen(
    session: Session, file: Path, by: str, reason: str, objections: tuple[int, ...]
) -> Answer:
    """Reopen declared results."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.declaring import reopen_results

    with open_assessment(session, file) as (assessment, _):
        standing = reopen_results(assessment, by, reason, session.clock, objections)
    session.say(message("Declaration {number} is reopened.", number=standing.number))
    return Answer({"reopened": standing.number, "objections": sorted(set(objections))})
