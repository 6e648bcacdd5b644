"""Buttons: a verb first, an accessible name always, no wheel, no accidental default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from ui.theme import GAP_24

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def button(text: str, pressed: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a button.

    Args:
        text: what it does; an ampersand from data is shown as it is.
        pressed: called without arguments.
        kind: ``primary`` for the one act of a page, ``link`` for a quiet one, else empty.
    """
    made = QPushButton(text.replace("&", "&&"))
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if kind:
        made.setObjectName(kind)
    made.clicked.connect(lambda _checked: pressed())
    return made


def toggle(text: str, pressed: Callable[[bool], object], kind: str = "fold") -> QPushButton:
    """Return a button that stays down.

    Args:
        text: what it shows or says while it is down; it does not change, so nothing moves.
        pressed: called with whether it is down now, only when a person pressed it.
        kind: ``fold`` for a part of the page that opens, ``link`` for a mark.
    """
    made = QPushButton(text.replace("&", "&&"))
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.setCheckable(True)
    made.setObjectName(kind)
    made.clicked.connect(lambda _: pressed(made.isChecked()))
    return made


def make_room_for_strong(buttons: Iterable[QPushButton]) -> None:
    """Keep room for the strong letters of the chosen one of these; Qt measures the usual ones."""
    for each in buttons:
        each.ensurePolished()
        strong = QFont(each.font())
        strong.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(strong).horizontalAdvance(each.text().replace("&&", "&"))
        each.setMinimumWidth(wide + GAP_24)
