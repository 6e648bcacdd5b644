"""Plenary: what only people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.step_page import StepPage

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class PlenaryPage(StepPage):
    """What only people decide."""

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, Step.PLENARY, NAMES[Step.PLENARY])
