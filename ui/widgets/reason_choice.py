"""A reason: one of a short list, or one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.wording import LONGEST_REASON
from ui.theme import GAP_4
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from smartcity_desktop.domain.message import Message
    from ui.words import Words


class ReasonChoice(QWidget):
    """Radio buttons, and a field for another reason."""

    changed = Signal()

    def __init__(self, words: Words, reasons: Sequence[Message]) -> None:
        """Offer the reasons; none is chosen."""
        super().__init__()
        say = words.say
        self._group = QButtonGroup(self)
        self.offers = [QRadioButton(say(reason).replace("&", "&&")) for reason in reasons]
        self.other = QRadioButton(say(message("Another reason")))
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_REASON)
        self.field.setAccessibleName(say(message("Reason in your own words")))
        self.field.setPlaceholderText(say(message("Reason in your own words")))
        self.field.installEventFilter(self)
        title = label(say(message("Reason")), "strong")
        for each in (*self.offers, self.other):
            self._group.addButton(each)
            each.toggled.connect(self.changed)
        self.other.toggled.connect(self._go_to_field)
        self.field.textEdited.connect(self._choose_other)
        self.setLayout(column([title, *self.offers, self.other, self.field], gap=GAP_4))

    def reason(self) -> str:
        """Return the reason in the words of the screen; empty while there is none."""
        for each in self.offers:
            if each.isChecked():
                return each.text().replace("&&", "&")
        return self.field.text().strip() if self.other.isChecked() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter in the field go on to the next control instead of answering the question."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def _go_to_field(self, is_on: bool) -> None:  # noqa: FBT001 - Qt calls it
        if is_on:
            self.field.setFocus()

    def _choose_other(self) -> None:
        self.other.setChecked(True)
        self.changed.emit()
