"""How far a judge is with a region, and with all of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.sheet_payload import write_sheet

if TYPE_CHECKING:
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk_facts import DeskFacts


class Progress(Enum):
    """How far a judge is with a region."""

    OPEN = "open"
    """Not one indicator is scored or abstained."""
    PARTLY = "partly"
    FINISHED = "finished"
    LEFT_OUT = "left_out"
    """Recused, reported absent, or a conflict of interest: nothing to score."""

    @property
    def is_done(self) -> bool:
        """Whether the judge has nothing left to do for the region."""
        return self in (Progress.FINISHED, Progress.LEFT_OUT)


def progress_of(facts: DeskFacts, code: str, ids: tuple[str, ...]) -> Progress:
    """Return how far the judge is with a region; ``ids`` are the indicators', in order."""
    sheet = facts.sheets.get(code)
    if code in facts.excused or (sheet is not None and sheet.state is not SheetState.SCORED):
        return Progress.LEFT_OUT
    if sheet is None:
        return Progress.OPEN
    still_open = len(sheet.open_indicators(ids))
    if not still_open:
        return Progress.FINISHED
    return Progress.OPEN if still_open == len(ids) else Progress.PARTLY


def is_sealed(facts: DeskFacts, code: str, ids: tuple[str, ...]) -> bool:
    """Whether the last seal holds the sheet exactly as it is now."""
    sheet = facts.sheets.get(code)
    digest = facts.seals[-1].sheets.get(code) if facts.seals else None
    return sheet is not None and digest is not None and digest == _digest(sheet, ids)


def _digest(sheet: ScoreSheet, ids: tuple[str, ...]) -> str:
    return sha256_hex(write_sheet(sheet, ids))
