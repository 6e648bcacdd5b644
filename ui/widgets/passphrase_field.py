"""A field for a passphrase: hidden letters, shown on demand, and what to do if forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.texts import label
from ui.widgets.tick import TickBox

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from ui.words import Words


def secret_edit(name: str) -> QLineEdit:
    """Return a line edit that hides what is typed; reports of faults leave it out."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    made.setProperty("secret", True)  # noqa: FBT003 - Qt's way to name a property
    hints = Qt.InputMethodHint
    made.setInputMethodHints(
        hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
    )
    return made


def show_letters_box(words: Words, *edits: QLineEdit) -> TickBox:
    """Return a box that shows and hides what is typed in these."""
    box = TickBox(words.say(message("Show the letters")))

    def show(on: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for edit in edits:
            edit.setEchoMode(mode)

    box.toggled.connect(show)
    return box


class PassphraseField(QWidget):
    """Asks for the passphrase of the judge's key.

    Attributes:
        edit: what is typed.
    """

    entered = Signal()
    """Enter was pressed."""
    forgotten = Signal()
    """The person asks what to do without it."""

    def __init__(self, words: Words, name: Message) -> None:
        """Make an empty field."""
        super().__init__()
        text = words.say(name)
        self.edit = secret_edit(text)
        self.edit.returnPressed.connect(self.entered)
        forgotten = button(words.say(message("Forgotten passphrase")), self.forgotten.emit, "link")
        title = label(text, "strong")
        title.setBuddy(self.edit)
        below = row([show_letters_box(words, self.edit), forgotten, None], gap=GAP_8)
        self.setLayout(column([title, self.edit, below], gap=GAP_4))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()
