"""Sets the status of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

STATUSES = {
    "invited": message("invited"),
    "present": message("present"),
    "absent": message("absent"),
    "withdrawn": message("withdrawn"),
    "disqualified": message("disqualified"),
}


@subcommand(
    message(
        "Regions that are absent, withdrawn or disqualified are not ranked; the reason is "
        "printed. It is recorded like a decision, and the latest one counts."
    ),
    examples=(
        Example(
            'status kota.assessment 64.72 absent --reason "Tidak hadir tanpa kabar"',
            message("A region that was invited and did not come:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("code", meaning=message("Code of the region."), shown=message("CODE"))
@argument("state", meaning=message("invited, present, absent, withdrawn or disqualified."),
          shown=message("STATUS"), type=click.Choice(list(STATUSES)))  # fmt: skip
@option("--reason", meaning=message("Why; printed."), shown=message("REASON"), required=True)
@option("--by", meaning=message("Who says so."), shown=message("NAME"), default="Koordinator")
def status(session: Session, file: Path, code: str, state: str, reason: str, by: str) -> Answer:
    """Set the status of a region."""
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.plenary.recording import Backing, record_status

    with open_assessment(session, file) as (assessment, _):
        backing = Backing(by, reason)
        decision = record_status(assessment, code, state, backing, session.clock)
    session.say(message("{code} is now {status}.", code=code, status=STATUSES[state]))
    return Answer({"code": code, "status": state, "decision": decision.number})
