"""In how many lines a text stands, without asking Qt: hundreds of rows are measured at once."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontMetricsF

_PLAIN = re.compile(r"[A-Za-z\u00c0-\u024f0-9.,:·'()\u00a0 ]*")
"""Letters that stand beside each other without changing, and lines that end at spaces alone."""
_CLOSER, _WIDER = 0.96, 1.02
"""What pairs of letters may take less, or more, than the letters alone."""


class LineCount(dict[str, float]):
    """How wide the letters of a font are."""

    def __init__(self, font: QFont) -> None:
        """Measure each letter when it is met first."""
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, letter: str) -> float:
        """Ask Qt, once."""
        self[letter] = width = self._metrics.horizontalAdvance(letter)
        return width

    def count(self, text: str, width: float) -> int | None:
        """Return the lines of a text at a width, or None where only Qt can say it."""
        if not _PLAIN.fullmatch(text):
            return None
        words = [sum(map(self.__getitem__, word)) for word in text.split(" ")]
        found = self._break(words, width / _WIDER)
        return found if found == self._break(words, width / _CLOSER) else None

    def _break(self, words: list[float], width: float) -> int | None:
        lines, used, space = 1, -self[" "], self[" "]
        for word in words:
            if word > width:
                return None
            used += space + word
            if used > width:
                lines, used = lines + 1, word
        return lines
