"""What does this region get? Regions at the left, the sheet, own figures at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smartcity_desktop.domain.message import message
from ui.judge.figures_column import FiguresColumn
from ui.judge.region_column import RegionColumn
from ui.judge.sheet_view import SheetView
from ui.page import Page
from ui.widgets.layouts import row
from ui.widgets.side_columns import SideColumns

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class ScoringPage(Page):
    """Three columns around one question: what does this region get?"""

    side_by_side_requested = Signal()
    sealing_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page at the first region that is not finished."""
        super().__init__(context)
        self.regions = RegionColumn(context, state)
        self.sheet = SheetView(context, state)
        self.figures = FiguresColumn(context, state)
        self.regions.region_chosen.connect(self.show_place)
        self.regions.side_by_side_requested.connect(self.side_by_side_requested)
        self.figures.place_requested.connect(self.show_place)
        names = (
            context.words.say(message("Your regions")),
            context.words.say(message("Your scores and jottings")),
        )
        self.sides = SideColumns(context.theme, self.regions, self.sheet, self.figures, names)
        self.setLayout(row([self.sides]))
        self.show_place(self.regions.first_open())

    def show_place(self, region: str, indicator: str = "") -> None:
        """Go to a region, and to an indicator where one is named."""
        self.sides.close_drawers()
        self.regions.show_region(region)
        self.sheet.show_region(region, indicator)
        self.figures.show_region(region)

    def leave(self) -> None:
        """Hand on what was typed."""
        self.sheet.leave()
        self.figures.leave()

    def bookmark(self) -> object:
        """Return region and indicator."""
        return self.sheet.place()

    def return_to(self, bookmark: object) -> None:
        """Go to where the judge was before the page was made anew."""
        if isinstance(bookmark, tuple):
            self.show_place(*bookmark)
