"""How regions come to judges: all to all, by panel, spread evenly, or by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.dividing import deal_to_panels, panels_of
from smartcity_desktop.founding.draft import Division
from smartcity_desktop.founding.lists import assignment_rows
from ui.coordinator.founding.fields import LineField, radio
from ui.item_models.typed_rows_model import TypedRowsModel
from ui.theme import GAP_4, GAP_8, LIST_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.texts import label
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QRadioButton

    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

ANSWERS = {
    Division.ALL: (
        message("Everybody scores all regions"),
        message("Fair to compare; the most work for each judge."),
    ),
    Division.PANELS: (
        message("Sub-panels"),
        message(
            "The judges of a panel score the regions of the panel. Regions are dealt to the panels "
            "in turn, unless you name a region's panel below."
        ),
    ),
    Division.SPREAD: (
        message("Balanced spread"),
        message(
            "So many judges for every region. Loads differ by at most one where conflicts of "
            "interest allow it; judges meet in changing company, so that regions stay comparable."
        ),
    ),
    Division.BY_HAND: (
        message("By hand or from a list"),
        message(
            "In the table below, or imported; a list may also say day, session, room and start."
        ),
    ),
}


class DivisionPart(QWidget):
    """Four answers, and what two of them need to know.

    Attributes:
        answers: by division. least: judges a region in a spread.
    """

    import_requested = Signal()

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was chosen."""
        super().__init__()
        self._context, self._state = context, state
        say = context.words.say
        self.answers: dict[Division, QRadioButton] = {}
        self.least = LineField(
            say(message("Judges for every region, at least")),
            state.draft.least,
            lambda text: state.change(least=text),
        )
        self._panels = TypedRowsModel(
            context.theme,
            [say(message("Code")), say(message("Panel")), say(message("Region"))],
        )
        self._panels.edited.connect(self._take_panels)
        name = say(message("Panels of the regions"))
        self.panels = TypedTable(context.theme, name, self._panels, shares={2: 1})
        self.panels.setMinimumHeight(context.theme.pixels(LIST_HEIGHT))
        import_list = button(
            say(message("Import assignments (CSV or XLSX)")), self.import_requested.emit
        )
        self._import = QWidget()
        self._import.setLayout(row([import_list, None]))
        beside = {
            Division.SPREAD: self.least,
            Division.PANELS: self.panels,
            Division.BY_HAND: self._import,
        }
        lines = column(gap=GAP_4)
        for division, (answer, meaning) in ANSWERS.items():
            chosen = radio(
                say(answer),
                partial(self.choose, division),
                on=division is state.draft.division,
            )
            self.answers[division] = chosen
            lines.addWidget(chosen)
            lines.addWidget(label(say(meaning), "quiet"))
            if division in beside:
                lines.addWidget(beside[division])
            lines.addSpacing(GAP_8)
        self.setLayout(lines)
        self.refresh()

    def choose(self, division: Division) -> None:
        """Take an answer; by hand one begins with what was there before."""
        reading, draft = self._state.reading, self._state.draft
        rows = draft.assignments
        if division is Division.BY_HAND and not rows:
            rows = assignment_rows(reading.assignments or ())
        self._state.change(division=division, assignments=rows)
        self.refresh()

    def refresh(self) -> None:
        """Show what the chosen division needs to know."""
        draft, reading = self._state.draft, self._state.reading
        for division, answer in self.answers.items():
            answer.setChecked(division is draft.division)
        self.least.setVisible(draft.division is Division.SPREAD)
        self.panels.setVisible(draft.division is Division.PANELS)
        self._import.setVisible(draft.division is Division.BY_HAND)
        regions = reading.regions or ()
        panels = panels_of(reading.judges or ())
        dealt = deal_to_panels(regions, panels, draft.region_panels)
        self._panels.show_rows(
            tuple((region.code, dealt.get(region.code, ""), region.name) for region in regions)
        )

    def _take_panels(self, rows: tuple[tuple[str, ...], ...]) -> None:
        codes = {region.code for region in self._state.reading.regions or ()}
        named = tuple((line[0], line[1].strip()) for line in rows if line[0] in codes)
        self._state.change(region_panels=named)
