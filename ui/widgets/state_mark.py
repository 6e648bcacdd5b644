"""State as a painted shape with a word beside it, readable without colour."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme import FOCUS_RING, MARK_SIZE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Colours, Theme


class MarkShape(Enum):
    """What a state looks like.

    Empty ring: nothing yet. Half ring: partly. Full disc with a tick: finished. Bar: left out
    with a reason. Diamond: in doubt. Square: sealed. Cross: conflict or refused. Dash: nothing is
    expected.
    """

    EMPTY = "empty"
    PARTLY = "partly"
    FINISHED = "finished"
    LEFT_OUT = "left_out"
    DOUBT = "doubt"
    SEALED = "sealed"
    REFUSED = "refused"
    NOT_DUE = "not_due"


def paint_mark(painter: QPainter, shape: MarkShape, box: QRectF, colours: Colours) -> None:
    """Paint a state into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    centre, radius = box.center(), side / 2 - FOCUS_RING
    ink = QColor(_INK[shape](colours))
    painter.setPen(QPen(ink, FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[shape](painter, centre, radius, ink, QColor(colours.surface))
    painter.restore()


def _empty(painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor) -> None:
    del ink, paper
    painter.drawEllipse(centre, radius, radius)


def _partly(painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor) -> None:
    del paper
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(ink)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawPie(box, 90 * 16, 180 * 16)


def _finished(
    painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor
) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(centre, radius, radius)
    paint_tick(painter, centre, radius, paper)


def _sealed(painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor) -> None:
    painter.setBrush(ink)
    painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
    paint_tick(painter, centre, radius, paper)


def paint_tick(painter: QPainter, centre: QPointF, radius: float, paper: QColor) -> None:
    """Paint a tick into a disc or a box that is already there."""
    painter.setPen(QPen(paper, FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF(
            [
                centre + QPointF(-radius / 2, 0),
                centre + QPointF(-radius / 8, radius / 2.5),
                centre + QPointF(radius / 2, -radius / 2.5),
            ]
        )
    )


def _left_out(
    painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor
) -> None:
    del ink, paper
    painter.drawEllipse(centre, radius, radius)
    painter.drawLine(centre - QPointF(radius / 2, 0), centre + QPointF(radius / 2, 0))


def _doubt(painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor) -> None:
    del ink, paper
    painter.drawPolygon(
        QPolygonF(
            [
                centre + QPointF(0, -radius),
                centre + QPointF(radius, 0),
                centre + QPointF(0, radius),
                centre + QPointF(-radius, 0),
            ]
        )
    )
    painter.drawPoint(centre)


def _refused(painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor) -> None:
    del ink, paper
    arm = radius * 0.7
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


def _not_due(painter: QPainter, centre: QPointF, radius: float, ink: QColor, paper: QColor) -> None:
    del ink, paper
    painter.drawLine(centre - QPointF(radius / 2, 0), centre + QPointF(radius / 2, 0))


_PAINTERS = {
    MarkShape.EMPTY: _empty,
    MarkShape.PARTLY: _partly,
    MarkShape.FINISHED: _finished,
    MarkShape.LEFT_OUT: _left_out,
    MarkShape.DOUBT: _doubt,
    MarkShape.SEALED: _sealed,
    MarkShape.REFUSED: _refused,
    MarkShape.NOT_DUE: _not_due,
}
_INK = {
    MarkShape.EMPTY: lambda c: c.quiet,
    MarkShape.PARTLY: lambda c: c.accent,
    MarkShape.FINISHED: lambda c: c.accent,
    MarkShape.LEFT_OUT: lambda c: c.quiet,
    MarkShape.DOUBT: lambda c: c.attention,
    MarkShape.SEALED: lambda c: c.verified,
    MarkShape.REFUSED: lambda c: c.danger,
    MarkShape.NOT_DUE: lambda c: c.quiet,
}


class StateMark(QWidget):
    """The shape alone; the word stands beside it and is also the accessible name."""

    def __init__(self, theme: Theme, shape: MarkShape, word: str) -> None:
        """Make a mark of the size of the text."""
        super().__init__()
        self._theme, self._shape = theme, shape
        self.setAccessibleName(word)
        self.setFixedSize(self.sizeHint())

    def show_state(self, shape: MarkShape, word: str) -> None:
        """Show another state."""
        self._shape = shape
        self.setAccessibleName(word)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a square that grows with the text."""
        side = self._theme.pixels(MARK_SIZE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the shape."""
        del event
        with QPainter(self) as painter:
            paint_mark(painter, self._shape, QRectF(self.rect()), self._theme.colours)
