"""A notice on the page: what happened, what is safe, and the next step as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Step = tuple[str, "Callable[[], object]"]
"""The words of a button and what it does."""


class Notice(QFrame):
    """One notice.

    Args:
        text: plain text, several lines allowed.
        kind: ``danger`` for loss or forgery, ``attention``, ``verified``, or ``plain``.
        steps: buttons, from left to right.
    """

    def __init__(self, text: str, kind: str = "plain", steps: Sequence[Step] = ()) -> None:
        """Make the notice."""
        super().__init__()
        self.setProperty("kind", f"notice-{kind}")
        self.setAccessibleName(text)
        self.text = label(text)
        self.text.setMinimumWidth(1)
        buttons: list[QWidget] = [button(words, act) for words, act in steps]
        line = row([self.text, *buttons], gap=GAP_12, margin=GAP_8)
        line.setStretch(0, 1)
        self.setLayout(line)
