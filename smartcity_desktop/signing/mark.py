"""The visible mark of a signature, drawn with an own embedded font.

It says who signed, as the certificate says; as what and when; and who issued the certificate.
It never says that anybody recognises the certificate.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from smartcity_desktop.signing.key import PdfSignerKey

_REGULAR = "SignatureMark"
_BOLD = "SignatureMark-Bold"
_LEADING = 1.22
_INSET = 4.0
_SMALLEST = 4.0
"""Points; smaller print is cut off instead."""


class Mark(Struct, frozen=True):
    """What a mark says beside the names in the certificate; all of it in the document's language.

    Attributes:
        intro: "Ditandatangani secara elektronik oleh:".
        role: as what the person signs; empty prints no such line.
        issued_by: before the name of the certificate's issuer: "Penerbit sertifikat:".
        write_moment: turns the moment of signing into words.
        fonts: folder with LiberationSans-Regular.ttf and LiberationSans-Bold.ttf.
    """

    intro: str
    role: str
    issued_by: str
    write_moment: Callable[[datetime], str]
    fonts: Path


class _Line(Struct, frozen=True):
    text: str
    size: float
    font: str = _REGULAR


def mark_style(mark: Mark, key: PdfSignerKey, moment: datetime, width: float, height: float
               ) -> StaticStampStyle:  # fmt: skip
    """Return the mark in the form in which the PDF library puts it into a field.

    Args:
        mark: the words.
        key: whose certificate names signer and issuer.
        moment: of signing.
        width: of the field, in points.
        height: of the field, in points.
    """
    _register_fonts(mark.fonts)
    lines = [
        _Line(mark.intro, 6.5),
        _Line(key.name, 9.5, _BOLD),
        _Line(mark.role, 7.5),
        _Line(mark.write_moment(moment), 6.5),
        _Line(f"{mark.issued_by} {key.issuer}", 5.5),
    ]
    page = _page([line for line in lines if line.text], width, height)
    nowhere = Margins()
    layout = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MIN, nowhere)
    return StaticStampStyle(background=_PageContent(page), background_layout=layout, border_width=0)


class _PageContent(PdfContent):
    """The first page of a PDF in memory."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        reader = PdfFileReader(BytesIO(self._page))
        drawing = self._ensure_writer.import_page_as_xobject(reader)
        self.resources.xobject["/Mark"] = drawing
        box = [float(value) for value in drawing.get_object()["/BBox"]]
        self.box = BoxConstraints(width=box[2] - box[0], height=box[3] - box[1])
        return b"/Mark Do"


def _page(lines: list[_Line], width: float, height: float) -> bytes:
    target = BytesIO()
    canvas = Canvas(
        target, pagesize=(width, height), invariant=1, pageCompression=1,
        initialFontName=_REGULAR, pdfVersion=(1, 7),
    )  # fmt: skip
    canvas.setStrokeGray(0.55)
    canvas.setLineWidth(0.4)
    canvas.rect(0.2, 0.2, width - 0.4, height - 0.4)
    canvas.setFillGray(0)
    needed = sum(line.size for line in lines) * _LEADING
    scale = min(1.0, (height - _INSET) / needed)
    top = height - (height - needed * scale) / 2
    for line in lines:
        top = _draw(canvas, line, scale, width - 2 * _INSET, top)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, line: _Line, scale: float, room: float, top: float) -> float:
    text, size = _drawable(line.text, line.font), line.size * scale
    wide = pdfmetrics.stringWidth(text, line.font, size)
    if wide > room:
        size = min(size, max(size * room / wide, _SMALLEST * scale))
        text = _cut(text, line.font, size, room)
    canvas.setFont(line.font, size)
    canvas.drawString(_INSET, top - line.size * scale, text)
    return top - line.size * scale * _LEADING


def _cut(text: str, font: str, size: float, room: float) -> str:
    if pdfmetrics.stringWidth(text, font, size) <= room:
        return text
    while text and pdfmetrics.stringWidth(text + "…", font, size) > room:
        text = text[:-1]
    return text + "…"


def _drawable(text: str, font: str) -> str:
    """Return the text with every character that cannot be drawn, or hides, named by its number."""
    glyphs = pdfmetrics.getFont(font).face.charToGlyph
    return "".join(
        one if one.isprintable() and ord(one) in glyphs else f"[U+{ord(one):04X}]" for one in text
    )


@cache
def _register_fonts(folder: Path) -> None:
    for name, file in ((_REGULAR, "Regular"), (_BOLD, "Bold")):
        path = folder / f"LiberationSans-{file}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(path), asciiReadable=False))
