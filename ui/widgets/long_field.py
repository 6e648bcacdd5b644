"""A field for a sentence or more: all of it stays in sight while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme import NOTE_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Theme


class LongField(QPlainTextEdit):
    """What is typed goes on in the next line by itself; it is one paragraph."""

    def __init__(self, theme: Theme, name: str, longest: int) -> None:
        """Make an empty field that takes at most so many letters."""
        super().__init__()
        self._longest = longest
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.pixels(NOTE_HEIGHT))
        self.textChanged.connect(self._cut)

    def text(self) -> str:
        """Return what was typed or pasted, as one paragraph."""
        return " ".join(self.toPlainText().split())

    def setText(self, text: str) -> None:  # noqa: N802 - as Qt calls it for a single line
        """Show another text."""
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Enter to the page or dialog, as in a field with one line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _cut(self) -> None:
        typed = self.toPlainText()
        if len(typed) > self._longest:
            self.setPlainText(typed[: self._longest])
            self.moveCursor(self.textCursor().MoveOperation.End)
