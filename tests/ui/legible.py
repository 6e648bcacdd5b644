"""Words on the screen at several sizes of the window: whether they have room and stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from tests.ui.contrast import faint
from tests.ui.room import cut_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tests.ui.stage import Stage

USUAL, SMALLEST = QSize(1366, 768), QSize(1000, 520)


def illegible(stage: Stage, sizes: Sequence[QSize], *, drawn: bool) -> dict[str, list[str]]:
    """Return which texts of what the stage shows cannot be read, by size of the window.

    Args:
        stage: it shows something; its window is left in the last of the sizes.
        sizes: the window is made this large, one after the other.
        drawn: whether the contrast is looked at as well, in the usual size.
    """
    found: dict[str, list[str]] = {}
    for size in sizes:
        stage.window.resize(size)
        stage.settle()
        assert stage.window.size() == size, "it needs a larger window"
        texts = list(cut_off(stage.window))
        if size == USUAL and drawn:
            texts += faint(front_of(stage.window))
        if texts:
            found["usual" if size == USUAL else "smallest"] = texts
    return found


def front_of(window: QWidget) -> QWidget:
    """Return the dialog in front of the window, or else the window."""
    dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return dialogs[-1] if dialogs else window
