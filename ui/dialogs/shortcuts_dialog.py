"""Every key that the sheet knows, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from smartcity_desktop.domain.message import message
from ui.dialogs.fitted import FittedDialog
from ui.theme import GAP_8, GAP_24, WIDE_DIALOG
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.context import Context

_UNDO_KEYS = message(
    "{undo}, {redo}",
    undo=QKeySequence(QKeySequence.StandardKey.Undo).toString(),
    redo=QKeySequence(QKeySequence.StandardKey.Redo).toString(),
)
KEYS = (
    (message("0 to 9"), message("Choose the level with this number; the next open one follows")),
    (
        message("Digits, then Enter"),
        message("Enter a value on a scale with many values; comma or point for decimals"),
    ),
    (message("Left, Right"), message("Go between the levels without choosing")),
    (message("Up, Down"), message("Go to the indicator above or below")),
    (message("Enter, Space"), message("Choose the level that has the focus")),
    (message("Delete"), message("Clear the score")),
    (message("N"), message("Go to the next indicator that is not scored")),
    (message("Page Down, Ctrl+Down"), message("Go to the next region")),
    (message("Page Up, Ctrl+Up"), message("Go to the region before")),
    (message("/"), message("Search for a region")),
    (message("Ctrl+V"), message("Attach what was copied as evidence")),
    (_UNDO_KEYS, message("Undo, redo")),
    (message("F1"), message("Show these keys")),
)


class ShortcutsDialog(FittedDialog):
    """A list to look at; Escape or the button closes it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Make the list."""
        say = context.words.say
        lines, title = column(gap=GAP_24), say(message("Keys of the keyboard"))
        self.shut = button(say(message("Close")), self.accept, "primary")
        super().__init__(parent, context, title, lines, row([None, self.shut]), WIDE_DIALOG)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(GAP_24)
        grid.setVerticalSpacing(GAP_8)
        for line, (keys, meaning) in enumerate(KEYS):
            grid.addWidget(label(say(keys), "strong", wraps=False), line, 0)
            grid.addWidget(label(say(meaning)), line, 1)
        told = message("In a text field, keys write text. The wheel scrolls and never scores.")
        lines.addWidget(label(title, "title"))
        lines.addLayout(grid)
        lines.addWidget(label(say(told), "quiet"))
        self.shut.setFocus()
