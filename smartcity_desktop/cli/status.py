"""Sets the status of a region, or shows how far the judging has come."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import click

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.merging.completeness import Cell
    from smartcity_desktop.plenary.reckoning import Reckoning

STATUSES = {
    "invited": message("invited"),
    "present": message("present"),
    "absent": message("absent"),
    "withdrawn": message("withdrawn"),
    "disqualified": message("disqualified"),
}
CELLS = {
    "received": message("Received"),
    "superseded": message("Corrected"),
    "missing": message("Missing"),
    "conflict": message("In conflict"),
    "recused": message("Not scored"),
    "absent": message("Absent"),
    "not_due": message("Not due"),
}
"""What is known of a judge and a region; the keys are those of ``--json``."""

MOST_CODES = 6


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
            return _show(session, reckon_file(assessment, instrument))
    if code is None or state is None or reason is None:
        fault = message("To set a status, give code, status and --reason.")
        raise click.UsageError(session.translate(fault))
    with open_assessment(session, file) as (assessment, _):
        backing = Backing(str(how["by"]), reason)
        decision = record_status(assessment, code, state, backing, session.clock)
    session.say(message("{code} is now {status}.", code=code, status=STATUSES[state]))
    return Answer({"code": code, "status": state, "decision": decision.number})


def _show(session: Session, reckoning: Reckoning) -> Answer:
    cells = reckoning.completeness.cells
    by_judge: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_judge[cell.judge].append(cell)
    titles = (message("Judge"), *CELLS.values(), message("Missing or in conflict"))
    rows = [_row(judge, own) for judge, own in by_judge.items()]
    session.show_table(titles, rows, range(1, len(CELLS) + 1))
    names = {region.code: region.name for region in reckoning.roster.regions}
    for standing in reckoning.state.statuses:
        if standing.status.value != "invited":
            session.say(
                message(
                    "{code} {name}: {status}: {reason}",
                    code=standing.region,
                    name=names[standing.region],
                    status=STATUSES[standing.status.value],
                    reason=standing.reason,
                )
            )
    counts = Counter(cell.state.value for cell in cells)
    return Answer(
        {
            "counts": {state: counts[state] for state in CELLS},
            "cells": [
                {"judge": cell.judge, "region": cell.region, "state": cell.state.value}
                for cell in cells
            ],
            "waived": reckoning.completeness.waived,
            "regions": [
                {"code": each.region, "status": each.status.value, "reason": each.reason}
                for each in reckoning.state.statuses
            ],
        }
    )


def _row(judge: str, cells: Sequence[Cell]) -> tuple[str, ...]:
    counts = Counter(cell.state.value for cell in cells)
    wanted = [cell.region for cell in cells if cell.state.value in ("missing", "conflict")]
    rest = len(wanted) - MOST_CODES
    codes = ", ".join(wanted[:MOST_CODES]) + (f" … (+{rest})" if rest > 0 else "")
    return (judge, *(str(counts[state]) for state in CELLS), codes)
