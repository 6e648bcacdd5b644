"""Merging: files in, a plan, and what was merged before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.step_page import StepPage

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class MergingPage(StepPage):
    """Files in, a plan, and what was merged before."""

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, Step.MERGING, NAMES[Step.MERGING])
