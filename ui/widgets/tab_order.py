"""The way of the Tab key through parts that are made after the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def chain(before: QWidget | None, parts: Iterable[QWidget]) -> QWidget | None:
    """Let the Tab key go from one part to the next; returns the last one."""
    for part in parts:
        if before is not None:
            QWidget.setTabOrder(before, part)
        before = part
    return before


def stops_in(part: QWidget) -> list[QWidget]:
    """Return what can have the focus in a part, the part itself first."""
    every = [part, *part.findChildren(QWidget)]
    return [each for each in every if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
