"""Paints a cell of two lines: the first in the size of the text, the second smaller and quieter.

A mark stands before the first line where the model has one; where it has a font, the first line is
strong. Nothing is left out: a text that is
wider than its column goes on below, and its row is as high as it needs (see ``let_rows_grow``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui.theme import BODY, BORDER, FOCUS_RING, GAP_8, GAP_16, MARK_SIZE, SECONDARY, UNLIMITED
from ui.widgets.state_mark import MarkShape, paint_mark

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from ui.theme import Theme

SHAPE = Qt.ItemDataRole.UserRole
"""Role of a MarkShape, or None."""


LONG_WORD = re.compile(r"[^\s-]{21,}")
"""A digest, or the name of a file: lines may end within it."""
_Look = tuple[QFont, QFontMetrics, str]


class TwoLineDelegate(QStyledItemDelegate):
    """For tables in which every row has two lines, or more where they do not fit."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        """Paint in a view."""
        super().__init__(view)
        self._theme = theme
        self._big, self._small = QFont(view.font()), QFont(view.font())
        self._big.setPointSizeF(theme.points(BODY))
        self._small.setPointSizeF(theme.points(SECONDARY))
        self._big_metrics, self._small_metrics = QFontMetrics(self._big), QFontMetrics(self._small)
        self._strong = QFont(self._big)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._strong_metrics = QFontMetrics(self._strong)
        self._mark = theme.pixels(MARK_SIZE)

    def row_height(self) -> int:
        """Return how high a row is whose texts fit."""
        return self._big_metrics.lineSpacing() + self._small_metrics.lineSpacing() + GAP_16

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of the texts in a column as wide as it is now."""
        inner = self._inner(option.rect, index)
        tall = sum(
            _tall(metrics, text, inner.width())
            for text, (_font, metrics, _colour) in self._lines(index)
        )
        return QSize(option.rect.width(), tall + GAP_16)

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
        inner = self._inner(box, index)
        shape = index.data(SHAPE)
        if isinstance(shape, MarkShape):
            line, left = self._big_metrics.lineSpacing(), inner.left() - self._mark - GAP_8
            mark = QRectF(left, inner.top() + (line - self._mark) / 2, self._mark, self._mark)
            paint_mark(painter, shape, mark, self._theme.colours)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag(int(alignment)) & Qt.AlignmentFlag.AlignHorizontal_Mask
        flags = int(side | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        for text, (font, metrics, colour) in self._lines(index):
            tall = _tall(metrics, text, inner.width())
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(inner.topLeft(), QSize(inner.width(), tall)), flags, text)
            inner.setTop(inner.top() + tall)
        painter.restore()

    def _inner(self, box: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return where texts stand in a cell."""
        inner = QRect(box).adjusted(GAP_8, GAP_8, -GAP_8, -GAP_8)
        if isinstance(index.data(SHAPE), MarkShape):
            inner.setLeft(inner.left() + self._mark + GAP_8)
        return inner

    def _lines(self, index: QModelIndex | QPersistentModelIndex) -> list[tuple[str, _Look]]:
        """Return the texts of a cell, each with font, its metrics, and colour."""
        whole = LONG_WORD.sub(_breakable, str(index.data() or ""))
        first, _, second = whole.partition("\n")
        colours = self._theme.colours
        lines = [(first, (self._big, self._big_metrics, colours.text))]
        if isinstance(index.data(Qt.ItemDataRole.FontRole), QFont):
            lines = [(first, (self._strong, self._strong_metrics, colours.text))]
        if second:
            lines.append((second, (self._small, self._small_metrics, colours.quiet)))
        return lines

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(colours.accent_soft if chosen else colours.surface))
        painter.setPen(QPen(QColor(colours.hair), BORDER))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), FOCUS_RING))
            painter.drawRect(box.adjusted(BORDER, BORDER, -FOCUS_RING, -FOCUS_RING))


def _breakable(word: re.Match[str]) -> str:
    """Return a word between whose groups of eight letters a line may end."""
    text = word.group()
    return "\u200b".join(text[at : at + 8] for at in range(0, len(text), 8))


def _tall(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return how high a text is in this width; one line even where there is none."""
    # Less, not as wide: the advance is rounded, and on a screen at 150 % a line may be wider.
    if metrics.horizontalAdvance(text) < width and "\n" not in text:
        return metrics.lineSpacing()
    room = QRect(0, 0, max(1, width), UNLIMITED)
    wrapped = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
    return max(metrics.lineSpacing(), wrapped.height())
