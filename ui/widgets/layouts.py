"""Rows and columns with the gaps of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP_8, GAP_12
from ui.widgets.early_values import NEVER_SCROLLS, NO_FOCUS

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = QWidget | QLayout | None
"""None stands for a stretch that takes what is left."""


def column(items: Iterable[Item] = (), *, gap: int = GAP_8, margin: int = 0) -> QVBoxLayout:
    """Return a layout from top to bottom."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, margin)
    return layout


def row(items: Iterable[Item] = (), *, gap: int = GAP_8, margin: int = 0) -> QHBoxLayout:
    """Return a layout from left to right."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, margin)
    return layout


def card(content: QLayout, kind: str = "card", *, margin: int = GAP_12) -> QFrame:
    """Return a framed part of a page."""
    frame = QFrame()
    frame.setObjectName(kind)
    content.setContentsMargins(margin, margin, margin, margin)
    frame.setLayout(content)
    return frame


def scrolled(content: QWidget) -> QScrollArea:
    """Return a part of a page that scrolls up and down, never sideways."""
    content.setObjectName("ground")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("horizontalScrollBarPolicy", NEVER_SCROLLS)
    area.setProperty("focusPolicy", NO_FOCUS)
    area.setWidget(content)
    return area


def centred(layout: QLayout, width: int) -> QWidget:
    """Return a widget in which a layout stands in the middle, at most so wide."""
    inner, outer = QWidget(), QWidget()
    inner.setLayout(layout)
    inner.setMaximumWidth(width)
    line = row([inner])
    line.insertStretch(0, 0)
    line.addStretch(0)
    line.setStretch(1, 1)
    outer.setLayout(line)
    return outer


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def _fill(layout: QBoxLayout, items: Iterable[Item], gap: int, margin: int) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
