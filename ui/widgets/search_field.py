"""A field in which one types to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QToolButton

from ui.theme import FOCUS_RING, GAP_4

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

LONGEST_QUERY = 100


class SearchField(QLineEdit):
    """Escape empties it; Enter takes the first that was found; Down goes to the list."""

    entered = Signal()
    left_down = Signal()

    def __init__(self, name: str, emptying: str) -> None:
        """Make an empty field; both are names: of the field, and of the sign that empties it."""
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST_QUERY)
        self.setClearButtonEnabled(True)
        for sign in self.findChildren(QToolButton):
            sign.setAccessibleName(emptying)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the sign that empties it in a colour of the theme; Qt's own is dark on dark."""
        super().showEvent(event)
        for action in self.findChildren(QAction):
            action.setIcon(self._cross())

    def _cross(self) -> QIcon:
        ratio, size, edge = self.devicePixelRatioF(), self.fontMetrics().height(), GAP_4
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().placeholderText(), FOCUS_RING))
            painter.drawLine(edge, edge, size - edge, size - edge)
            painter.drawLine(edge, size - edge, size - edge, edge)
        return QIcon(pixmap)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys that mean more here than in other fields."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
