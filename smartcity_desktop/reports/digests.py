"""Digests as people compare them: in fours."""

from __future__ import annotations

SHORT = 16
"""Hexadecimal characters (64 bits) that stand on every page."""


def grouped(digest: str) -> str:
    """Return all of a digest in groups of four."""
    return " ".join(digest[n : n + 4] for n in range(0, len(digest), 4))


def short_digest(digest: str) -> str:
    """Return the first 16 characters in groups of four."""
    return grouped(digest[:SHORT])
