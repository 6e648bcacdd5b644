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
    if "+" in text or "/" in text or "=" in text:
        raise ValueError("not base64url")
    padded = text + "=" * (-len(text) % 4)
    return read_base64(padded.replace("-", "+").replace("_", "/"))


def write_base64(data: bytes) -> str:
    """Return plain base64 with padding, as ``x5c`` holds certificates."""
    return base64.b64encode(data).decode("ascii")


def read_base64(text: str) -> bytes:
    """Return the bytes; raises ValueError as ``read_base64url`` does."""
    try:
        data = binascii.a2b_base64(text, strict_mode=True)
    except ValueError as error:
        raise ValueError("not base64") from error
    # Only the last letter can hold bits that no byte takes up.
    whole = len(data) // 3
    if text[whole * 4 :] != write_base64(data[whole * 3 :]):
        raise ValueError("not the one base64 text of these bytes")
    return data
