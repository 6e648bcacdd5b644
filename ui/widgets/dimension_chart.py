"""Own figures by dimension: a radar chart, or bars where there are fewer than three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from smartcity_desktop.reports.charts.bars import draw_bar
from smartcity_desktop.reports.charts.radar import LEAST_AXES, RadarAxis, draw_radar
from ui.theme import BAR_HEIGHT, BORDER, CHART_HEIGHT, FOCUS_RING, GAP_4, GAP_8, SECONDARY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from smartcity_desktop.reports.charts.radar import RadarDrawing
    from ui.theme import Theme

    Points = Sequence[tuple[float, float]]


class DimensionChart(QWidget):
    """One solid line with dots, and a dashed one behind it; its words say the same."""

    def __init__(self, theme: Theme) -> None:
        """Make an empty chart."""
        super().__init__()
        self._theme = theme
        self._axes: tuple[RadarAxis, ...] = ()
        self._own = QColor(theme.colours.accent)

    def show_axes(self, axes: Sequence[RadarAxis], words: str) -> None:
        """Draw other values.

        Args:
            axes: one a dimension; their ends never change with the values.
            words: the same as a sentence.
        """
        self.setAccessibleDescription(words)
        if tuple(axes) != self._axes:
            self._axes = tuple(axes)
            self.setFixedHeight(self.sizeHint().height())
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the chart needs."""
        if len(self._axes) >= LEAST_AXES:
            height = self._theme.pixels(CHART_HEIGHT)
        else:
            height = len(self._axes) * self._bar_step()
        return QSize(height, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chart."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(self.font())
            font.setPointSizeF(self._theme.points(SECONDARY))
            painter.setFont(font)
            if len(self._axes) >= LEAST_AXES:
                self._paint_radar(painter, draw_radar(self._axes))
            else:
                self._paint_bars(painter)

    def _paint_radar(self, painter: QPainter, drawing: RadarDrawing) -> None:
        colours, line = self._theme.colours, QFontMetricsF(painter.font()).height()
        self._radius = min(self.width() / 2 - 1.4 * line, self.height() / 2 - 1.4 * line)
        self._centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(QColor(colours.hair), BORDER))
        for ring in drawing.rings:
            if ring.percent == 100:
                painter.setPen(QPen(QColor(colours.line), BORDER))
            painter.drawPolygon(self._polygon(ring.points))
        painter.setPen(QPen(QColor(colours.hair), BORDER))
        for end in drawing.ends:
            painter.drawLine(QLineF(self._centre, self._at(end)))
        self._paint_other(painter, drawing)
        self._paint_own(painter, drawing)
        painter.setPen(QColor(colours.text))
        for text, point in drawing.labels:
            centre = self._at(point)
            box = QRectF(centre.x() - 3 * line, centre.y() - line / 2, 6 * line, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_other(self, painter: QPainter, drawing: RadarDrawing) -> None:
        pen = QPen(QColor(self._theme.colours.quiet), FOCUS_RING)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if drawing.is_whole[1]:
            painter.drawPolygon(self._polygon(drawing.other))

    def _paint_own(self, painter: QPainter, drawing: RadarDrawing) -> None:
        painter.setPen(QPen(self._own, FOCUS_RING))
        if drawing.is_whole[0]:
            painter.drawPolygon(self._polygon(drawing.value))
        painter.setBrush(self._own)
        for point in drawing.value:
            painter.drawEllipse(self._at(point), FOCUS_RING + BORDER, FOCUS_RING + BORDER)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_bars(self, painter: QPainter) -> None:
        colours, text = self._theme.colours, QFontMetricsF(painter.font())
        widest = max((text.horizontalAdvance(axis.label) for axis in self._axes), default=0.0)
        left, thick = widest + GAP_8, self._theme.pixels(BAR_HEIGHT)
        whole = self.width() - left - BORDER
        for number, axis in enumerate(self._axes):
            top = number * self._bar_step() + GAP_4
            middle = QRectF(0, top, widest, thick)
            painter.setPen(QColor(colours.text))
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, axis.label)
            own, other = draw_bar(axis)
            painter.setPen(QPen(QColor(colours.line), BORDER))
            painter.drawRect(QRectF(left, top, whole, thick))
            if own is not None:
                painter.fillRect(QRectF(left, top, whole * own, thick), self._own)
            if other is not None:
                pen = QPen(QColor(colours.text), FOCUS_RING)
                pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                at = left + whole * other
                painter.drawLine(QLineF(at, top - GAP_4, at, top + thick + GAP_4))

    def _bar_step(self) -> int:
        return self._theme.pixels(BAR_HEIGHT) + 2 * GAP_8

    def _polygon(self, points: Points) -> QPolygonF:
        return QPolygonF([self._at(point) for point in points])

    def _at(self, point: tuple[float, float]) -> QPointF:
        x, y = point
        return self._centre + QPointF(x * self._radius, -y * self._radius)
