"""Finding QR codes on pictures of paper: turned, blurred, noisy and badly compressed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.pictures.opening import grey_pages
from smartcity_desktop.pictures.pages import page_pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PIL.Image import Image

_SMALL = 4_000_000
"""Pixels; a page of A4 at 150 dpi has 2.2 million."""

_LONGEST_SIDE = 12_000


def codes_on_picture(data: bytes, wanted: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the texts of the QR codes on a picture, up to the page that has a wanted one.

    Raises:
        PictureRefusedError: no picture, damaged, or larger than any scan.
    """
    return _search(grey_pages(data), wanted)


def codes_on_pages(pdf: bytes, wanted: Callable[[str], bool], pages: int) -> tuple[str, ...]:
    """Return the texts of the QR codes on the first pages of a PDF, likewise.

    Raises:
        PictureRefusedError: the PDF cannot be drawn.
    """
    return _search(page_pictures(pdf, pages), wanted)


def _search(pictures: Iterable[Image], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    import zxingcpp

    qr = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    found: dict[str, None] = {}
    for picture in pictures:
        for attempt in _attempts(picture):
            codes = zxingcpp.read_barcodes(attempt, formats=qr)
            found.update((code.text, None) for code in codes)
            if any(map(wanted, found)):
                return tuple(found)
    return tuple(found)


def _attempts(picture: Image) -> Iterator[Image]:
    """Yield a picture as it is, then as a faint, noisy or coarse one is read more easily."""
    from PIL import Image, ImageFilter, ImageOps

    yield picture
    clear = ImageOps.autocontrast(picture, cutoff=1)
    yield clear.filter(ImageFilter.GaussianBlur(1))
    width, height = picture.size
    if width * height > _SMALL:
        yield picture.reduce(2)
    elif max(width, height) * 2 <= _LONGEST_SIDE:
        yield clear.resize((width * 2, height * 2), Image.Resampling.BICUBIC)
