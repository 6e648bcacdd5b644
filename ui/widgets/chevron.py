"""The mark that says that there is more to choose from, or to unfold; one for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen

from ui.theme import FOCUS_RING, GAP_4, GAP_12, GAP_16

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush
    from PySide6.QtWidgets import QWidget

_DOWN = (QPointF(-GAP_4, -GAP_4 / 2), QPointF(0, GAP_4 / 2), QPointF(GAP_4, -GAP_4 / 2))
_ASIDE = tuple(QPointF(arm.y(), arm.x()) for arm in _DOWN)


def paint_chevron(widget: QWidget) -> None:
    """Paint it near the right edge of a widget."""
    centre = QPointF(widget.width() - GAP_16, widget.height() / 2)
    _paint(widget, centre, _DOWN, widget.palette().text())


def paint_fold_mark(widget: QWidget, *, unfolded: bool) -> None:
    """Paint it near the left edge: down where something is unfolded, else aside."""
    centre = QPointF(GAP_12, widget.height() / 2)
    _paint(widget, centre, _DOWN if unfolded else _ASIDE, widget.palette().link())


def _paint(widget: QWidget, centre: QPointF, arms: tuple[QPointF, ...], ink: QBrush) -> None:
    path = QPainterPath(centre + arms[0])
    for arm in arms[1:]:
        path.lineTo(centre + arm)
    # A filled outline, no pen: see ``early_values``.
    outline = QPainterPathStroker(QPen())
    outline.setWidth(FOCUS_RING)
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outline.createStroke(path), ink)
