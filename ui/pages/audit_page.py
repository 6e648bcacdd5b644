"""The audit log: every act, searchable, its chain verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from ui.coordinator.places import Place
from ui.coordinator.step_page import StepPage

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class AuditPage(StepPage):
    """Every act, searchable, its chain verified."""

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, Place.AUDIT, message("Audit log"))
