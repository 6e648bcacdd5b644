"""A notice on the page: what happened, what is safe, and the next step as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame

from ui.theme import GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

Step = tuple[str, "Callable[[], object]"]
"""The words of a button and what it does."""


class Notice(QFrame):
    """One notice.

    Args:
        text: plain text, several lines allowed.
        kind: ``danger`` for loss or forgery, ``attention``, ``verified``, or ``plain``.
        steps: buttons, from left to right.
    """

    def __init__(self, text: str, kind: str = "plain", steps: Sequence[Step] = ()) -> None:
        """Make the notice."""
        super().__init__()
        self.setObjectName(f"notice-{kind}")
        self.setAccessibleName(text)
        self.text = label(text)
        self.text.setMinimumWidth(1)
        made = [button(words, act) for words, act in steps]
        for each in made:
            each.setAccessibleDescription(text)
        self._buttons = row(made, gap=GAP_12)
        self._line = row([self.text, self._buttons], gap=GAP_12, margin=GAP_8)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the text where they would leave it too little room."""
        super().resizeEvent(event)
        below = 2 * self._buttons.sizeHint().width() > self.width()
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        self._line.setAlignment(self._buttons, side | Qt.AlignmentFlag.AlignVCenter)
