"""A file that cannot be opened: why, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from ui.context import Context


class TroublePage(Page):
    """A file that cannot be opened: why, what is safe, what to do."""

    open_requested = Signal(object)
    """A Path: the same file once more, or another one."""
    back_requested = Signal()

    def __init__(self, context: Context, path: Path, error: ExpectedError) -> None:
        """Make the page."""
        super().__init__(context)
