"""Texts as operands of a page's operators, without asking the library character by character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.rl_accel import escapePDF  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

ELSEWHERE = "\uffff"
"""Stands for a character that is not in the first part of its font; no character itself."""


class Letters:
    """Knows which byte draws a character in one file.

    The library divides a font into parts of 256 characters as they are needed. Hardly a document
    needs a second part, so only the first is dealt with here.
    """

    def __init__(self, document: PDFDocument) -> None:
        """Take the file."""
        self._document = document
        self._fonts: dict[str, _Bytes] = {}

    def operand(self, text: str, font: str) -> str | None:
        """Return ``(text)``, or None where the first part of the font does not hold all of it."""
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _Bytes(pdfmetrics.getFont(font), self._document)
        drawn = text.translate(known)
        return None if ELSEWHERE in drawn else f"({escapePDF(drawn.encode('latin-1'))})"

    def part(self, font: str) -> str:
        """Return the name of the first part of a font: ``/F2+0``."""
        name: str = pdfmetrics.getFont(font).getSubsetInternalName(0, self._document)
        return name


class _Bytes(dict[int, str]):
    """Code point to the character that stands for its byte; filled as characters are met."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._font = font
        self._document = document

    def __missing__(self, code: int) -> str:
        ((part, byte),) = self._font.splitString(chr(code), self._document)
        self[code] = shown = ELSEWHERE if part else byte.decode("latin-1")
        return shown
