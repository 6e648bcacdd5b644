"""What every dialog of ours has: a title, room, and no context help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ui.theme import DIALOG_WIDTH, GAP_12, GAP_24
from ui.widgets.layouts import clear_layout, column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.widgets.layouts import Item


class Dialog(QDialog):
    """A question beside the page; it goes away with everything in it when it is closed."""

    def __init__(self, parent: QWidget, context: Context, title: Message) -> None:
        """Make an empty dialog."""
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(context.words.say(title))
        self.setAccessibleName(self.windowTitle())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(context.theme.pixels(DIALOG_WIDTH))
        self._lines: QVBoxLayout = column(gap=GAP_12)
        self._lines.setContentsMargins(GAP_24, GAP_24, GAP_24, GAP_24)
        self.setLayout(self._lines)

    def event(self, event: QEvent) -> bool:
        """Keep the height that the content needs, also when a text grows."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def say(self, text: Message) -> str:
        """Return a message in the language of the screen."""
        return self.context.words.say(text)

    def fill(self, items: Iterable[Item]) -> None:
        """Show these below the title, in place of what was there."""
        clear_layout(self._lines)
        self._lines.addWidget(label(self.windowTitle(), "title"))
        self._lines.addLayout(column(items, gap=GAP_12))

    def _fit(self) -> None:
        height = self._lines.totalHeightForWidth(self.width())
        if height > 0 and height != self.height():
            self.setFixedHeight(height)
