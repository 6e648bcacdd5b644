"""A radar chart on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import Color  # type: ignore[import-untyped]
from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.fonts import REGULAR
from smartcity_desktop.reports.layout.ink import GREY, HAIR, MM, RULE, Ink, fitting, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.reports.charts.radar import RadarDrawing, Ring

OWN, OWN_FILL = Color(0.10, 0.30, 0.55), Color(0.86, 0.91, 0.97)
OTHER = Color(0.72, 0.38, 0.05)
LABEL = Ink(REGULAR, 7.5, 9)
RING = Ink(REGULAR, 6.5, 8, GREY)
LEAST_LABEL = 17 * MM
KEY_LINE = 16.0
CENTRED = 0.2
"""Labels nearer to the middle than this are centred above or below the chart."""


class RadarChart(Flowable):  # type: ignore[misc]
    """Rings, two lines, and below them which line is which."""

    def __init__(
        self,
        drawing: RadarDrawing,
        size: tuple[float, float],
        names: tuple[str, str],
        ring_name: Callable[[Ring], str],
        alternative: str,
    ) -> None:
        """Take what to draw, width and height in points, and the words.

        Args:
            drawing: from ``draw_radar``.
            size: of the whole chart with its labels and its key.
            names: of the two lines.
            ring_name: what is written on a ring.
            alternative: said to those who do not see it.
        """
        super().__init__()
        self._drawing = drawing
        self._size = size
        self._names = names
        self._ring_name = ring_name
        self._alternative = alternative

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        return self._size

    def draw(self) -> None:
        """Draw the chart."""
        with self.canv.tag("Figure", self._alternative):
            self._draw_all()

    def _draw_all(self) -> None:
        width, height = self._size
        key = 2 * LABEL.leading + 4
        self._radius = min(width / 2 - LEAST_LABEL - 3, (height - key) / 2 - 2.4 * LABEL.leading)
        self._centre = (width / 2, key + (height - key) / 2)
        drawing = self._drawing
        if drawing.is_whole[0]:
            self._outline(drawing.value, closed=True, fill=True)
        with self.canv.repeated(("grid", self._size, drawing.rings)) as is_new:
            if is_new:
                self._grid()
        self._line(drawing.other, OTHER, closed=drawing.is_whole[1], dashed=True)
        self._line(drawing.value, OWN, closed=drawing.is_whole[0], dashed=False)
        with self.canv.repeated(("labels", self._size, drawing.labels)) as is_new:
            if is_new:
                self._labels()
        self._key()

    def _grid(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.4)
        for ring in self._drawing.rings:
            canvas.setStrokeColor(RULE if ring.percent == 100 else HAIR)
            self._outline(ring.points, closed=True)
        canvas.setStrokeColor(HAIR)
        for x, y in self._places(self._drawing.ends):
            canvas.line(*self._centre, x, y)
        canvas.setFillColor(RING.colour)
        canvas.setFont(RING.font, RING.size)
        for ring in self._drawing.rings:
            x, y = self._places(ring.points[:1])[0]
            canvas.drawString(x + 1.5, y - RING.size + 1, self._ring_name(ring))

    def _line(
        self, points: Sequence[tuple[float, float]], colour: Color, *, closed: bool, dashed: bool
    ) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(colour)
        canvas.setFillColor(colour)
        canvas.setLineWidth(1.1 if dashed else 1.6)
        canvas.setLineJoin(1)
        if dashed:
            canvas.setDash(3, 2)
        if closed:
            self._outline(points, closed=True)
        canvas.setDash()
        if not dashed:
            for x, y in self._places(points):
                canvas.circle(x, y, 1.9, stroke=0, fill=1)
        canvas.restoreState()

    def _outline(
        self, points: Sequence[tuple[float, float]], *, closed: bool, fill: bool = False
    ) -> None:
        path = self.canv.beginPath()
        for n, place in enumerate(self._places(points)):
            (path.lineTo if n else path.moveTo)(*place)
        if closed:
            path.close()
        if fill:
            self.canv.setFillColor(OWN_FILL)
        self.canv.drawPath(path, stroke=int(not fill), fill=int(fill))

    def _labels(self) -> None:
        canvas = self.canv
        canvas.setFillColor(LABEL.colour)
        canvas.setFont(LABEL.font, LABEL.size)
        for text, point in self._drawing.labels:
            x, y = self._places([point])[0]
            lines = wrap(text, LABEL, self._label_room(x, point[0]))
            y += (point[1] - 0.75) * len(lines) * LABEL.leading / 2
            for line in lines:
                canvas.drawString(self._from_left(x, point[0], LABEL.width(line)), y, line)
                y -= LABEL.leading

    def _label_room(self, x: float, side: float) -> float:
        """Return the width between an axis' end and the edge of the chart."""
        if abs(side) < CENTRED:
            return self._size[0] / 2
        return max(self._size[0] - x + 3 if side > 0 else x + 3, LEAST_LABEL)

    def _from_left(self, x: float, side: float, width: float) -> float:
        """Return where a label begins: centred above and below, else outside, never cut."""
        begin = x - width / 2 if abs(side) < CENTRED else (x - 3 if side > 0 else x - width + 3)
        return min(max(begin, 0.0), self._size[0] - width)

    def _key(self) -> None:
        canvas = self.canv
        for name, colour, dashed, y in (
            (self._names[0], OWN, False, LABEL.leading + 2),
            (self._names[1], OTHER, True, 2),
        ):
            line = fitting(name, LABEL, self._size[0] - KEY_LINE - 6)
            x = (self._size[0] - KEY_LINE - 4 - LABEL.width(line)) / 2
            canvas.saveState()
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(1.1 if dashed else 1.6)
            if dashed:
                canvas.setDash(3, 2)
            canvas.line(x, y + 2.6, x + KEY_LINE, y + 2.6)
            canvas.restoreState()
            canvas.setFillColor(LABEL.colour)
            canvas.setFont(LABEL.font, LABEL.size)
            canvas.drawString(x + KEY_LINE + 4, y, line)

    def _places(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        x, y = self._centre
        return [(x + px * self._radius, y + py * self._radius) for px, py in points]
