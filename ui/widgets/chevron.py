"""The mark that says that there is more to choose from; one for lists and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen

from ui.theme import FOCUS_RING, GAP_4, GAP_16

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def paint_chevron(widget: QWidget) -> None:
    """Paint it near the right edge of a widget."""
    centre = QPointF(widget.width() - GAP_16, widget.height() / 2)
    arms = QPainterPath(centre + QPointF(-GAP_4, -GAP_4 / 2))
    for arm in (QPointF(0, GAP_4 / 2), QPointF(GAP_4, -GAP_4 / 2)):
        arms.lineTo(centre + arm)
    # A filled outline, no pen: see ``early_values``.
    outline = QPainterPathStroker(QPen())
    outline.setWidth(FOCUS_RING)
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outline.createStroke(arms), widget.palette().text())
