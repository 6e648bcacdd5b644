"""A choice from a short list; the wheel scrolls what lies around it and chooses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from ui.theme import GAP_16
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

    def let_shrink(self, letters: int = 12) -> None:
        """Be as narrow as so many letters where room is short; its list shows every word whole."""
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Show lines as high as those of a menu, each whole also where the field is narrow."""
        if not isinstance(self.itemDelegate(), QStyledItemDelegate):
            # Qt's own for such lists does not ask the style sheet.
            self.setItemDelegate(QStyledItemDelegate(self))
        view = self.view()
        view.ensurePolished()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        view.window().setMinimumWidth(view.sizeHintForColumn(0) + GAP_16)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark that says that there is more to choose from."""
        super().paintEvent(event)
        paint_chevron(self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
