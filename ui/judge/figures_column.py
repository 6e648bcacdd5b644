"""The judge's own figures for the region, what is missing, what is in doubt, and the jotter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class FiguresColumn(QFrame):
    """The right column."""

    place_requested = Signal(str, str)
    """A region's code and an indicator: a missing or doubtful one was chosen."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the column without a region."""
        super().__init__()
        self._words, self._state = context.words, state
        self.setProperty("kind", "column")

    def show_region(self, code: str) -> None:
        """Show a region's figures."""
        self.setAccessibleName(code)

    def leave(self) -> None:
        """Hand on what was typed into the jotter."""
