"""The head of a PDF's first page as a picture, to be looked at on the screen."""

from __future__ import annotations

from io import BytesIO

from smartcity_desktop.pictures.pages import opened_pdf

HEAD = 3
"""The head is a third of the page."""


def head_of_first_page(pdf: bytes, width: int) -> bytes:
    """Return the upper third of the first page as PNG, so many pixels wide.

    Raises:
        PictureRefusedError: the PDF cannot be drawn.
    """
    with opened_pdf(pdf) as document:
        page = document[0]
        drawn = page.render(scale=width / page.get_width())
        try:
            picture = drawn.to_pil()
            head = picture.crop((0, 0, picture.width, picture.height // HEAD))
            target = BytesIO()
            head.save(target, "PNG")
        finally:
            drawn.close()
    return target.getvalue()
