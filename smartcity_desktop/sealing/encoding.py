"""Base64url without padding, strictly: one spelling for each value (RFC 7515, section 2)."""

from __future__ import annotations

import base64
import binascii


def to_base64url(data: bytes) -> str:
    """Return the unpadded base64url text."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """Return the bytes; raises ValueError for padding, other letters or stray trailing bits."""
    try:
        data = base64.b64decode(
            text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
        )
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("not base64url") from error
    if to_base64url(data) != text:
        raise ValueError("not the one base64url spelling of these bytes")
    return data
