"""Above the rows: which region this is, how far the judge has come, and the sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.scoring.sealed_state import SealedState, sealed_state
from smartcity_desktop.scoring.sheet_lines import count_done
from ui.theme import GAP_4, GAP_8, GAP_12, GAP_16
from ui.widgets.buttons import button, toggle
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QPushButton

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.sheet_acts import SheetActs


class SheetHead(QWidget):
    """Name, code and province, progress, and a line that jumps to the sections.

    Attributes:
        regions, figures: shown where the columns beside the sheet are drawers; the page's.
    """

    dimension_chosen = Signal(str)
    remark_chosen = Signal()
    grid_toggled = Signal(bool)

    def __init__(self, context: Context, acts: SheetActs) -> None:
        """Make the head without a region."""
        super().__init__()
        self._words, self._acts = context.words, acts
        say = self._words.say
        self.name = label("", "title")
        self.progress = label("", "strong", wraps=False)
        self.place = label("", "quiet", wraps=False)
        self.seal_mark = StateMark(context.theme, MarkShape.SEALED, say(message("Sealed")))
        self.seal = label("", "quiet")
        self.doubt = toggle(
            say(message("Look again")), lambda on: acts.doubt(REGION_NOTE, doubtful=on), "link"
        )
        self.doubt_mark = StateMark(context.theme, MarkShape.DOUBT, say(message("Look again")))
        self.remark = button(say(message("Region remark")), self.remark_chosen.emit, "link")
        self.grid = toggle(say(message("Compact sheet")), self.grid_toggled.emit)
        instrument = acts.state.facts.instrument
        self._ids = {d.id: tuple(i.id for i in d.all_indicators()) for d in instrument.dimensions}
        self._names = {d.id: self._words.text(d.name) for d in instrument.dimensions}
        self.tabs = {name: self._tab(name) for name in self._ids}
        self.tab_line = flow(self.tabs.values(), gap=0)
        self.regions = toggle(say(message("Regions")), lambda _: None, "")
        self.figures = toggle(say(message("Your figures")), lambda _: None, "")
        for drawer in (self.regions, self.figures):
            drawer.hide()
        first = row([self.regions, self.name, self.progress], gap=GAP_16)
        first.setStretch(1, 1)
        acting = [self.doubt_mark, self.doubt, self.remark, self.grid, self.figures]
        second = row([self.place, flow(acting, gap=GAP_8)], gap=GAP_8)
        second.setStretch(0, 1)
        third = row([self.seal_mark, self.seal], gap=GAP_8)
        third.setStretch(1, 1)
        whole = column([first, second, third, self.tab_line], gap=GAP_4)
        whole.setContentsMargins(GAP_16, GAP_12, GAP_16, 0)
        self.setLayout(whole)

    def show_region(self, lines: Mapping[str, SheetLine] | None) -> None:
        """Show the region; without lines where there is nothing to score on it."""
        region = self._acts.state.region(self._acts.code)
        self.name.setText(region.name)
        self.place.setText(" · ".join(part for part in (region.code, region.province) if part))
        self.doubt.setChecked(self._acts.is_doubtful(REGION_NOTE))
        self.doubt_mark.setVisible(self.doubt.isChecked())
        for part in (self.progress, self.tab_line, self.remark, self.grid):
            part.setVisible(lines is not None)
        self._show_seal()
        if lines is None:
            return
        done = count_done(lines, self._acts.state.ids)
        told = message("{done} of {total} scored", done=done, total=len(self._acts.state.ids))
        self.progress.setText(self._words.say(told))
        for name, ids in self._ids.items():
            words = f"{self._names[name]} {count_done(lines, ids)}/{len(ids)}"
            if self.tabs[name].text() != words.replace("&", "&&"):
                self.tabs[name].setText(words.replace("&", "&&"))
                self.tabs[name].setAccessibleName(words)

    def show_dimension(self, dimension: str) -> None:
        """Mark the section that is in sight."""
        for name, tab in self.tabs.items():
            if tab.isChecked() is not (name == dimension):
                tab.setChecked(name == dimension)

    def _tab(self, dimension: str) -> QPushButton:
        return toggle("", lambda _: self._choose(dimension), "section-tab")

    def _choose(self, dimension: str) -> None:
        self.show_dimension(dimension)
        self.dimension_chosen.emit(dimension)

    def _show_seal(self) -> None:
        facts = self._acts.state.facts
        state = sealed_state(facts.seals, self._acts.sheet(), self._acts.state.ids)
        told = {
            SealedState.NEVER: None,
            SealedState.SEALED: message(
                "Sealed (seal {number}). If you change it, the next seal asks for a reason.",
                number=len(facts.seals),
            ),
            SealedState.CHANGED: message(
                "Changed since seal {number}. The next seal asks for a reason.",
                number=len(facts.seals),
            ),
        }[state]
        for part in (self.seal_mark, self.seal):
            part.setVisible(told is not None)
        if told is not None:
            self._say_seal(state, told)

    def _say_seal(self, state: SealedState, told: Message) -> None:
        shape = MarkShape.SEALED if state is SealedState.SEALED else MarkShape.PARTLY
        self.seal.setText(self._words.say(told))
        self.seal_mark.show_state(shape, self.seal.text())
