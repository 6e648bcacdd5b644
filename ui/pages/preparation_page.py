"""Preparation: what was fixed when the assessment was made, and what may still change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.step_page import StepPage

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class PreparationPage(StepPage):
    """What was fixed when the assessment was made, and what may still change."""

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, Step.PREPARATION, NAMES[Step.PREPARATION])
