"""Labels: always plain text, so that nothing a file holds is taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ui.widgets.early_values import PLAIN_TEXT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def label(text: str, kind: str = "", *, wraps: bool = True) -> QLabel:
    """Return a label.

    Args:
        text: shown as it is.
        kind: ``title``, ``section``, ``strong``, ``quiet``, ``figure``, ``danger``,
            ``attention``, ``verified``; empty for body text.
        wraps: whether a long text goes on in the next line.
    """
    made = QLabel()
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setWordWrap(wraps)
    made.setText(text)
    if kind:
        made.setObjectName(kind)
    return made


def change_kind(widget: QWidget, kind: str) -> None:
    """Give a widget another look."""
    if widget.objectName() != kind:
        widget.setObjectName(kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
