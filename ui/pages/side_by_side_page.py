"""All regions beside each other: the judge's own scores only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.page import Page

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class SideBySidePage(Page):
    """All regions beside each other: the judge's own scores only."""

    place_requested = Signal(str, str)
    """A region's code, and an indicator or nothing."""
    back_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page."""
        super().__init__(context)
