"""The order in which screen readers and the Tab key meet the parts: that of the layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout, QWidget


def read_in_order(layout: QLayout) -> None:
    """Let what was put into a layout later be met where it stands.

    Readers go through a widget's children in the order of their stack, which is the order in
    which they were made until one is raised. Nothing is done where that is the order already: what
    is raised is painted again, with everything in it.
    """
    wanted = list(_widgets(layout))
    parent = wanted[0].parentWidget() if wanted else None
    if parent is None:
        return
    stack = [child for child in parent.children() if child in wanted]
    if stack != wanted:
        for widget in wanted:
            widget.raise_()


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)
