"""Sets the status of a region, or shows how far the judging has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.completeness import STATUSES, show_matrix
from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path


@subcommand(
    message(
        "Regions that are absent, withdrawn or disqualified are not ranked; the reason is "
        "printed. It is recorded like a decision, and the latest one counts. Without a code the "
        "command shows judge by judge what was received and what is missing, and changes nothing."
    ),
    examples=(
        Example(
            'status kota.assessment 64.72 absent --reason "Tidak hadir tanpa kabar"',
            message("A region that was invited and did not come:"),
        ),
        Example("status kota.assessment", message("What is still missing:")),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("code", meaning=message("Code of the region."), shown=message("CODE"), required=False)
@argument("state", meaning=message("invited, present, absent, withdrawn or disqualified."),
          shown=message("STATUS"), type=click.Choice(list(STATUSES)), required=False)  # fmt: skip
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"))
@option("--by", meaning=message("Who says so."), shown=message("NAME"), default="Koordinator")
def status(
    session: Session, file: Path, code: str | None, state: str | None, **how: str | None
) -> Answer:
    """Set the status of a region, or show what is missing."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.reckoning import reckon_file
    from smartcity_desktop.plenary.recording import Backing, record_status

    reason = how["reason"]
    if code is None and reason is None:
        with open_assessment(session, file, read_only=True) as (assessment, instrument):
            return show_matrix(session, reckon_file(assessment, instrument))
    if code is None or state is None or reason is None:
        fault = message("To set a status, give code, status and --reason.")
        raise click.UsageError(session.translate(fault))
    with open_assessment(session, file) as (assessment, _):
        backing = Backing(str(how["by"]), reason)
        decision = record_status(assessment, code, state, backing, session.clock)
    session.say(message("{code} is now {status}.", code=code, status=STATUSES[state]))
    return Answer({"code": code, "status": state, "decision": decision.number})
