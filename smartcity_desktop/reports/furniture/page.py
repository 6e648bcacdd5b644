"""Drawing a page's furniture: beneath the text when it begins, the foot when it is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Frame, PageTemplate  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.furniture.check_strip import draw_strip_at, strip_size
from smartcity_desktop.reports.furniture.geometry import FOOT, PageShape, page_shape
from smartcity_desktop.reports.layout.ink import (
    BLACK,
    GREY,
    HAIR,
    MM,
    WARNING,
    WARNING_FILL,
    WATERMARK,
    Ink,
    fitting,
)
from smartcity_desktop.reports.layout.pen import write_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.platypus import BaseDocTemplate

    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
    from smartcity_desktop.reports.furniture.imprint import Imprint
    from smartcity_desktop.reports.letterhead import Paper

HEAD_TEXT = Ink(REGULAR, 8, 10, GREY)
HEAD_MODE = Ink(BOLD, 8, 10, BLACK)
HEAD_NUMBER = Ink(REGULAR, 9, 11.5, BLACK)
FOOT_TEXT = Ink(REGULAR, 7.5, 9.6, GREY)
FOOT_STRONG = Ink(BOLD, 7.5, 9.6, BLACK)
BAND = Ink(BOLD, 10, 12, WARNING)

UPRIGHT, LYING = "upright", "lying"
"""Names of the page templates for all pages but the first."""

FIRST = "first"
STRIP_AIR = 10


class PageFurniture:
    """Draws what surrounds the text of every page."""

    def __init__(self, imprint: Imprint, paper: Paper) -> None:
        """Take the texts and the paper."""
        self.imprint = imprint
        self._shapes = {
            UPRIGHT: page_shape(paper, landscape=False),
            LYING: page_shape(paper, landscape=True),
        }

    def shape(self, *, landscape: bool) -> PageShape:
        """Return the page in one direction."""
        return self._shapes[LYING if landscape else UPRIGHT]

    def templates(self, *, landscape: bool) -> list[PageTemplate]:
        """Return the page templates; the first page lies or stands as asked."""
        first = self.shape(landscape=landscape)
        check = self.imprint.check
        low = strip_size(check, first.inner_width) + STRIP_AIR if check else 0.0
        found = [_template(FIRST, first, low, self._begin_first)]
        found[0].autoNextPageTemplate = LYING if landscape else UPRIGHT
        for name, shape in self._shapes.items():
            found.append(_template(name, shape, 0, self._begin_next))
        return found

    def finish_page(self, canvas: ArchiveCanvas, number: int, total: int) -> None:
        """Draw the foot, now that the total is known."""
        shape = self._shape_of(canvas)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(shape.left, FOOT, shape.width - shape.right, FOOT)
        end = shape.width - shape.right
        page = self.imprint.page_of(number, total)
        _write(canvas, FOOT_STRONG, shape.left, FOOT - 10, self.imprint.mode)
        start = shape.left + FOOT_STRONG.width(self.imprint.mode) + 5
        _write(canvas, FOOT_TEXT, start, FOOT - 10,
               fitting(self.imprint.identity, FOOT_TEXT, end - start - 30 * MM))  # fmt: skip
        _write(canvas, FOOT_TEXT, shape.left, FOOT - 20,
               fitting(self.imprint.proof, FOOT_TEXT, end - shape.left))  # fmt: skip
        _write(canvas, FOOT_STRONG, end - FOOT_STRONG.width(page), FOOT - 10, page)
        if self.imprint.initials:
            _draw_initials(canvas, shape, self.imprint.initials)

    def _begin_first(self, canvas: ArchiveCanvas, _document: BaseDocTemplate) -> None:
        self._warn(canvas)
        if self.imprint.check is not None:
            shape = self._shape_of(canvas)
            corner = (shape.left, shape.bottom)
            draw_strip_at(canvas, self.imprint.check, corner, shape.inner_width)

    def _begin_next(self, canvas: ArchiveCanvas, _document: BaseDocTemplate) -> None:
        self._warn(canvas)
        with canvas.artifact():
            self._draw_head(canvas)

    def _draw_head(self, canvas: ArchiveCanvas) -> None:
        """Draw the page number as official letters have it, and under it the running head."""
        shape = self._shape_of(canvas)
        y = shape.height - shape.top + 3.2 * MM
        number = f"- {canvas.getPageNumber()} -"
        middle = shape.width / 2 - HEAD_NUMBER.width(number) / 2
        _write(canvas, HEAD_NUMBER, middle, y + HEAD_NUMBER.leading, number)
        end = shape.width - shape.right
        mode = self.imprint.mode
        room = shape.inner_width - HEAD_MODE.width(mode) - 12
        _write(canvas, HEAD_TEXT, shape.left, y,
               fitting(self.imprint.running_head, HEAD_TEXT, room))  # fmt: skip
        _write(canvas, HEAD_MODE, end - HEAD_MODE.width(mode), y, mode)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(shape.left, y - 4, end, y - 4)

    def _warn(self, canvas: ArchiveCanvas) -> None:
        shape = self._shape_of(canvas)
        bands = [text for text in (self.imprint.warning, self.imprint.internal) if text]
        with canvas.artifact():
            if self.imprint.warning:
                _draw_watermark(canvas, shape, self.imprint.warning)
            if bands:
                _draw_band(canvas, shape, " · ".join(bands))

    def _shape_of(self, canvas: ArchiveCanvas) -> PageShape:
        width, height = canvas._pagesize  # noqa: SLF001  the library tells it nowhere else
        return self.shape(landscape=width > height)


def _template(
    name: str, shape: PageShape, low: float, begin: Callable[[ArchiveCanvas, BaseDocTemplate], None]
) -> PageTemplate:
    frame = Frame(shape.left, shape.bottom + low, shape.inner_width, shape.inner_height - low,
                  leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)  # fmt: skip
    return PageTemplate(name, [frame], onPage=begin, pagesize=(shape.width, shape.height))


def _write(canvas: ArchiveCanvas, ink: Ink, x: float, y: float, text: str) -> None:
    write_lines(canvas, ink, [(text, x, y)])


def _draw_band(canvas: ArchiveCanvas, shape: PageShape, text: str) -> None:
    height = 6.5 * MM
    bottom = shape.height - 4.5 * MM - height
    canvas.setFillColor(WARNING_FILL)
    canvas.setStrokeColor(WARNING)
    canvas.setLineWidth(0.8)
    canvas.rect(shape.left, bottom, shape.inner_width, height, stroke=1, fill=1)
    canvas.setFillColor(BAND.colour)
    size = min(BAND.size, BAND.size * (shape.inner_width - 4 * MM) / BAND.width(text))
    canvas.setFont(BAND.font, size)
    canvas.drawCentredString(shape.left + shape.inner_width / 2, bottom + height / 2 - 3.5, text)


def _draw_watermark(canvas: ArchiveCanvas, shape: PageShape, text: str) -> None:
    diagonal = (shape.width**2 + shape.height**2) ** 0.5
    ink = Ink(BOLD, 10, 10)
    size = min(0.78 * diagonal / ink.width(text) * 10, 92)
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.setFont(BOLD, size)
    canvas.translate(shape.width / 2, shape.height / 2)
    canvas.rotate(52 if shape.height > shape.width else 32)
    canvas.drawCentredString(0, -size / 3, text)
    canvas.restoreState()


def _draw_initials(canvas: ArchiveCanvas, shape: PageShape, label: str) -> None:
    width, height = 34 * MM, 7.5 * MM
    x = shape.width - shape.right - width
    y = FOOT + 0.6 * MM
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.5)
    canvas.rect(x, y, width, height)
    _write(canvas, FOOT_TEXT, x + 3, y + height - 8, label)
