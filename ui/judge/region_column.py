"""The assigned regions: search, filters, progress; the current one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class RegionColumn(QFrame):
    """The left column."""

    region_chosen = Signal(str)
    """A region's code, chosen by the judge."""
    side_by_side_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """List the regions."""
        super().__init__()
        self._words, self._state = context.words, state
        self.setProperty("kind", "column")

    def first_open(self) -> str:
        """Return the code of the first region that is not finished, or the first of all."""
        return self._state.facts.issue.regions[0].code

    def show_region(self, code: str) -> None:
        """Mark a region as the current one, without announcing a choice."""
        self.setAccessibleName(code)
