"""One indicator in the compact sheet: its id above, its score or the mark of its state below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from ui.theme import (
    BORDER,
    CELL_HEIGHT,
    CELL_WIDTH,
    CORNER,
    FOCUS_RING,
    GAP_4,
    MARK_SIZE,
    SECONDARY,
    SECTION,
    THICK,
)
from ui.widgets.state_mark import MarkShape, paint_mark

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from smartcity_desktop.domain.instrument import Indicator
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context


class GridCell(QPushButton):
    """Shows a score; pressing it only chooses the indicator.

    Attributes:
        indicator: for which it stands.
    """

    def __init__(self, context: Context, indicator: Indicator) -> None:
        """Make a cell on which nothing is scored."""
        super().__init__()
        self.indicator = indicator
        self._context = context
        self._number, self._shape, self._doubtful, self._current = "", MarkShape.EMPTY, False, False
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._small, self._large = QFont(self.font()), QFont(self.font())
        self._small.setPointSizeF(context.theme.points(SECONDARY))
        self._large.setPointSizeF(context.theme.points(SECTION))
        self._large.setWeight(QFont.Weight.DemiBold)

    def show_line(self, line: SheetLine, state: str, *, doubtful: bool) -> None:
        """Show a line; ``state`` is its state in words."""
        words = self._context.words
        number = "" if line.value is None else words.value(self.indicator.scale, line.value)
        shape = MarkShape.LEFT_OUT if line.abstained else MarkShape.EMPTY
        self._number, self._shape, self._doubtful = number, shape, doubtful
        name = f"{self.indicator.id} {words.text(self.indicator.name)}: {number or state}"
        if self.accessibleName() != name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        self.update()

    def show_current(self, *, current: bool) -> None:
        """Show whether its levels stand below; the Tab key arrives at that cell only."""
        if current != self._current:
            self._current = current
            policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
            self.setFocusPolicy(policy)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in which the widest value of the scale finds room."""
        pixels, scale = self._context.theme.pixels, self.indicator.scale
        ends = (self._context.words.value(scale, v) for v in (scale.minimum, scale.maximum))
        widest = max(QFontMetrics(self._large).horizontalAdvance(end) for end in ends)
        room = widest + 2 * (GAP_4 + THICK + FOCUS_RING)
        return QSize(max(pixels(CELL_WIDTH), room), pixels(CELL_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys to the grid."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint id, score and marks."""
        del event
        colours = self._context.theme.colours
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(colours.line), BORDER)
            if self._current:
                pen = QPen(QColor(colours.accent), THICK)
            painter.setPen(pen)
            painter.setBrush(QColor(colours.accent_soft if self._number else colours.surface))
            inset = pen.widthF() / 2 + FOCUS_RING
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, CORNER, CORNER)
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours.text), FOCUS_RING))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(ring, CORNER + FOCUS_RING, CORNER + FOCUS_RING)
            self._paint_inside(painter, box)

    def _paint_inside(self, painter: QPainter, box: QRectF) -> None:
        colours, theme = self._context.theme.colours, self._context.theme
        side = theme.pixels(MARK_SIZE)
        inner = box.adjusted(GAP_4, GAP_4, -GAP_4, -GAP_4)
        painter.setFont(self._small)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self.indicator.id
        )
        if self._doubtful:
            corner = QRectF(inner.right() - side, inner.top(), side, side)
            paint_mark(painter, MarkShape.DOUBT, corner, colours)
        if self._number:
            painter.setFont(self._large)
            painter.setPen(QColor(colours.text))
            place = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(inner, place, self._number)
        else:
            middle = QRectF(inner.center().x() - side / 2, inner.bottom() - side, side, side)
            paint_mark(painter, self._shape, middle, colours)
