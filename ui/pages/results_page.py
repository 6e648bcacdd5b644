"""Results: the ranking, a region, a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.step_page import StepPage

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class ResultsPage(StepPage):
    """The ranking, a region, a comparison."""

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, Step.RESULTS, NAMES[Step.RESULTS])
