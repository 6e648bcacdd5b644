"""A button that opens a menu at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from ui.theme import CONTROL_HEIGHT, FOCUS_RING, GAP_4
from ui.widgets.chevron import paint_chevron

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class MenuButton(QToolButton):
    """Says by its mark that a menu comes."""

    def __init__(self, text: str = "") -> None:
        """Make a button without a menu."""
        super().__init__()
        self.setObjectName("menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.say(text)

    def say(self, text: str) -> None:
        """Change the words; an ampersand from data is shown as it is."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as tall as the buttons beside it."""
        height = self.fontMetrics().height() + 2 * (GAP_4 + FOCUS_RING)
        return QSize(super().sizeHint().width(), max(height, CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the whole text."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark beside the words."""
        super().paintEvent(event)
        paint_chevron(self)
