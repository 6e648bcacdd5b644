"""Pictures and PDF files made to exhaust or confuse: a sentence, in little time and memory."""

from __future__ import annotations

import random
import struct
import time
import zlib

import pytest
from PIL import Image

from smartcity_desktop.pictures.codes import codes_on_pages, codes_on_picture
from smartcity_desktop.pictures.opening import (
    LARGEST_FILE,
    MOST_PAGES,
    MOST_PIXELS,
    PictureRefusedError,
    grey_pages,
    is_picture,
)
from tests.pictures.scanning import saved


def nothing(_: str) -> bool:
    return False


def png_bomb(width: int, height: int) -> bytes:
    """A small file that claims to hold a very large picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(min(1 + 3 * width, 200_000))
    rows = b"".join(packer.compress(row) for _ in range(min(height, 300)))
    body = chunk(b"IHDR", head) + chunk(b"IDAT", rows + packer.flush()) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def pdf_with_picture(width: int, height: int, box: str = "0 0 595 842") -> bytes:
    data = zlib.compress(bytes(1000))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R"
        b"/Resources<</XObject<</I 5 0 R>>>>>>" % box.encode(),
        b"<</Length 30>>stream\nq 500 0 0 700 20 20 cm /I Do Q\nendstream",
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace"
        b"/DeviceRGB/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (width, height, len(data), data),
    ]
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


@pytest.mark.parametrize("size", [(8000, 8000), (60_000, 2000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_explodes_is_not_opened(size: tuple[int, int]) -> None:
    bomb = png_bomb(*size)
    started = time.monotonic()
    with pytest.raises(PictureRefusedError, match="larger than any scan"):
        codes_on_picture(bomb, nothing)
    assert time.monotonic() - started < 2


def test_a_file_larger_than_any_scan_is_not_opened() -> None:
    with pytest.raises(PictureRefusedError, match="larger than any scan"):
        codes_on_picture(b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_FILE), nothing)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"halo",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"II*\0\x08\0\0\0",
        b"BM" + bytes(60),
        b"GIF89a" + bytes(40),
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        saved(Image.new("L", (50, 50)), "JPEG")[:200],
        saved(Image.new("L", (50, 50)), "GIF"),
        saved(Image.new("L", (50, 50)), "WEBP"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(PictureRefusedError, match="no sound picture"):
        codes_on_picture(data, nothing)


def test_pictures_are_told_by_name_or_beginning() -> None:
    assert is_picture("scan.JPG", b"halo")
    assert is_picture("tanpa-nama", saved(Image.new("L", (5, 5)), "TIFF"))
    assert not is_picture("juri-01.panel", b"SQLite format 3\0")


def test_no_more_pages_than_a_document_needs_are_looked_at() -> None:
    page = Image.new("L", (40, 40), 255)
    tiff = saved(page, "TIFF", save_all=True, append_images=[page] * 30)
    assert len(list(grey_pages(tiff))) == MOST_PAGES


@pytest.mark.parametrize("box", ["0 0 595 842", "0 0 90000000 90000000", "0 0 0 0"])
def test_a_page_of_any_size_is_drawn_small(box: str) -> None:
    assert codes_on_pages(pdf_with_picture(20, 20, box), nothing, 1) == ()


@pytest.mark.parametrize("side", [8000, 40_000, 2**30])
def test_a_picture_inside_a_pdf_is_measured_first(side: int) -> None:
    assert side * side > MOST_PIXELS
    with pytest.raises(PictureRefusedError):
        codes_on_pages(pdf_with_picture(side, side), nothing, 1)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"halo", pdf_with_picture(9, 9)[:120]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefusedError, match="cannot be drawn"):
        codes_on_pages(data, nothing, 1)


def test_no_mutant_breaks_anything() -> None:
    chance = random.Random(20)  # noqa: S311 - it protects nothing
    page = Image.frombytes("L", (60, 40), chance.randbytes(2400))
    seeds = [saved(page, kind) for kind in ("PNG", "JPEG", "TIFF", "BMP")]
    seeds += [saved(page.convert(mode), "PNG") for mode in ("RGBA", "P", "I;16", "1")]
    seeds.append(saved(page, "TIFF", compression="tiff_lzw"))
    refused = 0
    for _ in range(800):
        mutant = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 3, 12))):
            mutant[chance.randrange(min(len(mutant), 300))] = chance.randrange(256)
        try:
            list(grey_pages(bytes(mutant)))
        except PictureRefusedError:
            refused += 1
    assert 100 < refused < 800
