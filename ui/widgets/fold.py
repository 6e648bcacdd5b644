"""Details that are folded away until somebody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QToolButton

from ui.theme import GAP_4
from ui.widgets.chevron import paint_fold_mark
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class _FoldButton(QToolButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setObjectName("fold")
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        paint_fold_mark(self, unfolded=self.isChecked())


class Fold(QFrame):
    """A worded button, and below it what it shows and hides.

    Args:
        title: the words of the button.
        content: what is folded away.
    """

    def __init__(self, title: str, content: QWidget) -> None:
        """Make it folded."""
        super().__init__()
        self.button = _FoldButton(title)
        self.button.toggled.connect(content.setVisible)
        content.hide()
        self.setLayout(column([self.button, content], gap=GAP_4))
