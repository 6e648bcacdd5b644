"""A new assessment: one question at a time, everything saved at once, resumed at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.parts import FaultKind, Part
from ui.coordinator.founding.forms import FORMS
from ui.coordinator.founding.part_rail import PartRail
from ui.coordinator.founding.problem_box import ProblemBox
from ui.page import Page
from ui.theme import FORM_WIDTH, GAP_8, GAP_12, GAP_16, PAGE_MARGIN
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row, scrolled
from ui.widgets.texts import label
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QScrollArea

    from ui.context import Context
    from ui.coordinator.founding.part_form import PartForm
    from ui.coordinator.founding.state import FoundingState

PARTS = tuple(Part)


class FoundingPage(Page):
    """The rail at the left, one part beside it, and the way to the next below.

    Attributes:
        rail: the steps. form: the part on the page. wrong: what is to be corrected in it.
    """

    made = Signal(object)
    """Path of the new assessment file."""

    def __init__(self, context: Context, state: FoundingState, part: Part = Part.NAME) -> None:
        """Show a part of a draft."""
        super().__init__(context)
        self._state = state
        say = context.words.say
        self.rail = PartRail(context, state)
        self.rail.part_requested.connect(self.go)
        self.wrong = ProblemBox(context)
        self._place = column(gap=GAP_12)
        self._scroll: QScrollArea | None = None
        self.form: PartForm | None = None
        self.back = button(say(message("Back")), lambda: self._step(-1))
        self.next = button(say(message("Next")), lambda: self._step(+1), "primary")
        self._lack = label("", "quiet")
        self._low = self._foot()
        beside = column([self._place, self._low], gap=0)
        beside.setStretch(0, 1)
        content = QWidget()
        content.setLayout(beside)
        whole = row([self.rail, content], gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setAccessibleName(say(message("New assessment")))
        self.part = part
        self.go(part)
        state.reading_changed.connect(self.refresh)

    def go(self, part: Part) -> None:
        """Show another part."""
        self.leave()
        self.part = part
        if self._scroll is not None:
            self._place.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self.form = FORMS[part](self.context, self._state)
        self.form.made.connect(self.made)
        self.form.lacks_changed.connect(self.refresh)
        lines = column([self.form] if self.form.grows else [self.form, None], gap=GAP_16)
        lines.setContentsMargins(PAGE_MARGIN, GAP_16, PAGE_MARGIN, GAP_16)
        width = self.context.theme.pixels(FORM_WIDTH)
        self._scroll = scrolled(centred(lines, width))
        self._place.addWidget(self._scroll)
        self._scroll.show()
        # Screen readers meet the parts in the order in which they were added.
        self._low.raise_()
        self.rail.show_part(part)
        self.back.setEnabled(part is not PARTS[0])
        self.next.setVisible(part is not PARTS[-1])
        self.refresh()
        self.form.take_focus()

    def refresh(self) -> None:
        """Show what the draft came to."""
        if self.form is None:
            return
        faults = self._state.reading.faults[self.part]
        wrong = [fault.problem for fault in faults if fault.kind is FaultKind.WRONG]
        lacking = [fault.problem.what for fault in faults if fault.kind is FaultKind.MISSING]
        lacking += self.form.further_lacks()
        if wrong:
            self.wrong.show_problems(message("To be corrected here:"), wrong, low=True)
        else:
            self.wrong.show_nothing()
        self._lack.setText(self._about(len(wrong), "; ".join(map(self.context.words.say, lacking))))
        self.form.refresh()

    def take_focus(self) -> None:
        """Begin with the first field."""
        if self.form is not None:
            self.form.take_focus()

    def leave(self) -> None:
        """Take what is typed in a cell that is still open."""
        for table in self.findChildren(TypedTable):
            table.finish()

    def bookmark(self) -> object:
        """Return the part, and what is typed in it that no draft holds."""
        return self.part, None if self.form is None else self.form.mark()

    def return_to(self, bookmark: object) -> None:
        """Go on with the same part."""
        if isinstance(bookmark, tuple) and self.form is not None:
            part, mark = bookmark
            if part is not self.part:
                self.go(part)
            self.form.return_to(mark)

    def _about(self, wrong: int, lacking: str) -> str:
        say = self.context.words.say
        if lacking:
            return say(message("Still needed: {what}.", what=lacking))
        if wrong:
            return say(message("Places to be corrected: {count}.", count=wrong))
        return say(message("This part is complete."))

    def _step(self, step: int) -> None:
        self.go(PARTS[PARTS.index(self.part) + step])

    def _foot(self) -> QFrame:
        line = row([self._lack, self.back, self.next], gap=GAP_16)
        line.setStretch(0, 1)
        return card(column([self.wrong, line], gap=GAP_8), "header", margin=GAP_12)
