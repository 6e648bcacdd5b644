"""Paints cells that hold a mark and nothing else; quick enough for tens of thousands of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui.theme import BORDER, FOCUS_RING, MARK_SIZE
from ui.widgets.state_mark import paint_mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from ui.theme import Theme
    from ui.widgets.state_mark import MarkShape


class MarkCellDelegate(QStyledItemDelegate):
    """Each shape is painted once and copied from then on."""

    def __init__(
        self,
        view: QAbstractItemView,
        theme: Theme,
        shape_of: Callable[[QModelIndex | QPersistentModelIndex], MarkShape | None],
    ) -> None:
        """Paint in a view; ``shape_of`` says what stands in a cell."""
        super().__init__(view)
        self._theme, self._shape_of = theme, shape_of
        self._side = theme.pixels(MARK_SIZE)
        self._marks: dict[tuple[MarkShape, float], QPixmap] = {}
        colours = theme.colours
        self._chosen, self._ground = QColor(colours.accent_soft), QColor(colours.surface)
        self._ring = QPen(QColor(colours.accent), FOCUS_RING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground and the mark in the middle."""
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._chosen)
        shape = self._shape_of(index)
        if shape is not None:
            mark = self._mark(shape, painter.device().devicePixelRatioF())
            place = box.center()
            painter.drawPixmap(place.x() - self._side // 2, place.y() - self._side // 2, mark)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._ring)
            painter.drawRect(box.adjusted(BORDER, BORDER, -FOCUS_RING, -FOCUS_RING))

    def _mark(self, shape: MarkShape, ratio: float) -> QPixmap:
        known = self._marks.get((shape, ratio))
        if known is None:
            side = round(self._side * ratio)
            known = QPixmap(side, side)
            known.setDevicePixelRatio(ratio)
            known.fill(Qt.GlobalColor.transparent)
            with QPainter(known) as painter:
                paint_mark(painter, shape, QRectF(0, 0, self._side, self._side),
                           self._theme.colours)  # fmt: skip
            self._marks[shape, ratio] = known
        return known
