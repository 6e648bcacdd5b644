"""Pages of a document in colour, as they are shown on the screen or sent to a printer."""

from __future__ import annotations

from msgspec import Struct

from smartcity_desktop.pictures.opening import MOST_PIXELS
from smartcity_desktop.pictures.pages import opened_pdf

_POINTS, _MILLIMETRES = 72, 25.4
"""To the inch."""


class PageImage(Struct, frozen=True):
    """One page.

    Attributes:
        pixels: red, green, blue for each pixel, row by row without gaps.
        points: width and height of the paper in points (1/72 inch).
    """

    width: int
    height: int
    pixels: bytes
    points: tuple[float, float]


def is_pdf(data: bytes) -> bool:
    """Whether a file says by its first bytes that it is a PDF."""
    return data.startswith(b"%PDF-")


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has; raises PictureRefusedError where it cannot be drawn."""
    with opened_pdf(pdf) as document:
        return len(document)


def paper_of(pdf: bytes) -> tuple[int, int]:
    """Return width and height of the first page's sheet held upright, in whole millimetres."""
    with opened_pdf(pdf) as document:
        short, long = sorted(document[0].get_size())
    return round(short * _MILLIMETRES / _POINTS), round(long * _MILLIMETRES / _POINTS)


def draw_page(pdf: bytes, number: int, dpi: int) -> PageImage:
    """Draw one page (counted from 0) with its visible signatures.

    Raises:
        PictureRefusedError: the PDF cannot be drawn.
    """
    with opened_pdf(pdf) as document:
        return _draw(document, number, dpi)


def _draw(document: object, number: int, dpi: int) -> PageImage:
    page = document[number]  # type: ignore[index] # the library has no types
    width, height = page.get_size()
    scale = min(dpi / _POINTS, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    drawn = page.render(scale=scale)
    try:
        picture = drawn.to_pil().convert("RGB")
        return PageImage(picture.width, picture.height, picture.tobytes(), (width, height))
    finally:
        drawn.close()
