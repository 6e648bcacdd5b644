"""A letterhead and its emblem as one file, so that an assessment carries both."""

from __future__ import annotations

import base64
import binascii
import re

from smartcity_desktop.reports.emblem import read_emblem

MARK = b"\n[emblem]\npng = "
LARGEST_TAIL = 4_000_000
"""Bytes; a picture of the printed size that cannot be compressed is smaller."""

_TAIL = re.compile(rb'"([A-Za-z0-9+/]+={0,2})"\n')


def with_emblem(data: bytes, picture: bytes, name: str) -> bytes:
    """Return a letterhead's bytes with its emblem at the end; still valid TOML.

    Args:
        data: the letterhead's own bytes.
        picture: bytes of the PNG or JPEG file.
        name: of that file, for the error.

    Raises:
        InputError: the picture is not sound.
    """
    encoded = base64.b64encode(read_emblem(picture, name))
    return data.rstrip(b"\n") + b"\n" + MARK + b'"' + encoded + b'"\n'


def without_emblem(data: bytes) -> tuple[bytes, bytes]:
    """Return the letterhead's own bytes and the emblem's; the latter empty where there is none."""
    head, mark, tail = data.rpartition(MARK)
    found = _TAIL.fullmatch(tail) if mark and len(tail) <= LARGEST_TAIL else None
    if found is None:
        return data, b""
    try:
        return head, base64.b64decode(found[1], validate=True)
    except binascii.Error:
        return data, b""
