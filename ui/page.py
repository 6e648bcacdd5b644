"""What the window asks of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.context import Context


class Page(QWidget):
    """One page. A change of language, colours or text size makes the page anew.

    Attributes:
        context: what the page may use from outside.
    """

    def __init__(self, context: Context) -> None:
        """Make an empty page."""
        super().__init__()
        self.context = context

    def take_focus(self) -> None:
        """Give the focus to where work begins on this page; called once it is shown."""
        if self.focusProxy() is not None:
            self.setFocus()

    def leave(self) -> None:
        """Hand on what was typed and not yet saved; called before the page goes away."""

    def bookmark(self) -> object:
        """Return where the person is on this page, for the page that is made in its place."""
        return None

    def return_to(self, bookmark: object) -> None:
        """Go to where the person was on the page before; called once, after it is shown."""
