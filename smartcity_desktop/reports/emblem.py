"""The organiser's emblem: a foreign picture made harmless before it reaches a page."""

from __future__ import annotations

import warnings
from io import BytesIO

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message

LARGEST_FILE = 2_000_000
LARGEST_SIDE = 4000
PRINTED_SIDE = 600
"""Pixels; at 24 mm this is finer than any printer."""


def read_emblem(data: bytes, name: str) -> bytes:
    """Return a picture as a plain RGB PNG of at most PRINTED_SIDE pixels a side.

    Transparent parts become white, and everything but the pixels is left behind.

    Args:
        data: bytes of a PNG or JPEG file.
        name: of the file, for the error.

    Raises:
        InputError: the picture is too large, damaged or of another kind.
    """
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST_FILE:
        raise _refused(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            if max(picture.size) > LARGEST_SIDE:
                raise _refused(name)
            rgba = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning,
            Image.DecompressionBombError) as error:  # fmt: skip
        raise _refused(name) from error
    white = Image.new("RGBA", rgba.size, "white")
    flat = Image.alpha_composite(white, rgba).convert("RGB")
    flat.thumbnail((PRINTED_SIDE, PRINTED_SIDE))
    target = BytesIO()
    flat.save(target, "PNG")
    return target.getvalue()


def _refused(name: str) -> InputError:
    return InputError(
        Problem(
            name,
            message(
                "The emblem is no sound PNG or JPEG picture of at most {bytes} bytes and "
                "{side} pixels a side. Save it again with a picture editor.",
                bytes=LARGEST_FILE,
                side=LARGEST_SIDE,
            ),
        )
    )
