"""The automatic backups of the open file; one can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.domain.message import message
from ui.dialogs.dialog import Dialog
from ui.widgets.backup_list import BackupList
from ui.widgets.buttons import button
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.workplace.backups import Backup
    from ui.context import Context


class BackupsDialog(Dialog):
    """Lists them, newest first."""

    chosen = Signal(object)
    """A Backup, after the person has confirmed."""

    def __init__(self, parent: QWidget, context: Context, backups: Sequence[Backup]) -> None:
        """Show the list."""
        super().__init__(parent, context, message("Automatic backups"))
        close = button(self.say(message("Close")), self.reject)
        if not backups:
            nothing = message(
                "There is none yet. One is made when a file is opened, and every half hour in "
                "which something changed."
            )
            self.fill([label(self.say(nothing))], [close])
            return
        text = message(
            "Made on this laptop when the file was opened and every half hour in which something "
            "changed. Putting one back replaces the open file; the replaced one is kept beside it."
        )
        made = BackupList(context.words, backups)
        made.chosen.connect(self._confirm)
        self.fill([label(self.say(text)), made], [close])
        made.findChildren(QPushButton)[0].setFocus()

    def _confirm(self, backup: Backup) -> None:
        when = self.context.words.moment(backup.at, seconds=True)
        text = message(
            "Everything entered after {when} will not be in the file any more. The replaced file "
            "is kept beside it, under another name, so nothing is destroyed.",
            when=when,
        )
        put_back = button(
            self.say(message("Put back {when}", when=when)), lambda: self._choose(backup), "primary"
        )
        cancel = button(self.say(message("Cancel")), self.reject)
        self.fill([label(self.say(text))], [cancel, put_back])
        cancel.setFocus()

    def _choose(self, backup: Backup) -> None:
        self.accept()
        self.chosen.emit(backup)
