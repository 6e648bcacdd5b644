"""Says that the program has failed: what is safe, and where the report lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from smartcity_desktop.domain.message import message
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import button
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context


class FaultDialog(Dialog):
    """No traceback on the screen; it is in the report."""

    def __init__(self, parent: QWidget, context: Context, said: Message) -> None:
        """Show the sentence that the report was made with."""
        super().__init__(parent, context, message("The program has failed"))
        safe = message(
            "Scores that the header called saved are on the disk. Close the program and open it "
            "again; it goes on where it was."
        )
        text = label(self.say(said))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        clipboard = QGuiApplication.clipboard()
        copy = button(self.say(message("Copy")), lambda: clipboard.setText(text.text()))
        close = button(self.say(message("Close")), self.accept, "primary")
        self.fill([Notice(self.say(safe)), text], [copy, close])
        close.setFocus()
