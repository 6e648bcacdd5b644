"""The steps of a new assessment at the left, each with its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.parts import NAMES, FaultKind, Part
from ui.theme import FORM_RAIL, GAP_4, GAP_8
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.reading import Reading
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

COMPLETE = (MarkShape.FINISHED, message("complete"))
MISSING = (MarkShape.EMPTY, message("something is missing"))
WRONG = (MarkShape.DOUBT, message("something is to be corrected"))


def standing(reading: Reading, part: Part) -> tuple[MarkShape, Message]:
    """Return the mark and the word for the state of a part."""
    faults = reading.faults[part]
    if any(fault.kind is FaultKind.WRONG for fault in faults):
        return WRONG
    return MISSING if faults else COMPLETE


class PartRail(QFrame):
    """Shows how far every part is; a click goes there.

    Attributes:
        buttons: of the parts.
    """

    part_requested = Signal(object)
    """A Part."""

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show the state of a draft."""
        super().__init__()
        self._context, self._state = context, state
        self.setObjectName("column")
        self.setFixedWidth(context.theme.pixels(FORM_RAIL))
        self.buttons: dict[Part, QPushButton] = {}
        self._marks: dict[Part, StateMark] = {}
        lines = column(gap=GAP_4, margin=GAP_8)
        for number, part in enumerate(Part, start=1):
            mark = StateMark(context.theme, MarkShape.EMPTY, "")
            self._marks[part] = mark
            line = row([mark, self._button(number, part)], gap=GAP_8)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
            lines.addLayout(line)
        lines.addStretch(1)
        lines.addWidget(
            label(
                context.words.say(
                    message(
                        "Everything you type is saved at once. You can close this window and go "
                        "on later from the start page."
                    )
                ),
                "quiet",
            )
        )
        inner = QWidget()
        inner.setLayout(lines)
        self.setLayout(column([scrolled(inner)], gap=0))
        self.setAccessibleName(context.words.say(message("Steps")))
        self.refresh()
        state.reading_changed.connect(self.refresh)

    def show_part(self, part: Part) -> None:
        """Mark the part on the page."""
        for each, made in self.buttons.items():
            made.setChecked(each is part)

    def refresh(self) -> None:
        """Show the state as it is now."""
        for part in Part:
            shape, word = standing(self._state.reading, part)
            said = self._context.words.say(word)
            self._marks[part].show_state(shape, said)
            self.buttons[part].setAccessibleName(f"{self.buttons[part].text()}, {said}")

    def _button(self, number: int, part: Part) -> QPushButton:
        made = QPushButton(f"{number}. {self._context.words.say(NAMES[part])}".replace("&", "&&"))
        made.setObjectName("rail")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _on: self._go(part))
        self.buttons[part] = made
        return made

    def _go(self, part: Part) -> None:
        self.part_requested.emit(part)
