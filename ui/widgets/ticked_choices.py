"""A list in which several things are ticked, with a field to search in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import DIALOG_LIST_HEIGHT, GAP_8
from ui.widgets.layouts import column
from ui.widgets.search_field import SearchField
from ui.widgets.tick import TickDelegate

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ui.context import Context

_KEY = Qt.ItemDataRole.UserRole
_SEARCHED_FROM = 8
"""Shorter lists need no field."""


class TickedChoices(QWidget):
    """Offers (key, text) pairs.

    Attributes:
        list: what is offered. search: hidden where the list is short.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        name: str,
        offers: Sequence[tuple[str, str]],
        ticked: Collection[str] = (),
        *,
        search: str = "",
    ) -> None:
        """Offer the pairs; texts may have two lines.

        Args:
            context: for the size of the text.
            name: the accessible name of the list.
            offers: key and text of each.
            ticked: the keys that are ticked at first.
            search: the words of the search field; empty for none.
        """
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setObjectName("lines")
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(context.theme.pixels(DIALOG_LIST_HEIGHT))
        for key, text in offers:
            item = QListWidgetItem(text, self.list)
            item.setData(_KEY, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
            item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.search = SearchField(search or name, context.words.say(message("Empty the search")))
        self.search.textChanged.connect(self._search)
        self.search.setVisible(bool(search) and len(offers) >= _SEARCHED_FROM)
        self.search.left_down.connect(self.list.setFocus)
        lines = column([self.search, self.list], gap=GAP_8)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def ticked(self) -> tuple[str, ...]:
        """Return the keys that are ticked, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def tick(self, key: str) -> None:
        """Tick one."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.item(row).setCheckState(Qt.CheckState.Checked)

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            shown = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not shown)
