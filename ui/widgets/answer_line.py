"""One answer to choose: a radio button with a sentence that may take several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from ui.theme import GAP_4
from ui.widgets.layouts import row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class AnswerLine(QWidget):
    """A click on the sentence chooses it as well.

    Attributes:
        button: the radio button; its accessible name is the sentence.
    """

    def __init__(self, text: str) -> None:
        """Make a line that is not chosen."""
        super().__init__()
        self.text = text
        self.button = QRadioButton()
        self.button.setAccessibleName(text)
        said = label(text)
        line = row([self.button, said], gap=GAP_4)
        line.setStretch(1, 1)
        line.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the answer."""
        self.button.setChecked(True)
        self.button.setFocus()
        super().mousePressEvent(event)
