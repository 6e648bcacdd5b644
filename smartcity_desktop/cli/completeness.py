"""Shows how far the judging has come: judge by judge, what was received and what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.completeness_facts import CELL_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.merging.completeness import Cell
    from smartcity_desktop.plenary.reckoning import Reckoning

STATUSES = {
    "invited": message("invited"),
    "present": message("present"),
    "absent": message("absent"),
    "withdrawn": message("withdrawn"),
    "disqualified": message("disqualified"),
}
CELLS = {state.value: words for state, words in CELL_WORDS.items()}
"""What is known of a judge and a region; the keys are those of ``--json``."""

MOST_CODES = 6


def show_matrix(session: Session, reckoning: Reckoning) -> Answer:
    """Show the completeness matrix, and every region that is no longer merely invited."""
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
