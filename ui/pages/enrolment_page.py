"""The first opening: whose file it is, conflicts of interest, the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.page import Page

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class EnrolmentPage(Page):
    """The first opening: whose file it is, conflicts of interest, the passphrase."""

    enrolled = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page."""
        super().__init__(context)
