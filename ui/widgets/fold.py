"""Details that are folded away until somebody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QToolButton

from ui.theme import GAP_4
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Fold(QFrame):
    """A worded button, and below it what it shows and hides.

    Args:
        title: the words of the button.
        content: what is folded away.
    """

    def __init__(self, title: str, content: QWidget) -> None:
        """Make it folded."""
        super().__init__()
        self._content = content
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setAccessibleName(title)
        self.button.setObjectName("fold")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._show)
        content.hide()
        self.setLayout(column([self.button, content], gap=GAP_4))

    def _show(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._content.setVisible(unfolded)
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
