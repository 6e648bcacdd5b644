"""The kop: emblem, offices from the highest down, address, double rule."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.layout.ink import BLACK, MM, Ink, wrap

if TYPE_CHECKING:
    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
    from smartcity_desktop.reports.letterhead import Letterhead
    from smartcity_desktop.reports.words import Words

EMBLEM = 24 * MM
UPPER = Ink(REGULAR, 13, 16)
LAST = Ink(BOLD, 14, 17.5)
ADDRESS = Ink(REGULAR, 8.5, 11)


class Kop(Flowable):  # type: ignore[misc]
    """The head of the first page; takes no room when the letterhead has no lines."""

    def __init__(self, letterhead: Letterhead, title: str, words: Words) -> None:
        """Take the letterhead; ``{title}`` in a line becomes the assessment's title."""
        super().__init__()
        names = [
            words.capitals(words.name(line.replace("{title}", title))) for line in letterhead.lines
        ]
        self._texts = [(name, UPPER) for name in names[:-1]]
        self._texts += [(name, LAST) for name in names[-1:]]
        self._texts += [(words.name(line), ADDRESS) for line in letterhead.address]
        self._emblem = letterhead.emblem
        self._emblem_said = words.say(message("Emblem of the organiser"))
        self.spaceAfter = 14

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size: the whole width of the page."""
        self._width = width
        self._room, self._centre = self._place()
        self._lines = [
            (line, ink) for text, ink in self._texts for line in wrap(text, ink, self._room)
        ]
        text = sum(ink.leading for _, ink in self._lines)
        self._height = max(text, EMBLEM if self._emblem else 0) + 9 if self._texts else 0.0
        return width, self._height

    def draw(self) -> None:
        """Draw emblem, lines and rules."""
        if not self._texts:
            return
        canvas = self.canv
        if self._emblem:
            with canvas.tag("Figure", self._emblem_said):
                _draw_picture(canvas, self._emblem, 9)
        with canvas.tag("P"):
            self._draw_lines(canvas)
        canvas.setStrokeColor(BLACK)
        with canvas.artifact():
            for height, weight in ((3.2, 2.0), (0.8, 0.6)):
                canvas.setLineWidth(weight)
                canvas.line(0, height, self._width, height)

    def _draw_lines(self, canvas: ArchiveCanvas) -> None:
        text = sum(ink.leading for _, ink in self._lines)
        y = 9 + (self._height - 9 + text) / 2
        canvas.setFillColor(BLACK)
        for line, ink in self._lines:
            canvas.setFont(ink.font, ink.size)
            canvas.drawCentredString(self._centre, y - ink.baseline(), line)
            y -= ink.leading

    def _place(self) -> tuple[float, float]:
        """Return room and centre of the lines: the page's own where nothing has to wrap."""
        beside = EMBLEM + 4 * MM if self._emblem else 0.0
        longest = max((ink.width(text) for text, ink in self._texts), default=0.0)
        if longest <= self._width - 2 * beside:
            return self._width - 2 * beside, self._width / 2
        return self._width - beside, (self._width + beside) / 2


def _draw_picture(canvas: ArchiveCanvas, data: bytes, bottom: float) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]

    picture = Image.open(BytesIO(data))
    scale = EMBLEM / max(picture.size)
    width, height = (side * scale for side in picture.size)
    canvas.drawImage(
        ImageReader(picture), (EMBLEM - width) / 2, bottom + (EMBLEM - height) / 2, width, height
    )
