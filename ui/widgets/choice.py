"""A choice from a short list; the wheel scrolls what lies around it and chooses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ui.widgets.chevron import paint_chevron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent


class Choice(QComboBox):
    """A closed list of words."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        """Offer the words; the first one is chosen."""
        super().__init__()
        self.setObjectName("choice")
        self.setAccessibleName(name)
        self.addItems(list(words))

    def say(self, words: Sequence[str]) -> None:
        """Change the words, and keep what is chosen."""
        for place, word in enumerate(words):
            if self.itemText(place) != word:
                self.setItemText(place, word)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark that says that there is more to choose from."""
        super().paintEvent(event)
        paint_chevron(self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
