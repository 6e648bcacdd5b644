"""What every dialog of ours has: a title, room, and no context help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.fitted import FittedDialog
from ui.theme import DIALOG_WIDTH, GAP_8, GAP_12
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.widgets.layouts import Item


class Dialog(FittedDialog):
    """A question beside the page; it goes away with everything in it when it is closed."""

    def __init__(
        self, parent: QWidget, context: Context, title: Message, width: int = DIALOG_WIDTH
    ) -> None:
        """Make an empty dialog; it is narrower than this only where the screen is."""
        self.context = context
        self._lines, self._ends = column(gap=GAP_12), column()
        super().__init__(parent, context, context.words.say(title), self._lines, self._ends, width)
        self.setModal(True)

    def say(self, text: Message) -> str:
        """Return a message in the language of the screen."""
        return self.context.words.say(text)

    def fill(self, items: Iterable[Item], ends: Sequence[QPushButton]) -> None:
        """Show these below the title, and buttons at the end, in place of what was there."""
        for layout in (self._lines, self._ends):
            clear_layout(layout)
        self._lines.addWidget(label(self.windowTitle(), "title"))
        self._lines.addLayout(column(items, gap=GAP_12))
        self._ends.addLayout(row([None, *ends], gap=GAP_8))
        for end in ends:
            # At once, not at the next turn of the event loop, so that one can have the focus.
            end.show()
