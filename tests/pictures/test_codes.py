"""QR codes are found on every kind of picture."""

from __future__ import annotations

import pytest
import segno
from PIL import Image

from smartcity_desktop.pictures.codes import codes_on_pages, codes_on_picture
from tests.pictures.scanning import saved

TOKEN = "eyJhbGciOiJFUzI1NiJ9." + "a1B2c3D4" * 38


def is_token(text: str) -> bool:
    return text == TOKEN


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("L", "RGB", "RGBA", "P", "1", "I;16")),
        *(("TIFF", mode) for mode in ("L", "RGB", "RGBA", "P", "1", "I;16", "CMYK")),
        *(("BMP", mode) for mode in ("L", "RGB", "P", "1")),
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
    ],
)
def test_every_kind_of_picture_is_read(kind: str, mode: str) -> None:
    page = code(TOKEN)
    if mode == "I;16":
        page = page.convert("I").point(lambda value: value * 257).convert("I;16")
    assert codes_on_picture(saved(page.convert(mode), kind), is_token) == (TOKEN,)


def test_transparent_paper_is_white() -> None:
    clear = Image.merge("LA", (Image.new("L", (700, 700)), code(TOKEN).point(lambda v: 255 - v)))
    assert codes_on_picture(saved(clear, "PNG"), is_token) == (TOKEN,)


def test_the_code_may_stand_on_a_later_page_and_beside_others() -> None:
    pages = [code("https://kota.example/undangan"), code(TOKEN)]
    tiff = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert codes_on_picture(tiff, is_token) == ("https://kota.example/undangan", TOKEN)
    pdf = saved(pages[0], "PDF", save_all=True, append_images=pages[1:])
    assert codes_on_pages(pdf, is_token, 4) == ("https://kota.example/undangan", TOKEN)
    assert TOKEN not in codes_on_pages(pdf, is_token, 1)


def test_a_page_without_a_code_has_none() -> None:
    assert codes_on_picture(saved(Image.new("L", (400, 300), 255), "PNG"), is_token) == ()


def code(text: str) -> Image.Image:
    """A code of 700 pixels a side on white paper."""
    rows = segno.make_qr(text, error="m").matrix
    small = Image.new("L", (len(rows), len(rows)), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                small.putpixel((x, y), 0)
    page = Image.new("L", (700, 700), 255)
    factor = 600 // len(rows)
    side = factor * len(rows)
    page.paste(small.resize((side, side), Image.Resampling.NEAREST), (50, 50))
    return page
