"""Finds words on the screen that have less room than they need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from ui.widgets.level_card import LevelCard

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDED = QLabel | QPushButton | QToolButton | QRadioButton | QCheckBox


def cut_off(window: QWidget) -> Iterator[str]:
    """Yield every text that has less room than it needs, or lies beyond what shows it."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, LevelCard):
            if widget.height() < widget.height_for(widget.width()):
                yield f"{widget.accessibleName()!r} is lower than its text"
            if widget.width() < widget.least_width():
                yield f"{widget.accessibleName()!r} is narrower than a word of it"
        elif isinstance(widget, WORDED) and widget.text():
            if not _has_room(widget):
                needs = widget.minimumSizeHint().toTuple()
                yield f"{widget.text()!r} has {widget.size().toTuple()} and needs {needs}"
        elif isinstance(widget, QScrollArea):
            yield from _wider_than_shown(widget)
        if isinstance(widget, LevelCard | WORDED):
            yield from _beyond(widget)


def _has_room(widget: WORDED) -> bool:
    needs, has = widget.minimumSizeHint(), widget.size()
    if (
        isinstance(widget, QLabel)
        and widget.toolTip().startswith(widget.text().rstrip("…"))
        and (widget.toolTip())
    ):
        return True
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    if wraps and _widest_word(widget) > has.width():
        return False
    tall = widget.heightForWidth(has.width()) if widget.hasHeightForWidth() else needs.height()
    return (wraps or has.width() >= needs.width()) and has.height() >= tall


def _widest_word(widget: WORDED) -> int:
    """Return the room of the longest part of a text that no line ends within."""
    words = re.split(r"[\s\u200b/-]+", widget.text())
    return max(map(widget.fontMetrics().horizontalAdvance, words))


def _wider_than_shown(area: QScrollArea) -> Iterator[str]:
    content, never = area.widget(), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if content is not None and area.horizontalScrollBarPolicy() is never:
        has, needs = area.viewport().width(), content.width()
        if needs > has:
            yield f"{area.accessibleName() or type(content).__name__}: {needs} wide in {has}"


def _beyond(widget: QWidget) -> Iterator[str]:
    """Yield a widget that lies partly outside one of those around it, up to what scrolls."""
    around = widget.parentWidget()
    while around is not None and not widget.isWindow():
        scrolls = isinstance(around.parentWidget(), QScrollArea)
        if (scrolls and around is not widget.parentWidget()) or around is widget.window():
            return
        box = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        if not around.rect().contains(box):
            name = widget.accessibleName() or getattr(widget, "text", str)()
            yield f"{name!r} at {box.getRect()} beyond {type(around).__name__} {around.size()}"
            return
        if scrolls:
            return
        around = around.parentWidget()
