"""Results: the ranking, one region, a comparison, the plenary screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.ranking import RankRow, rank_rows
from smartcity_desktop.secretariat.region_view import find_axes, read_region
from smartcity_desktop.secretariat.steps import NAMES, Step
from smartcity_desktop.secretariat.topics import region_words
from ui.coordinator.results.comparison_dialog import FEWEST, MOST, ComparisonDialog
from ui.coordinator.results.data_export import DataExport
from ui.coordinator.results.filters import Filters
from ui.coordinator.results.plenary_screen import RELEASES, PlenaryScreen, Release
from ui.coordinator.results.ranking_table import RankingTable
from ui.coordinator.results.region_pane import RegionPane
from ui.coordinator.step_page import StepPage
from ui.item_models.ranking_model import RankingModel
from ui.theme import (
    DRAWERS_BELOW,
    GAP_4,
    GAP_8,
    GAP_12,
    PAGE_MARGIN,
    RANKING_NARROWEST,
    REGION_PANE,
    REGION_PANE_NARROWEST,
    TREE_HEIGHT,
    UNLIMITED,
)
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.fold import Fold
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from fractions import Fraction

    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.secretariat.region_view import RegionView
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class ResultsPage(StepPage):
    """The ranking at the left, the chosen region at the right.

    Attributes:
        table: the ranking. filters: above it. pane: the chosen region.
        compared: codes of the regions put into the comparison. second_screen: the second window.
        data: saves what stands into a folder.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, NAMES[Step.RESULTS])
        say = context.words.say
        self._rows: tuple[RankRow, ...] = ()
        self.compared: list[str] = []
        self.second_screen: PlenaryScreen | None = None
        self.stand = label("", "strong")
        self.filters = Filters(context, state.facts)
        self.filters.changed.connect(self._filter)
        self.count = label("", "quiet", wraps=False)
        self._place = column(gap=0)
        self.table: RankingTable | None = None
        self.pane = RegionPane(context, state, state.facts.instrument)
        self.pane.closed.connect(self._pane_closed)
        self.pane.compared.connect(self._put_beside)
        self.pane.merging_requested.connect(lambda: self.go(Step.MERGING))
        self._halves = row([self._place, self.pane], gap=GAP_12)
        self.comparison = button("", self._compare)
        self.forget = button(say(message("Empty the comparison")), self._forget, "link")
        self.released = Choice(
            say(message("What the plenary screen shows")), [say(each) for each in RELEASES.values()]
        )
        self.show_screen = button(say(message("Show on the plenary screen")), self._release)
        self.data = DataExport(self, context, state)
        self._unranked = QWidget()
        self._unranked_lines = column(gap=GAP_8)
        self._unranked.setLayout(self._unranked_lines)
        listed = scrolled(self._unranked)
        listed.setMaximumHeight(context.theme.pixels(TREE_HEIGHT))
        listed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.fold = Fold(say(message("Regions without a rank")), listed)
        above = row([self.stand, self.count], gap=GAP_12)
        above.setStretch(0, 1)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(above)
        self.body.addWidget(self.filters)
        self.body.addLayout(self._halves, 1)
        self.body.addWidget(flow([self.comparison, self.forget, self.released, self.show_screen,
                                  self.data.save], gap=GAP_8))  # fmt: skip
        self.body.addWidget(self.data.progress)
        self.body.addWidget(self.fold)
        self.refresh()

    def refresh(self) -> None:
        """Show the results as they are now."""
        facts = self.state.facts
        self.state.ask(lambda _office, _: rank_rows(facts), self._show_rows, self._fail, owner=self)
        self._show_unranked()

    def _show_rows(self, rows: tuple[RankRow, ...]) -> None:
        self._rows = rows
        self._show_stand()
        self._show_table()
        self._show_comparison()
        self.data.save.setEnabled(bool(rows))
        if self.pane.view is not None:
            self._open(self.pane.view.region.code)
        if self.second_screen is not None:
            self._release()

    def leave(self) -> None:
        """Close the second window together with the page."""
        if self.second_screen is not None:
            self.second_screen.close()

    def _show_stand(self) -> None:
        say, facts = self.context.words.say, self.state.facts
        if facts.standing is not None:
            said = message("Declared, declaration {number}.", number=facts.standing.number)
        elif not self._rows:
            said = message("Nothing is ranked yet. Results appear once panel files are merged.")
        else:
            said = message("Provisional: these results are not declared and can still change.")
        self.stand.setText(say(said))
        change_kind(self.stand, "strong" if facts.standing else "attention")

    def _show_table(self) -> None:
        facts = self.state.facts
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        model = RankingModel(self.context.words, facts.instrument, self._rows)
        name = self.context.words.say(message("Ranking"))
        self.table = RankingTable(self.context, name, model, self._ends())
        model.setParent(self.table)
        self.table.entered.connect(self._open_row)
        self.table.clicked.connect(lambda place: self._open_row(place.row()))
        # In the smallest window it gives way to what is said below it.
        self.table.setMinimumHeight(1)
        self._place.addWidget(self.table)
        self._arrange()
        self.setFocusProxy(self.table)
        self._filter()

    def _ends(self) -> tuple[Fraction, Fraction]:
        totals = [total for ranked in self._rows for total in ranked.totals]
        from fractions import Fraction

        return (min(totals), max(totals)) if totals else (Fraction(0), Fraction(0))

    def _show_unranked(self) -> None:
        say, facts = self.context.words.say, self.state.facts
        while (item := self._unranked_lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for region in facts.reckoning.results.not_ranked:
            reasons = " ".join(say(reason) for reason in region.reasons)
            self._unranked_lines.addWidget(label(f"{region_words(region.code, facts)}: {reasons}"))
        self.fold.setVisible(bool(facts.reckoning.results.not_ranked))

    def _filter(self) -> None:
        if self.table is None:
            return
        self.table.ranking.keep(self.filters.keep)
        said = message(
            "{shown} of {count} ranked regions", shown=self.table.ranking.regions,
            count=len(self._rows),
        )  # fmt: skip
        self.count.setText(self.context.words.say(said))

    def _open_row(self, number: int) -> None:
        if self.table is not None and 0 <= number < len(self.table.ranking.rows):
            chosen = self.table.ranking.rows[number]
            if isinstance(chosen, RankRow):
                self._open(chosen.region.code)

    def _open(self, code: str) -> None:
        facts = self.state.facts
        self.state.ask(
            lambda office, _: read_region(office, facts, code),
            self._show_region,
            self._fail,
            owner=self,
        )

    def _show_region(self, view: RegionView) -> None:
        self.pane.show_region(view)
        self._arrange()
        if self.table is not None:
            self.table.show_dimensions(shown=False)

    def _fail(self, error: ExpectedError) -> None:
        self.count.setWordWrap(True)
        self.count.setText(self.context.words.problems(error.problems))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ranking beside the region only where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.context.theme.pixels(REGION_PANE)
        rest = self.width() - width
        alone = rest < RANKING_NARROWEST
        self.body.setSpacing(GAP_4 if self.window().width() < DRAWERS_BELOW else GAP_8)
        if self.table is not None and not alone:
            needed = self.table.least_width() + 2 * PAGE_MARGIN + GAP_12
            narrowest = self.context.theme.pixels(REGION_PANE_NARROWEST)
            least = min(width, max(narrowest, self.pane.least_width()))
            width = max(least, min(width, self.width() - needed))
        self.pane.setMinimumWidth(0 if alone else width)
        self.pane.setMaximumWidth(UNLIMITED if alone else width)
        both = self.pane.view is None or not alone
        self._halves.setStretch(0, int(both))
        self._halves.setStretch(1, int(not both))
        if self.table is not None:
            self.table.setVisible(both)

    def _pane_closed(self) -> None:
        self._arrange()
        if self.table is not None:
            self.table.show_dimensions(shown=True)
            self.table.setFocus()

    def _put_beside(self, code: str) -> None:
        if code not in self.compared and len(self.compared) < MOST:
            self.compared.append(code)
        self._show_comparison()

    def _forget(self) -> None:
        self.compared = []
        self._show_comparison()

    def _show_comparison(self) -> None:
        known = {ranked.region.code for ranked in self._rows}
        self.compared = [code for code in self.compared if code in known]
        text = self.context.words.say(
            message("Compare ({count} of at most {most}) ...", count=len(self.compared), most=MOST)
        )
        self.comparison.setText(text)
        self.comparison.setAccessibleName(text)
        self.comparison.setEnabled(len(self.compared) >= FEWEST)
        self.forget.setVisible(bool(self.compared))

    def _compare(self) -> None:
        facts = self.state.facts
        by_code = {ranked.region.code: ranked for ranked in self._rows}
        chosen = [(by_code[code], find_axes(facts, code)) for code in self.compared]
        ComparisonDialog(self, self.context, facts.instrument, chosen).open()

    def _release(self) -> None:
        if self.second_screen is None:
            self.second_screen = PlenaryScreen(self.context)
            self.second_screen.closed.connect(self._screen_closed)
            self.second_screen.open()
        kind = list(Release)[self.released.currentIndex()]
        code = self.pane.view.region.code if self.pane.view else ""
        self.second_screen.release(self.state.facts, kind, self._rows, code)

    def _screen_closed(self) -> None:
        if self.second_screen is not None:
            self.second_screen.deleteLater()
            self.second_screen = None
