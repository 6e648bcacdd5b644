"""Checking a document: a verdict in one sentence, and every check; an assessment is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from ui.checking.check_view import CheckView
from ui.coordinator.step_page import StepPage
from ui.coordinator.to_check import ToCheck

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class CheckingPage(StepPage):
    """Checks files in the light of the open assessment.

    Attributes:
        view: where files go in and verdicts come out.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, message("Check a document"))
        self.view = CheckView(context, state.run, lambda: state.facts.path)
        self.body.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        handed = ToCheck.of(state).take()
        if handed:
            self.view.check(handed)
