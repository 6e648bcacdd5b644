"""Finds words on the screen that stand out too little from what is behind them, as drawn."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from ui.theme import GAP_4, GAP_24

if TYPE_CHECKING:
    from collections.abc import Iterator

WANTED = 4.5
Colour = tuple[int, int, int]
MOST_COLOURS = 1 << 16


@cache
def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    return _ratio(luminance(one), luminance(other))


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def faint(front: QWidget) -> Iterator[str]:
    """Yield every text in a window whose strongest point has too little contrast.

    The ground is the colour most of the place has. Letters have soft edges, never stronger than
    their own colour, so what is found here is really drawn like this.
    """
    picture = _picture_of(front)
    scale = picture.width / front.width()
    for name, box in _texts(front):
        left, top = round(box.left() * scale), round(box.top() * scale)
        right, bottom = round(box.right() * scale), round(box.bottom() * scale)
        strongest = strongest_in(picture.crop((left, top, right, bottom)))
        if strongest < WANTED:
            yield f"{name!r} has a contrast of {strongest:.2f}"


def strongest_in(place: Image.Image) -> float:
    """Return the contrast between the commonest colour and the one farthest from it."""
    found = cast("list[tuple[int, Colour]]", place.getcolors(MOST_COLOURS) or [])
    ground = luminance(max(found)[1])
    lights = [luminance(colour) for _, colour in found]
    # The farthest is the darkest or the lightest.
    return max(_ratio(ground, min(lights)), _ratio(ground, max(lights)))


def _picture_of(front: QWidget) -> Image.Image:
    image = front.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, line = (image.width(), image.height()), image.bytesPerLine()
    return Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", line, 1)


def _texts(front: QWidget) -> Iterator[tuple[str, QRect]]:
    """Yield what is written where, borders and marks left out."""
    for widget in front.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not front:
            continue
        if isinstance(widget, QAbstractItemView):
            yield from _cells(widget, front)
        elif text := _text_of(widget):
            box = _inside(widget)
            # What is partly covered, or scrolled away, has parts of letters only.
            place = QRect(widget.mapTo(front, box.topLeft()), box.size())
            if box.width() > 0 and _is_whole(widget, front, place):
                yield text, place


def _is_whole(widget: QWidget, front: QWidget, place: QRect) -> bool:
    if widget.visibleRegion() != QRegion(widget.rect()):
        return False
    # Qt does not count what lies in front of it in the same parent, such as a drawer.
    points = (place.topLeft(), place.center(), place.bottomRight())
    found = (front.childAt(point) for point in points)
    return all(each is widget or (each and widget.isAncestorOf(each)) for each in found)


def _cells(view: QAbstractItemView, front: QWidget) -> Iterator[tuple[str, QRect]]:
    port = view.viewport()
    shown = port.visibleRegion().boundingRect()
    step = max(1, view.fontMetrics().height())
    places = {
        view.indexAt(QPoint(x, y))
        for y in range(shown.top(), shown.bottom(), step)
        for x in range(shown.left(), shown.right(), GAP_24)
    }
    for place in places:
        text, box = place.data(), view.visualRect(place)
        if isinstance(text, str) and text.strip() and shown.contains(box):
            yield text, QRect(port.mapTo(front, box.topLeft()), box.size())


def _text_of(widget: QWidget) -> str:
    match widget:
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QPlainTextEdit():
            return widget.toPlainText() or widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QLabel() | QAbstractButton():
            return widget.text().strip()
        case _:
            return ""


def _inside(widget: QWidget) -> QRect:
    box = widget.rect()
    if isinstance(widget, QCheckBox | QRadioButton):
        return box.adjusted(GAP_24 + GAP_4, GAP_4, -GAP_4, -GAP_4)
    if isinstance(widget, QLabel):
        return box
    return box.adjusted(GAP_4, GAP_4, -GAP_4, -GAP_4)
