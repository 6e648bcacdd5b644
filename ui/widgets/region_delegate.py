"""Paints a region in a list: its whole name, and below it code, province and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate

from ui.item_models.region_list_model import ROW, TALLEST
from ui.judge.region_rows import RegionRow
from ui.theme import BODY, BORDER, FOCUS_RING, GAP_4, GAP_8, MARK_SIZE, SECONDARY
from ui.widgets.line_count import LineCount
from ui.widgets.state_mark import MarkShape, paint_mark

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from ui.theme import Theme

BETWEEN = " · "


class RegionDelegate(QStyledItemDelegate):
    """Rows as high as their texts need; nothing is elided."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        """Paint in a view."""
        super().__init__(view)
        self._view, self._theme = view, theme
        self._big, self._small = QFont(view.font()), QFont(view.font())
        self._big.setPointSizeF(theme.points(BODY))
        self._small.setPointSizeF(theme.points(SECONDARY))
        self._heading = QFont(self._small)
        self._heading.setWeight(QFont.Weight.DemiBold)
        fonts = (self._big, self._small, self._heading)
        self._lines = {id(font): LineCount(font) for font in fonts}
        self._mark = theme.pixels(MARK_SIZE)
        self._sizes: dict[tuple[object, int], QSize] = {}
        self._heights: dict[tuple[str, int, int], float] = {}

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the texts need in the width of the view."""
        del option
        key = index.data(TALLEST), self._view.maximumViewportSize().width()
        if key not in self._sizes:
            self._sizes[key] = self._measure(*key)
        return self._sizes[key]

    def _measure(self, row: object, width: int) -> QSize:
        if not isinstance(row, RegionRow):
            text = self._height(_whole_parts(row), self._heading, width - 2 * GAP_8)
            return QSize(width, round(text + GAP_8 + GAP_4))
        inner = width - 2 * GAP_8
        lines = [self._height(row.name, self._big, inner)]
        lines += [self._height(text, self._small, inner - self._indent()) for text in _below(row)]
        return QSize(width, round(sum(lines) + 2 * GAP_8 + BORDER))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a heading or a region."""
        painter.save()
        row, box = index.data(ROW), QRect(option.rect)
        if isinstance(row, RegionRow):
            self._paint_ground(painter, index, box, is_current=row.is_current)
            self._paint_region(painter, row, box)
        else:
            colours = self._theme.colours
            painter.fillRect(box, QColor(colours.ground))
            place = QPointF(box.left() + GAP_8, box.top() + (GAP_8 + GAP_4) / 2)
            self._draw(painter, _whole_parts(row), self._heading, place, box.width() - 2 * GAP_8)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        index: QModelIndex | QPersistentModelIndex,
        box: QRect,
        *,
        is_current: bool,
    ) -> None:
        colours, view = self._theme.colours, self._view
        # Asked of the view: Python makes 618 names for what Qt says of the state.
        chosen = view.selectionModel().isSelected(index)
        painter.fillRect(
            box, QColor(colours.accent_soft if chosen or is_current else colours.surface)
        )
        painter.setPen(QPen(QColor(colours.hair), BORDER))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if is_current:
            bar = QRect(box.left(), box.top(), GAP_4, box.height())
            painter.fillRect(bar, QColor(colours.accent))
        focused = view.hasFocus() and view.currentIndex() == index
        if chosen or focused:
            painter.setPen(QPen(QColor(colours.accent), FOCUS_RING if focused else BORDER))
            inset = FOCUS_RING if focused else BORDER
            painter.drawRect(box.adjusted(BORDER, BORDER, -inset, -inset))

    def _paint_region(self, painter: QPainter, row: RegionRow, box: QRect) -> None:
        colours = self._theme.colours
        left, top, inner = box.left() + GAP_8, float(box.top() + GAP_8), box.width() - 2 * GAP_8
        painter.setPen(QColor(colours.text))
        top += self._draw(painter, row.name, self._big, QPointF(left, top), inner)
        for text, shape in zip(_below(row), (row.shape, MarkShape.DOUBT), strict=False):
            line = self._height("X", self._small, inner)
            mark = QRectF(left, top + (line - self._mark) / 2, self._mark, self._mark)
            paint_mark(painter, shape, mark, colours)
            painter.setPen(QColor(colours.quiet))
            place = QPointF(left + self._indent(), top)
            top += self._draw(painter, text, self._small, place, inner - self._indent())

    def _indent(self) -> int:
        return self._mark + GAP_8

    def _height(self, text: str, font: QFont, width: float) -> float:
        lines = self._lines[id(font)].count(text, width - BORDER)
        if lines is not None:
            # Nearly every text: as high as that many lines of the same font.
            return lines * self._height_by_qt("X", font, width)
        return self._height_by_qt(text, font, width)

    def _height_by_qt(self, text: str, font: QFont, width: float) -> float:
        key = (text, id(font), round(width))
        if key not in self._heights:
            self._heights[key] = lay_out(text, font, width).boundingRect().height()
        return self._heights[key]

    def _draw(
        self, painter: QPainter, text: str, font: QFont, place: QPointF, width: float
    ) -> float:
        layout = lay_out(text, font, width)
        layout.draw(painter, place)
        return layout.boundingRect().height()


def _whole_parts(heading: object) -> str:
    """Return a heading that goes on in the next line between its parts, not within one."""
    return BETWEEN.join(part.replace(" ", "\u00a0") for part in str(heading).split(BETWEEN))


def _below(row: RegionRow) -> tuple[str, ...]:
    """Return the lines below the name; each has a mark of its own."""
    first = f"{row.below}{BETWEEN}{row.state}"
    return (first, row.doubts) if row.doubts else (first,)


def lay_out(text: str, font: QFont, width: float) -> QTextLayout:
    """Return a text in lines of a width."""
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
