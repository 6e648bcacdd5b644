"""All regions beside each other: the judge's own scores only."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.own_figures import product_places
from smartcity_desktop.domain.own_sums import OwnSums
from smartcity_desktop.scoring.own_ranking import is_finished, rank_own_sheets
from ui.item_models.own_ranking_model import OwnRankingModel, table_rows
from ui.item_models.spread_model import SpreadModel
from ui.page import Page
from ui.theme import GAP_8, PAGE_MARGIN, START_WIDTH, TREE_HEIGHT
from ui.turns import Turns
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.own_table import OwnTable
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.own_ranking import OwnRanking
    from ui.context import Context
    from ui.item_models.own_ranking_model import TableRow
    from ui.jobs import Job
    from ui.judge.state import JudgeState

    Ranked = tuple[OwnRanking, tuple[TableRow, ...]]


class SideBySidePage(Page):
    """All regions beside each other: the judge's own scores only.

    Attributes:
        table: the regions, and the spread below them; None until they are ranked.
    """

    place_requested = Signal(str, str)
    """A region's code, and an indicator or nothing."""
    back_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page from the sheets as they are now; nothing on it changes them.

        The sheets are ranked apart from the window, and the table is made then.
        """
        super().__init__(context)
        self._state, self._facts = state, state.facts
        self.table: OwnTable | None = None
        self._bookmark: object = None
        say = context.words.say
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
                    count=self._count_finished(),
                )
            )
        )
        said.setMaximumWidth(context.theme.pixels(START_WIDTH))
        hint = say(
            message("Choose a cell to open the sheet at that dimension; choose a title to sort.")
        )
        self._place = QWidget()
        self._place.setMinimumHeight(context.theme.pixels(TREE_HEIGHT))
        self._whole = column(
            [head, said, label(hint, "quiet"), self._place], gap=GAP_8, margin=PAGE_MARGIN
        )
        self._whole.setStretch(3, 1)
        content = QWidget()
        content.setLayout(self._whole)
        self.setLayout(column([scrolled(content)], gap=0))
        self._turns = Turns(self)
        self._turns.take(self._ask())

    def take_focus(self) -> None:
        """Give the focus to the table; until it is there, to nothing that a key would press."""
        if self.table is not None:
            self.table.regions.setFocus()
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus()

    def bookmark(self) -> object:
        """Return the sorting and the row in sight."""
        if self.table is None:
            return self._bookmark
        header = self.table.regions.horizontalHeader()
        return (
            header.sortIndicatorSection(),
            header.sortIndicatorOrder(),
            self.table.regions.verticalScrollBar().value(),
        )

    def return_to(self, bookmark: object) -> None:
        """Sort and scroll as before, once the table is there."""
        self._bookmark = bookmark
        if self.table is not None and isinstance(bookmark, tuple):
            section, order, place = bookmark
            self.table.regions.sortByColumn(section, order)
            self.table.regions.verticalScrollBar().setValue(place)

    def _count_finished(self) -> int:
        sheets, ids = self._facts.sheets, self._state.ids
        there = (sheets.get(region.code) for region in self._facts.issue.regions)
        return sum(sheet is not None and is_finished(sheet, ids) for sheet in there)

    def _ask(self) -> Iterator[None]:
        """Let the lane rank the sheets, once the page is painted."""
        yield
        sheets = [self._state.sheet(region.code) for region in self._facts.issue.regions]
        instrument, ids = self._facts.instrument, self._state.ids

        def rank(_desk: Desk, _job: Job[object]) -> Ranked:
            ranking = rank_own_sheets(OwnSums(instrument), sheets, ids)
            return ranking, table_rows(self._facts, ranking)

        self._state.ask(rank, self._take, lambda _error: None)

    def _take(self, ranked: object) -> None:
        if isValid(self) and not self.isHidden():
            self._turns.take(self._make_table(*cast("Ranked", ranked)))

    def _make_table(self, ranking: OwnRanking, rows: Sequence[TableRow]) -> Iterator[None]:
        instrument, words = self._facts.instrument, self.context.words
        places = product_places(instrument)
        self._model = OwnRankingModel(words, instrument.dimensions, rows, places)
        table = OwnTable(self._model, SpreadModel(words, ranking, places))
        table.regions.setAccessibleName(words.say(message("Your scores of all regions")))
        table.spread.setAccessibleName(words.say(message("Spread of your finished sheets")))
        table.regions.setMinimumHeight(self.context.theme.pixels(TREE_HEIGHT))
        table.opened.connect(self._open)
        yield
        table.set_widths()
        yield
        table.hide()
        table.setParent(self._place)
        for part in table.findChildren(QWidget):
            part.ensurePolished()
        yield
        self._whole.replaceWidget(self._place, table)
        self._place.deleteLater()
        table.show()
        self.table = table
        self.return_to(self._bookmark)
        if self.hasFocus():
            self.take_focus()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _open(self, number: int, section: int) -> None:
        dimension = self._model.dimension(section)
        indicator = ""
        if dimension is not None:
            indicator = next(self._facts.instrument.dimensions[dimension].all_indicators()).id
        self.place_requested.emit(self._model.row(number).region.code, indicator)
