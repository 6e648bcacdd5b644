"""All regions beside each other: the judge's own scores only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.own_figures import product_places
from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.scoring.own_ranking import rank_own_sheets
from ui.item_models.own_ranking_model import OwnRankingModel
from ui.item_models.spread_model import SpreadModel
from ui.page import Page
from ui.theme import GAP_8, PAGE_MARGIN, READABLE_WIDTH, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.own_table import OwnTable
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class SideBySidePage(Page):
    """All regions beside each other: the judge's own scores only.

    Attributes:
        table: the regions, and the spread below them.
    """

    place_requested = Signal(str, str)
    """A region's code, and an indicator or nothing."""
    back_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page from the sheets as they are now; nothing on it changes them."""
        super().__init__(context)
        say = context.words.say
        instrument = state.facts.instrument
        self._dimensions = instrument.dimensions
        sheets = [state.sheet(region.code) for region in state.facts.issue.regions]
        ranking = rank_own_sheets(OwnSums(instrument), sheets, state.ids)
        places = product_places(instrument)
        self._model = OwnRankingModel(context.words, state, ranking, places)
        self.table = OwnTable(self._model, SpreadModel(context.words, ranking, places))
        self.table.regions.setAccessibleName(say(message("Your scores of all regions")))
        self.table.spread.setAccessibleName(say(message("Spread of your finished sheets")))
        self.table.opened.connect(self._open)
        finished = sum(own.finished for own in ranking.rows)
        back = button(say(message("Back to scoring")), self.back_requested.emit)
        head = row(
            [label(say(message("My scores side by side")), "title", wraps=False), None, back]
        )
        said = label(
            say(
                message(
                    "These are your own scores only and not a result. Ranks, lowest, average and "
                    "highest cover your {count} finished sheets; equal totals share a rank. A dash "
                    "stands where something is not complete or left out.",
                    count=finished,
                )
            )
        )
        said.setMaximumWidth(context.theme.pixels(READABLE_WIDTH))
        hint = say(
            message("Choose a cell to open the sheet at that dimension; choose a title to sort.")
        )
        whole = column(
            [head, said, label(hint, "quiet"), self.table], gap=GAP_8, margin=PAGE_MARGIN
        )
        whole.setStretch(3, 1)
        self.table.regions.setMinimumHeight(context.theme.pixels(TREE_HEIGHT))
        content = QWidget()
        content.setLayout(whole)
        self.setLayout(column([scrolled(content)], gap=0))
        self.table.regions.setFocus()

    def bookmark(self) -> object:
        """Return the sorting and the row in sight."""
        header = self.table.regions.horizontalHeader()
        return (
            header.sortIndicatorSection(),
            header.sortIndicatorOrder(),
            self.table.regions.verticalScrollBar().value(),
        )

    def return_to(self, bookmark: object) -> None:
        """Sort and scroll as before."""
        if isinstance(bookmark, tuple):
            section, order, place = bookmark
            self.table.regions.sortByColumn(section, order)
            self.table.regions.verticalScrollBar().setValue(place)

    def _open(self, number: int, section: int) -> None:
        dimension = self._model.dimension(section)
        indicator = ""
        if dimension is not None:
            indicator = next(self._dimensions[dimension].all_indicators()).id
        self.place_requested.emit(self._model.row(number).region.code, indicator)
