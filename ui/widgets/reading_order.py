"""The order in which screen readers and the Tab key meet the parts: that of the layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def read_in_order(layout: QLayout) -> None:
    """Let what was put into a layout later be met where it stands.

    Readers go through a widget's children in the order of their stack, which is the order in
    which they were made until one is raised.
    """
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            widget.raise_()
        elif inner is not None:
            read_in_order(inner)
