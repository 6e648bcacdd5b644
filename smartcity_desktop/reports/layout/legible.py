"""Text of unknown origin made safe to print: nothing hidden, nothing interpreted."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LINE_BREAKS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"})
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "PDF",
                            "PDI", "FSI"})  # fmt: skip

KNOWN_LINES = 4096
"""Names of judges, regions and indicators come again on every page."""


class _Marks(dict[int, str]):
    """Code point to what is printed for it; filled as characters are met."""

    def __init__(self, drawable: frozenset[int]) -> None:
        super().__init__({0x0A: "\n", 0x09: " "})
        self._drawable = drawable

    def __missing__(self, code: int) -> str:
        self[code] = shown = self._shown(code)
        return shown

    def _shown(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category == "Zs":
            return " "
        if (
            code not in self._drawable
            or category in _HIDDEN
            or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        ):
            return f"[U+{code:04X}]"
        return character


class Legible:
    """Turns any text into one that the fonts can draw and a reader can trust.

    A character that the fonts lack, that is invisible, that stacks upon its neighbour or that
    turns the direction of writing is printed as its number, such as ``[U+202E]``.
    """

    def __init__(self, drawable: frozenset[int]) -> None:
        """Take the code points that the fonts can draw."""
        self._marks = _Marks(drawable)
        self._known = lru_cache(maxsize=KNOWN_LINES)(self._on_one_line)

    def lines(self, text: str) -> str:
        """Return the text with its line breaks kept."""
        for found, kept in _LINE_BREAKS.items():
            text = text.replace(found, kept)
        return unicodedata.normalize("NFC", text).translate(self._marks)

    def line(self, text: str) -> str:
        """Return the text on one line, without blanks at its ends or doubled within."""
        return self._known(text)

    def _on_one_line(self, text: str) -> str:
        return " ".join(self.lines(text).split())


def shortened(text: str, limit: int, mark: str) -> str:
    """Return at most ``limit`` characters of a text; what was cut is shown by the mark."""
    if len(text) <= limit:
        return text
    return f"{text[: max(limit - len(mark) - 2, 1)].rstrip()}… {mark}"
