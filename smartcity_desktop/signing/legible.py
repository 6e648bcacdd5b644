"""Text out of foreign files, made safe to show."""

from __future__ import annotations

_LONGEST = 120


def legible(text: str) -> str:
    """Return text without control characters, turns of direction or endless length."""
    shown = "".join(one if one.isprintable() else f"[U+{ord(one):04X}]" for one in text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
