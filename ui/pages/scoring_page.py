"""What does this region get? Regions at the left, the sheet in the centre, own figures at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.page import Page

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class ScoringPage(Page):
    """What does this region get? Regions at the left, the sheet in the centre, own figures at the right."""

    side_by_side_requested = Signal()
    sealing_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page."""
        super().__init__(context)

    def show_place(self, region: str, indicator: str = "") -> None:
        """Go to a region, and to an indicator where one is named."""
