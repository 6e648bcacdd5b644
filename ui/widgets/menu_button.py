"""A button that opens a menu at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ui.widgets.chevron import paint_chevron

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class MenuButton(QPushButton):
    """Says by its mark that a menu comes."""

    def __init__(self, text: str = "") -> None:
        """Make a button without a menu."""
        super().__init__()
        self.setProperty("kind", "menu")
        self.setAutoDefault(False)
        self.say(text)

    def say(self, text: str) -> None:
        """Change the words; an ampersand from data is shown as it is."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark beside the words."""
        super().paintEvent(event)
        paint_chevron(self)
