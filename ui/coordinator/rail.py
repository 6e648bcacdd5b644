"""The left rail: the eight steps with their state, the two pages apart, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.steps import NAMES, Progress, Step, find_steps, following
from ui.coordinator.places import Place
from ui.theme import GAP_4, GAP_8, GAP_12, RAIL_WIDTH
from ui.widgets.buttons import make_room_for_strong
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QHBoxLayout

    from smartcity_desktop.secretariat.steps import StepLine
    from ui.context import Context
    from ui.coordinator.places import Somewhere
    from ui.coordinator.state import OfficeState

SHAPES = {
    Progress.DONE: MarkShape.FINISHED,
    Progress.PARTLY: MarkShape.PARTLY,
    Progress.OPEN: MarkShape.EMPTY,
    Progress.WAITING: MarkShape.DOUBT,
}
WORDS = {
    Progress.DONE: message("done"),
    Progress.PARTLY: message("partly done"),
    Progress.OPEN: message("open"),
    Progress.WAITING: message("waits for a decision"),
}
APART = {
    Place.CHECKING: message("Check a document"),
    Place.AUDIT: message("Audit log"),
}


class Rail(QFrame):
    """Shows where everything stands; a click goes there.

    Attributes:
        buttons: of the steps and the pages apart.
    """

    place_requested = Signal(object)
    """A Step or a Place."""

    def __init__(self, context: Context, state: OfficeState, here: Somewhere) -> None:
        """Show the state of an assessment.

        Args:
            context: words and theme.
            state: the open assessment.
            here: the page that stands beside the rail at first.
        """
        super().__init__()
        self._context, self._state, self._here = context, state, here
        self.setObjectName("column")
        self.buttons: dict[Somewhere, QPushButton] = {}
        self._marks: dict[Step, StateMark] = {}
        self._notes: dict[Step, QLabel] = {}
        lines = column(gap=GAP_4, margin=GAP_8)
        for line in find_steps(state.facts):
            lines.addLayout(self._line(line))
        lines.addSpacing(GAP_12)
        for place, words in APART.items():
            lines.addWidget(self._button(place, context.words.say(words)))
        lines.addStretch(1)
        self._next = label("", "quiet")
        lines.addWidget(self._next)
        inner = QWidget()
        inner.setLayout(lines)
        self.setLayout(column([scrolled(inner)], gap=0))
        self._inner = inner
        self.setAccessibleName(context.words.say(message("Steps")))
        self.refresh()
        state.facts_changed.connect(self.refresh)

    def show_here(self, place: Somewhere) -> None:
        """Show which page stands beside the rail now."""
        self._here = place
        for each, made in self.buttons.items():
            made.setChecked(each is place)

    def refresh(self) -> None:
        """Show the state as it is now."""
        facts, say = self._state.facts, self._context.words.say
        lines = find_steps(facts)
        for line in lines:
            self._show(line)
        self._next.setText(say(message("Next: {step}", step=say(NAMES[following(lines)]))))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Find the width once the letters have their size."""
        super().showEvent(event)
        make_room_for_strong(self.buttons.values())
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the longest line needs, in any language."""
        layout = self._inner.layout()
        if layout is not None:
            # Lines in it have not heard yet of buttons that need more room.
            layout.activate()
        needs = self._inner.minimumSizeHint().width() + GAP_12
        self.setFixedWidth(max(needs, self._context.theme.pixels(RAIL_WIDTH)))

    def _line(self, line: StepLine) -> QHBoxLayout:
        say = self._context.words.say
        mark = StateMark(self._context.theme, SHAPES[line.progress], say(WORDS[line.progress]))
        note = label("", "quiet", wraps=False)
        self._marks[line.step], self._notes[line.step] = mark, note
        layout = row([mark, self._button(line.step, say(NAMES[line.step])), note], gap=GAP_8)
        layout.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        return layout

    def _button(self, place: Somewhere, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName("rail")
        made.setCheckable(True)
        made.setChecked(place is self._here)
        made.setAutoDefault(False)
        made.setAccessibleName(text)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _checked: self._go(place))
        self.buttons[place] = made
        return made

    def _go(self, place: Somewhere) -> None:
        self.buttons[place].setChecked(place is self._here)
        if place is not self._here:
            self.place_requested.emit(place)

    def _show(self, line: StepLine) -> None:
        say = self._context.words.say
        word = say(WORDS[line.progress])
        note = say(line.note) if line.note is not None else ""
        self._marks[line.step].show_state(SHAPES[line.progress], word)
        self._notes[line.step].setText(note)
        parts = (say(NAMES[line.step]), word, note)
        self.buttons[line.step].setAccessibleName(", ".join(part for part in parts if part))
