"""Opening a picture that may come from anywhere: under limits, as grey pixels and nothing else."""

from __future__ import annotations

import struct
import warnings
import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

    from smartcity_desktop.domain.message import Message

LARGEST_FILE = 64 * 2**20
MOST_PIXELS = 60_000_000
"""A page of A4 at 600 dpi has 35 million."""

MOST_PAGES = 4
"""Pages of one scan that are looked at; the code is on the first page of a document."""

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")
_ENDINGS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")

_FAULTS: tuple[type[Exception], ...] = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    SyntaxError,
    RuntimeError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What the library raises on files made to break it; nothing of ours runs under these."""


class PictureRefusedError(InputError):
    """A file is no picture that can be read, or larger than any scan of paper."""


def is_picture(name: str, data: bytes) -> bool:
    """Whether a file says that it is a picture, by its name or by its first bytes."""
    return name.lower().endswith(_ENDINGS) or data.startswith(_BEGINNINGS)


def grey_pages(data: bytes) -> Iterator[Image]:
    """Yield the pages of a picture in shades of grey; a PNG, JPEG or BMP has one.

    Transparent parts become white. At most MOST_PAGES are yielded.

    Raises:
        PictureRefusedError: no picture, damaged, or larger than the limits.
    """
    from PIL import Image

    if len(data) > LARGEST_FILE:
        raise PictureRefusedError(_too_large())
    with _refusing():
        picture = Image.open(BytesIO(data), formats=_FORMATS)
    for page in range(MOST_PAGES):
        with _refusing():
            try:
                picture.seek(page)
            except EOFError:
                return
            refuse_larger(*picture.size)
            grey = _grey(picture)
        yield grey


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn what the library raises into a refusal; odd metadata is no fault of the paper."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Image.DecompressionBombError as fault:
            raise PictureRefusedError(_too_large()) from fault
        except _FAULTS as fault:
            raise PictureRefusedError(_damaged()) from fault


def refuse_larger(width: int, height: int) -> None:
    """Refuse more pixels than any scan of paper has, before one of them is decoded.

    Raises:
        PictureRefusedError: too many.
    """
    if width * height > MOST_PIXELS:
        raise PictureRefusedError(_too_large())


def _grey(picture: ImageFile) -> Image:
    from PIL import Image

    if picture.format == "JPEG":
        picture.draft("L", picture.size)
    picture.load()
    if picture.mode.startswith("I"):  # 16 bits a pixel
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("L")
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("L")


def _too_large() -> Message:
    return message(
        "This picture is larger than any scan of a page ({pixels} million pixels, {megabytes} MB); "
        "it was not opened. Scan the first page again at 300 dpi.",
        pixels=MOST_PIXELS // 1_000_000,
        megabytes=LARGEST_FILE // 2**20,
    )


def _damaged() -> Message:
    return message(
        "This is no sound picture of the kinds PNG, JPEG, TIFF or BMP, or it was damaged on its "
        "way. Scan or photograph the first page again."
    )
