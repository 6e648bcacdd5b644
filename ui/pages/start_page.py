"""Opens a panel file: recent ones, or one that is chosen or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.page import Page

if TYPE_CHECKING:
    from ui.context import Context


class StartPage(Page):
    """Opens a panel file: recent ones, or one that is chosen or dropped."""

    open_requested = Signal(object)
    """A Path."""

    def __init__(self, context: Context) -> None:
        """Make the page."""
        super().__init__(context)
