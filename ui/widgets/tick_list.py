"""A list in which a click anywhere on a line, or the space bar, gives it a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from ui.theme import FORM_LIST
from ui.widgets.tick import TickDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from ui.item_models.tick_list_model import TickListModel
    from ui.theme import Theme


class TickList(QListView):
    """Shows regions with ticks."""

    def __init__(self, theme: Theme, name: str, model: TickListModel) -> None:
        """Make the list."""
        super().__init__()
        self._ticks = model
        self.setModel(model)
        self.setItemDelegate(TickDelegate(self))
        self.setAccessibleName(name)
        self.setObjectName("lines")
        self.setUniformItemSizes(True)
        self.setMinimumHeight(theme.pixels(FORM_LIST))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick what was clicked."""
        super().mouseReleaseEvent(event)
        place = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place.isValid():
            self._ticks.toggle(place.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick the current line."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._ticks.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
