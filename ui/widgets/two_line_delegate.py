"""Paints a cell of two lines: the first in the size of the text, the second smaller and quieter.

A mark stands before the first line where the model has one. What does not fit is elided; the
model gives the whole text as a tip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui.theme import BODY, BORDER, FOCUS_RING, GAP_4, GAP_8, GAP_16, MARK_SIZE, SECONDARY
from ui.widgets.state_mark import MarkShape, paint_mark

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from ui.theme import Theme

SHAPE = Qt.ItemDataRole.UserRole
"""Role of a MarkShape, or None."""


class TwoLineDelegate(QStyledItemDelegate):
    """For tables in which every row has two lines."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        """Paint in a view."""
        super().__init__(view)
        self._theme = theme
        self._big, self._small = QFont(view.font()), QFont(view.font())
        self._big.setPointSizeF(theme.points(BODY))
        self._small.setPointSizeF(theme.points(SECONDARY))
        self._big_metrics, self._small_metrics = QFontMetrics(self._big), QFontMetrics(self._small)
        self._mark = theme.pixels(MARK_SIZE)

    def row_height(self) -> int:
        """Return how high a row is."""
        return self._big_metrics.lineSpacing() + self._small_metrics.lineSpacing() + GAP_16

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the mark, and the lines."""
        painter.save()
        box = QRect(option.rect)
        self._paint_ground(painter, option, box)
        inner = box.adjusted(GAP_8, GAP_8, -GAP_8, -GAP_8)
        shape = index.data(SHAPE)
        if isinstance(shape, MarkShape):
            line = self._big_metrics.lineSpacing()
            mark = QRectF(
                inner.left(), inner.top() + (line - self._mark) / 2, self._mark, self._mark
            )
            paint_mark(painter, shape, mark, self._theme.colours)
            inner.setLeft(inner.left() + self._mark + GAP_8)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        first, _, second = str(index.data() or "").partition("\n")
        colours = self._theme.colours
        self._write(painter, first, inner, alignment, (self._big, self._big_metrics, colours.text))
        inner.setTop(inner.top() + self._big_metrics.lineSpacing())
        small = (self._small, self._small_metrics, colours.quiet)
        self._write(painter, second, inner, alignment, small)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(colours.accent_soft if chosen else colours.surface))
        painter.setPen(QPen(QColor(colours.hair), BORDER))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), FOCUS_RING))
            painter.drawRect(box.adjusted(BORDER, BORDER, -FOCUS_RING, -FOCUS_RING))

    @staticmethod
    def _write(
        painter: QPainter,
        text: str,
        box: QRect,
        alignment: Qt.AlignmentFlag,
        look: tuple[QFont, QFontMetrics, str],
    ) -> None:
        font, metrics, colour = look
        if not text:
            return
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
        place = QRect(box.left(), box.top(), box.width(), metrics.lineSpacing() + GAP_4)
        painter.drawText(place, int(alignment | Qt.AlignmentFlag.AlignTop), shown)
