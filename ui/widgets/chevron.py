"""The mark that says that there is more to choose from; one for lists and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from ui.theme import FOCUS_RING, GAP_4, GAP_16

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def paint_chevron(widget: QWidget) -> None:
    """Paint it near the right edge of a widget."""
    centre = QPointF(widget.width() - GAP_16, widget.height() / 2)
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(widget.palette().text().color(), FOCUS_RING))
        arms = [QPointF(-GAP_4, -GAP_4 / 2), QPointF(0, GAP_4 / 2), QPointF(GAP_4, -GAP_4 / 2)]
        painter.drawPolyline([centre + arm for arm in arms])
