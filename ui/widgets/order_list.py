"""A list whose lines are moved up and down, with buttons and with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import CONTROL_HEIGHT, GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

_KEY = Qt.ItemDataRole.UserRole


class OrderList(QWidget):
    """Offers (key, text) pairs in an order that can be changed.

    Attributes:
        list: the lines. up, down: move the current one.
    """

    changed = Signal()

    def __init__(self, context: Context, name: str, offers: Sequence[tuple[str, str]]) -> None:
        """Begin with the order given."""
        super().__init__()
        say = context.words.say
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setObjectName("lines")
        for key, text in offers:
            QListWidgetItem(text, self.list).setData(_KEY, key)
        self.list.setCurrentRow(0)
        height = context.theme.pixels(CONTROL_HEIGHT)
        self.list.setFixedHeight(height * min(len(offers), 6) + GAP_8)
        self.up = button(say(message("Move up")), lambda: self._move(-1))
        self.down = button(say(message("Move down")), lambda: self._move(+1))
        line = row([self.list, column([self.up, self.down, None], gap=GAP_8)], gap=GAP_8)
        line.setStretch(0, 1)
        self.setLayout(line)

    def order(self) -> tuple[str, ...]:
        """Return the keys from the first line to the last."""
        return tuple(str(self.list.item(row).data(_KEY)) for row in range(self.list.count()))

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        target = place + step
        if place < 0 or not 0 <= target < self.list.count():
            return
        item = self.list.takeItem(place)
        self.list.insertItem(target, item)
        self.list.setCurrentRow(target)
        self.changed.emit()
