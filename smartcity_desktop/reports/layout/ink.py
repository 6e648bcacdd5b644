"""Faces, sizes and colours of printed text: the one place that holds them."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from reportlab.lib.colors import Color  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR

MM = 72 / 25.4

BLACK = Color(0, 0, 0)
GREY = Color(0.33, 0.33, 0.33)
RULE = Color(0.62, 0.62, 0.62)
HAIR = Color(0.8, 0.8, 0.8)
HEAD_FILL = Color(0.92, 0.925, 0.935)
GROUP_FILL = Color(0.962, 0.965, 0.97)
WARNING = Color(0.70, 0.13, 0.06)
WARNING_FILL = Color(1, 0.945, 0.87)
WATERMARK = Color(0.93, 0.925, 0.92)


class Ink(Struct, frozen=True, eq=False):
    """How a run of text is set; size and leading in points.

    Two are equal when they are the same: lines are looked up by their ink a million times.
    """

    font: str = REGULAR
    size: float = 9
    leading: float = 11
    colour: Color = BLACK

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        return _width(text, self.font, self.size)

    def baseline(self) -> float:
        """Return how far below the top of its line the text stands."""
        return (self.leading - self.size) / 2 + 0.80 * self.size


BODY = Ink(REGULAR, 11, 15)
BODY_BOLD = Ink(BOLD, 11, 15)
TITLE = Ink(BOLD, 13, 17)
HEADING = Ink(BOLD, 11, 15)
CELL = Ink(REGULAR, 9, 11.2)
CELL_BOLD = Ink(BOLD, 9, 11.2)
CELL_ITALIC = Ink(ITALIC, 9, 11.2, GREY)
HEAD = Ink(BOLD, 8.5, 10.4)
SMALL = Ink(REGULAR, 7.5, 9.6, GREY)
SMALL_BLACK = Ink(REGULAR, 8, 10)
SMALL_BOLD = Ink(BOLD, 8, 10)
SHEET = Ink(REGULAR, 8.5, 10.6)
SHEET_BOLD = Ink(BOLD, 8.5, 10.6)
SHEET_NOTE = Ink(REGULAR, 7.5, 9.2)
NOTE = Ink(REGULAR, 8.5, 11)
STRONG_NOTE = Ink(BOLD_ITALIC, 8.5, 11)


STEPS = 40
"""How finely a width is narrowed to balance the lines of a title."""


@lru_cache(maxsize=65536)
def _width(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, font, size))


@lru_cache(maxsize=16384)
def wrap(text: str, ink: Ink, width: float) -> tuple[str, ...]:
    """Break a text into lines of at most this width, between words where words allow it."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, ink, width))
    return tuple(lines)


def balanced(text: str, ink: Ink, width: float) -> str:
    """Return a text with breaks that make its lines about equally long, no more than needed."""
    lines = wrap(text, ink, width)
    for part in range(STEPS - 1, STEPS // 2, -1):
        narrower = wrap(text, ink, width * part / STEPS)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return "\n".join(lines)


def fitting(text: str, ink: Ink, width: float) -> str:
    """Return a text that fits one line, shortened with a mark where there is no room to wrap."""
    if ink.width(text) <= width:
        return text
    while text and ink.width(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _wrap_paragraph(text: str, ink: Ink, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if ink.width(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, ink, width)
        lines.extend(whole)
    lines.append(line)
    return lines


def _cut(word: str, ink: Ink, width: float) -> list[str]:
    """Cut a word that is wider than its column; a word that fits comes back whole.

    It is cut after a hyphen where it has one, as in the double names of families.
    """
    parts: list[str] = []
    while ink.width(word) > width and len(word) > 1:
        end = len(word) - 1
        while end > 1 and ink.width(word[:end]) > width:
            end -= 1
        end = word.rfind("-", 1, end) + 1 or end
        parts.append(word[:end])
        word = word[end:]
    return [*parts, word]
