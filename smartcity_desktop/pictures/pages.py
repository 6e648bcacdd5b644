"""The pages of a PDF as pictures.

The library below is not made for several threads: one document at a time.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.pictures.opening import (
    LARGEST_FILE,
    MOST_PAGES,
    MOST_PIXELS,
    PictureRefusedError,
    refuse_larger,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from smartcity_desktop.domain.message import Message

_POINTS = 72
RESOLUTIONS = (200, 300)
"""Dots an inch at which a page is drawn, one after the other until its code is read."""

_NESTED = 15
"""How deep pictures may lie inside forms of a page."""


class PdfLooks(Struct, frozen=True):
    """What a PDF is besides what it shows.

    Attributes:
        bare: nothing is attached, and nobody signed it or is asked to.
        written: a page has text that can be selected, so it is no plain scan.
    """

    bare: bool
    written: bool


def look_at(pdf: bytes) -> PdfLooks:
    """Tell a scan from a document; damaged cross references do not matter here.

    Raises:
        PictureRefusedError: the PDF cannot be drawn.
    """
    from pypdfium2 import raw  # type: ignore[import-untyped]

    with opened_pdf(pdf) as document:
        bare = not (
            document.count_attachments()
            or raw.FPDF_GetSignatureCount(document)
            or document.get_formtype() != raw.FORMTYPE_NONE
        )
        pages = range(min(len(document), MOST_PAGES))
        written = any(document[number].get_textpage().count_chars() for number in pages)
        return PdfLooks(bare=bare, written=written)


def page_pictures(pdf: bytes, pages: int = MOST_PAGES) -> Iterator[Image]:
    """Yield the first pages in shades of grey, each at every resolution, with their remarks.

    Raises:
        PictureRefusedError: the PDF cannot be drawn, or holds a picture larger than any scan.
    """
    with opened_pdf(pdf) as document:
        for number in range(min(len(document), pages)):
            page = document[number]
            _refuse_large_pictures(page)
            for dpi in RESOLUTIONS:
                yield _draw(page, dpi)


@contextmanager
def opened_pdf(pdf: bytes) -> Iterator[Any]:
    """Open a PDF for drawing.

    Raises:
        PictureRefusedError: the PDF is damaged, encrypted or too large.
    """
    import pypdfium2

    if len(pdf) > LARGEST_FILE:
        raise PictureRefusedError(_not_drawn())
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            yield document
    except pypdfium2.PdfiumError as fault:
        raise PictureRefusedError(_not_drawn()) from fault


def _refuse_large_pictures(page: Any) -> None:  # noqa: ANN401  the library has no types
    from pypdfium2 import raw

    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED)
    for picture in pictures:
        refuse_larger(*picture.get_px_size())


def _draw(page: Any, dpi: int) -> Image:  # noqa: ANN401  the library has no types
    width, height = page.get_size()
    scale = min(dpi / _POINTS, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    drawn = page.render(scale=scale, grayscale=True)
    try:
        picture: Image = drawn.to_pil().copy()
    finally:
        drawn.close()
    return picture


def _not_drawn() -> Message:
    return message(
        "The pages of this PDF cannot be drawn: it is damaged, encrypted or far too large. Print "
        "or scan the first page again."
    )
