"""The score sheet of one region: dimensions as sections, level texts as the choice itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class SheetView(QFrame):
    """The centre."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make an empty sheet."""
        super().__init__()
        self._words, self._state = context.words, state
        self._place = ("", "")

    def show_region(self, code: str, indicator: str = "") -> None:
        """Show a region's sheet, and go to an indicator where one is named."""
        self._place = (code, indicator)

    def place(self) -> tuple[str, str]:
        """Return the region and the indicator that has the focus; it may be empty."""
        return self._place

    def leave(self) -> None:
        """Hand on what was typed and not yet saved."""
