"""A choice from a short list; the wheel scrolls what lies around it and chooses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox

from ui.theme import FOCUS_RING, GAP_4, GAP_16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent


class Choice(QComboBox):
    """A closed list of words."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        """Offer the words; the first one is chosen."""
        super().__init__()
        self.setProperty("kind", "choice")
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
        centre = QPointF(self.width() - GAP_16, self.height() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().text().color(), FOCUS_RING))
            arms = [QPointF(-GAP_4, -GAP_4 / 2), QPointF(0, GAP_4 / 2), QPointF(GAP_4, -GAP_4 / 2)]
            painter.drawPolyline([centre + arm for arm in arms])

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
