"""What stands in a cell of a sheet, and how it changed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring.changes_since_seal import Part

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Indicator, Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.changes_since_seal import Cell, CellChange, SheetChange
    from ui.words import Words

NOTHING = "—"
LONGEST_CELL = 160
"""A longer note is shortened where only its change is shown; reading back shows all of it."""
_STATES = {
    SheetState.SCORED: message("scored"),
    SheetState.RECUSED: message("not scored, conflict of interest"),
    SheetState.ABSENT: message("reported absent"),
}
_PARTS = {
    Part.NOTE: message("Note"),
    Part.EVIDENCE: message("Evidence"),
}


class CellWords:
    """Says what cells hold."""

    def __init__(self, instrument: Instrument, words: Words) -> None:
        """Take the instrument, whose scales write the values."""
        self._indicators = {indicator.id: indicator for indicator in instrument.indicators()}
        self._words = words

    def state(self, sheet: ScoreSheet) -> Message:
        """Return what became of a sheet."""
        if sheet.state is SheetState.SCORED and sheet.abstained:
            return message("scored, {count} left out with a reason", count=len(sheet.abstained))
        return _STATES[sheet.state]

    def level(self, indicator: Indicator, value: int) -> str:
        """Return the level's text of a value; empty where the instrument gives none."""
        levels = indicator.levels or indicator.scale.labels
        found = (level for level in levels if level.value == value)
        return next((self._words.text(level.text) for level in found), "")

    def change(self, change: SheetChange, cell: CellChange) -> str:
        """Return before and after of one cell."""
        say = self._words.say
        if cell.part is Part.TIMES:
            return say(message("the same scores again; only the times of change differ"))
        if cell.part is Part.STATE and change.sealed and change.now:
            return self._arrow(self._standing(change.sealed), self._standing(change.now))
        before, after = (self._cell(cell, value) for value in (cell.before, cell.after))
        if cell.part in _PARTS:
            return f"{say(_PARTS[cell.part])}: {self._arrow(before, after)}"
        return self._arrow(before, after)

    def _standing(self, sheet: ScoreSheet) -> str:
        state = self._words.say(_STATES[sheet.state])
        return f"{state} ({sheet.reason})" if sheet.reason else state

    def _cell(self, cell: CellChange, value: Cell) -> str:
        if value is None:
            return NOTHING
        if isinstance(value, int):
            return self._words.value(self._indicators[cell.indicator].scale, value)
        if cell.part is Part.SCORE:
            return self._words.say(message("not scored: {reason}", reason=value))
        shown = value if len(value) <= LONGEST_CELL else f"{value[:LONGEST_CELL].rstrip()} …"
        return f"\u201c{shown}\u201d" if cell.part is Part.NOTE else shown

    def _arrow(self, before: str, after: str) -> str:
        return self._words.say(message("before {before}, now {after}", before=before, after=after))
