"""The embedded fonts: Liberation Sans, with Arial's widths and figures of one width."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.fonts import addMapping  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = "LiberationSans"
BOLD = "LiberationSans-Bold"
ITALIC = "LiberationSans-Italic"
BOLD_ITALIC = "LiberationSans-BoldItalic"

_FILES = {
    REGULAR: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    BOLD_ITALIC: "LiberationSans-BoldItalic.ttf",
}


@cache
def register_fonts(folder: Path) -> frozenset[int]:
    """Make the fonts of a folder known and return the code points that all of them can draw."""
    drawable: set[int] | None = None
    for name, file in _FILES.items():
        font = TTFont(name, str(folder / file), asciiReadable=False)
        pdfmetrics.registerFont(font)
        glyphs = set(font.face.charToGlyph)
        drawable = glyphs if drawable is None else drawable & glyphs
    for bold, italic, name in ((0, 0, REGULAR), (1, 0, BOLD), (0, 1, ITALIC), (1, 1, BOLD_ITALIC)):
        addMapping(REGULAR, bold, italic, name)
        addMapping(name, 0, 0, name)
    return frozenset(drawable or ())
