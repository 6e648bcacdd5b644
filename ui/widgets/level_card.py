"""One level of a rubric: its text is the button, its number a label on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QRadioButton

from ui.theme import BODY, BORDER, CORNER, FOCUS_RING, GAP_4, GAP_8, LEVEL_DISC, SECONDARY, THICK

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.theme import Theme

MOST_WIDTHS = 8
"""Texts are laid out once for each width that the page asks for."""
_ENDS = re.compile(r"[\s/-]+")
"""After these a line may end."""
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class LevelCard(QRadioButton):
    """Shows whether it is chosen only as it is told; pressing it changes nothing by itself.

    Attributes:
        value: value x 10**decimals of the scale.
    """

    def __init__(self, theme: Theme, value: int, number: str, text: str) -> None:
        """Make a card that is not chosen."""
        super().__init__()
        self.value = value
        self._theme, self._number, self._text = theme, number, text
        self._was = False
        self._layouts: dict[int, tuple[QTextLayout, int]] = {}
        self.setAccessibleName(f"{number}: {text}" if text else number)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._font, self._bold = QFont(self.font()), QFont(self.font())
        self._font.setPointSizeF(theme.points(SECONDARY))
        self._bold.setPointSizeF(theme.points(BODY))
        self._bold.setWeight(QFont.Weight.DemiBold)
        pad = 2 * theme.pixels(GAP_4)
        side = theme.pixels(LEVEL_DISC)
        width = QFontMetrics(self._bold).horizontalAdvance(number) + pad
        self._disc = QSize(max(side, width), side)
        metrics = QFontMetrics(self._font)
        self._widest = max(map(metrics.horizontalAdvance, _ENDS.split(text))) + 1

    def show_choice(self, *, chosen: bool, was: bool) -> None:
        """Show whether this is the score, or was the one before it."""
        if chosen != self.isChecked():
            # Exclusive only in name, for screen readers: a score can be taken back.
            self.setAutoExclusive(False)
            self.setChecked(chosen)
            self.setAutoExclusive(True)
        if was != self._was:
            self._was = was
            self.update()

    def least_width(self) -> int:
        """Return the width in which the number and every word of the text find room."""
        return max(self._disc.width(), self._widest) + 2 * self._theme.pixels(GAP_8)

    def height_for(self, width: int) -> int:
        """Return the height that shows everything at a width."""
        inner = width - 2 * self._pad()
        text = self._laid_out(inner)[1] if self._text else 0
        return max(text, self._disc.height()) + 2 * self._pad()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: only the sheet says what is chosen."""

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a press anywhere on the card."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the number; the row decides."""
        return QSize(self.least_width(), self._disc.height() + 2 * self._pad())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the space bar; all other keys are the row's."""
        if event.key() in _PRESS and not event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint frame, number and text."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(painter)
            self._paint_number(painter)
            painter.setPen(QColor(self._theme.colours.text))
            if self._text:
                place = QPointF(self._pad(), self._pad())
                self._laid_out(self.width() - 2 * self._pad())[0].draw(painter, place)

    def _paint_frame(self, painter: QPainter) -> None:
        colours, chosen = self._theme.colours, self.isChecked()
        accent = QColor(colours.accent)
        pen = QPen(QColor(colours.line), BORDER)
        if chosen:
            pen = QPen(accent, THICK)
        elif self._was:
            pen = QPen(accent, FOCUS_RING, Qt.PenStyle.DashLine)
        ground = colours.accent_soft if chosen or self.underMouse() else colours.surface
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        inset = pen.widthF() / 2 + FOCUS_RING
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CORNER, CORNER)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = FOCUS_RING / 2
            ring = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(ring, CORNER + FOCUS_RING, CORNER + FOCUS_RING)

    def _paint_number(self, painter: QPainter) -> None:
        colours, chosen = self._theme.colours, self.isChecked()
        left = self._pad() if self._text else (self.width() - self._disc.width()) / 2
        top = self._pad() if self._text else (self.height() - self._disc.height()) / 2
        box = QRectF(QPointF(left, top), self._disc)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), BORDER))
        painter.setBrush(QColor(colours.accent if chosen else colours.surface))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._bold)
        painter.setPen(QColor(colours.on_accent if chosen else colours.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._number)

    def _pad(self) -> int:
        return self._theme.pixels(GAP_8)

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        if width not in self._layouts:
            if len(self._layouts) >= MOST_WIDTHS:
                self._layouts.clear()
            self._layouts[width] = self._lay_out(width)
        return self._layouts[width]

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self._text, self._font)
        indent = self._disc.width() + self._theme.pixels(GAP_8)
        spacing = QFontMetrics(self._font).lineSpacing()
        # The first line stands beside the number, in the middle of its height.
        y = max(0, (self._disc.height() - spacing) // 2)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - indent))
            if indent and line.naturalTextWidth() > width - indent:
                # A long first word has no room beside the number.
                indent, y = 0, self._disc.height()
                line.setLineWidth(max(1, width))
            line.setPosition(QPointF(indent, y))
            y = max(y + spacing, self._disc.height() if indent else 0)
            indent = 0
        layout.endLayout()
        return layout, y
