"""Automatic backups, newest first, each with the button that puts it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from smartcity_desktop.domain.message import message
from ui.theme import GAP_4, GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import card, column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.workplace.backups import Backup
    from ui.words import Words


class BackupList(QFrame):
    """Shows when each backup was made and how far the file had come."""

    chosen = Signal(object)
    """A Backup."""

    def __init__(self, words: Words, backups: Sequence[Backup]) -> None:
        """List them."""
        super().__init__()
        lines = column(gap=GAP_4)
        for number, backup in enumerate(backups, 1):
            when = words.moment(backup.at, seconds=True)
            restore = button(
                words.say(message("Put this one back")),
                partial(self.chosen.emit, backup),
            )
            named = message("Put back number {number}, {when}", number=number, when=when)
            restore.setAccessibleName(words.say(named))
            far = message("Changes so far: {count}", count=backup.changes)
            text = column([label(when, "strong"), label(words.say(far), "quiet")], gap=0)
            line = row([restore], gap=GAP_12)
            line.insertLayout(0, text, 1)
            lines.addWidget(card(line))
        lines.addStretch(1)
        self.setLayout(lines)
