"""Enters scores from a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import PATH, Example, argument, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path


@subcommand(
    message(
        "Columns region, indicator, score, note. A blank score changes nothing; - means "
        "abstained, with the note as reason; indicator * with RECUSED or ABSENT leaves the whole "
        "region unscored, with SCORED it is scored again. Either the whole table is taken, or "
        "nothing of it."
    ),
    examples=(Example("enter juri-07-1.panel nilai.xlsx", message("A filled table:")),),
)
@argument("file", meaning=message("The panel file."), shown="FILE.panel", type=PATH)
@argument("scores", meaning=message("The table (CSV or XLSX)."), shown="SCORES", type=PATH)
def enter(session: Session, file: Path, scores: Path) -> Answer:
    """Enter scores."""
    from smartcity_desktop.cli.inputs import open_desk
    from smartcity_desktop.regions.resource import official_regions
    from smartcity_desktop.rosters.score_entries import read_score_entries
    from smartcity_desktop.scoring.entering import enter_scores
    from smartcity_desktop.tables.reading import read_table_file

    with open_desk(session, file) as desk:
        desk.expect_enrolled()
        regions = desk.panel.issue.regions
        table = read_table_file(scores)
        entries = read_score_entries(table, desk.instrument, regions, official_regions())
        entered = enter_scores(desk, entries, session.clock)
        due = {region.code for region in regions} - desk.excused().keys()
        finished = sum(
            desk.is_finished(sheet) for code, sheet in desk.sheets().items() if code in due
        )
    session.say(
        message(
            "{changed} score sheets changed; {finished} of {all} regions are finished. Saved.",
            changed=len(entered.regions),
            finished=finished,
            all=len(due),
        )
    )
    return Answer(
        {
            "changed": list(entered.regions),
            "entries": entered.entries,
            "finished": finished,
            "regions": len(due),
        }
    )
