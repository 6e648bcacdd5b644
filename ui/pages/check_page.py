"""Checking a document without any assessment: for whoever doubts a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smartcity_desktop.domain.message import message
from ui.checking.check_view import CheckView
from ui.page import Page
from ui.theme import GAP_12, GAP_16, PAGE_MARGIN
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from ui.checking.check_view import Runner
    from ui.context import Context


class CheckPage(Page):
    """Needs nothing but the files.

    Attributes:
        view: where files go in and verdicts come out.
    """

    back_requested = Signal()

    def __init__(self, context: Context, run: Runner) -> None:
        """Make the page; ``run`` puts a job on a lane."""
        super().__init__(context)
        say = context.words.say
        title = say(message("Check a document"))
        self.view = CheckView(context, run)
        back = button(say(message("Back to the start page")), self.back_requested.emit, "link")
        head = row([label(title, "title"), back], gap=GAP_12)
        head.setStretch(0, 1)
        lines = column([head, self.view], gap=GAP_16)
        lines.setContentsMargins(PAGE_MARGIN, GAP_16, PAGE_MARGIN, GAP_16)
        self.setLayout(lines)
        self.setAccessibleName(title)
        self.setFocusProxy(self.view)
