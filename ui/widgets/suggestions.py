"""Offers what a field may hold while somebody types, each name whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QStyledItemDelegate

from ui.theme import GAP_32

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLineEdit


def suggest(field: QLineEdit, names: Sequence[str]) -> QCompleter:
    """Offer those of the names that hold what was typed, in a list as wide as the longest."""
    completer = QCompleter(list(names), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    widest = max(map(field.fontMetrics().horizontalAdvance, names), default=0)
    shown = completer.popup()
    if shown is not None:
        # In the window's style: Qt makes the list a window of its own, which is in none.
        shown.setParent(field, Qt.WindowType.Popup)
        shown.setObjectName("lines")
        # Qt's own for such lists does not ask the style sheet.
        shown.setItemDelegate(QStyledItemDelegate(shown))
        # Beside the names there is room for the scroll bar.
        shown.setMinimumWidth(widest + GAP_32)
    return completer
