"""The checklist: every point with its mark, and the way to where it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.checklist import find_points
from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.theme import GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from smartcity_desktop.secretariat.checklist import Point
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context


class ChecklistCard(QFrame):
    """What a declaration waits for."""

    place_requested = Signal(object)
    """A Step."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__()
        self._context = context
        self.setObjectName("card")
        self._lines = column(gap=GAP_8, margin=GAP_12)
        self.setLayout(self._lines)
        self.setAccessibleName(context.words.say(message("Checklist")))

    def show_facts(self, facts: OfficeFacts) -> None:
        """Show every point as it stands now."""
        clear_layout(self._lines)
        for point in find_points(facts):
            self._lines.addLayout(self._line(point))

    def _line(self, point: Point) -> QHBoxLayout:
        say, theme = self._context.words.say, self._context.theme
        word = message("settled") if point.settled else message("open")
        shape = MarkShape.FINISHED if point.settled else MarkShape.DOUBT
        line = row([StateMark(theme, shape, say(word)), label(say(point.what))], gap=GAP_8)
        line.setStretch(1, 1)
        if not point.settled and point.step is not Step.DECLARATION:
            text = say(message("Go to {step}", step=NAMES[point.step]))
            line.addWidget(button(text, lambda: self.place_requested.emit(point.step), "link"))
        return line
