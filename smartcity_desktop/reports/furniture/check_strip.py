"""The strip on the first page: QR code, digest, and how to check them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.furniture.qr import draw_qr, qr_side
from smartcity_desktop.reports.layout.ink import BLACK, GREY, RULE, Ink, wrap

if TYPE_CHECKING:
    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
    from smartcity_desktop.reports.furniture.imprint import CheckStrip

HEADING = Ink(BOLD, 8, 10.5)
TEXT = Ink(REGULAR, 7.5, 9.6, GREY)
DIGEST = Ink(BOLD, 7.5, 9.6, BLACK)
PAD = 6


def strip_size(strip: CheckStrip, width: float) -> float:
    """Return the height of the strip at a width, in points."""
    text = sum(ink.leading for _, ink in _lines(strip, width)) + 2 * PAD
    return max(text, qr_side(strip.token) if strip.token else 0.0)


def draw_strip_at(
    canvas: ArchiveCanvas, strip: CheckStrip, corner: tuple[float, float], width: float
) -> None:
    """Draw the strip with its lower left corner at a point."""
    left, bottom = corner
    height = strip_size(strip, width)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    with canvas.artifact():
        canvas.rect(left, bottom, width, height)
    with canvas.aside():
        _draw_content(canvas, strip, corner, width)


def _draw_content(
    canvas: ArchiveCanvas, strip: CheckStrip, corner: tuple[float, float], width: float
) -> None:
    left, bottom = corner
    height = strip_size(strip, width)
    if strip.token:
        with canvas.tag("Figure", strip.code_said):
            draw_qr(canvas, strip.token, left, bottom + (height - qr_side(strip.token)) / 2)
    with canvas.tag("P"):
        _draw_text(canvas, strip, corner, width)


def _draw_text(
    canvas: ArchiveCanvas, strip: CheckStrip, corner: tuple[float, float], width: float
) -> None:
    left, bottom = corner
    height = strip_size(strip, width)
    lines = _lines(strip, width)
    y = bottom + (height + sum(ink.leading for _, ink in lines)) / 2
    x = left + _text_offset(strip)
    for line, ink in lines:
        canvas.setFillColor(ink.colour)
        canvas.setFont(ink.font, ink.size)
        canvas.drawString(x, y - ink.baseline(), line)
        y -= ink.leading


def _lines(strip: CheckStrip, width: float) -> list[tuple[str, Ink]]:
    room = width - _text_offset(strip) - PAD
    texts = [(strip.heading, HEADING), (strip.digest, DIGEST)]
    texts += [(line, TEXT) for line in strip.lines]
    return [(line, ink) for text, ink in texts for line in wrap(text, ink, room)]


def _text_offset(strip: CheckStrip) -> float:
    return qr_side(strip.token) if strip.token else PAD
