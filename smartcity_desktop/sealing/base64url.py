"""Strict base64: one text for each sequence of bytes, every other spelling is refused."""

from __future__ import annotations

import base64
import binascii


def write_base64url(data: bytes) -> str:
    """Return RFC 7515's base64url: no padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def read_base64url(text: str) -> bytes:
    """Return the bytes.

    Raises:
        ValueError: padding, blanks, other letters, or unused bits that are not zero.
    """
    data = _decode(text + "=" * (-len(text) % 4), b"-_")
    if write_base64url(data) != text:
        raise ValueError("not the one base64url text of these bytes")
    return data


def write_base64(data: bytes) -> str:
    """Return plain base64 with padding, as ``x5c`` holds certificates."""
    return base64.b64encode(data).decode("ascii")


def read_base64(text: str) -> bytes:
    """Return the bytes; raises ValueError as ``read_base64url`` does."""
    data = _decode(text, b"+/")
    if write_base64(data) != text:
        raise ValueError("not the one base64 text of these bytes")
    return data


def _decode(text: str, letters: bytes) -> bytes:
    try:
        return base64.b64decode(text.encode("ascii"), altchars=letters, validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError("not base64") from error
