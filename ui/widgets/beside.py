"""Parts beside each other where there is room for them, else below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import BESIDE_FROM, GAP_12
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme


class Beside(QWidget):
    """Shares the width equally."""

    def __init__(self, theme: Theme, parts: Sequence[QWidget]) -> None:
        """Put the parts below each other until the width is known."""
        super().__init__()
        self._theme = theme
        self._line = row(parts, gap=GAP_12)
        for place in range(len(parts)):
            self._line.setStretch(place, 1)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom)
        self.setLayout(self._line)
        # Else the width of the parts beside each other would be the least there is.
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose how the parts stand."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.pixels(BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
