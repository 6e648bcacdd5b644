"""Recording a decision from a page: asked for freely, or as the answer to what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat import deciding
from ui.dialogs.free_decision_dialog import FreeDecisionDialog

if TYPE_CHECKING:
    from smartcity_desktop.plenary.recording import Backing
    from smartcity_desktop.secretariat.topics import Ruling
    from ui.coordinator.progress_line import ProgressLine
    from ui.coordinator.step_page import StepPage


def ask_decision(page: StepPage, progress: ProgressLine) -> None:
    """Ask for a decision of any kind, and record it."""
    dialog = FreeDecisionDialog(page.context, page, page.state)
    dialog.accepted.connect(
        lambda: record_decision(
            page, progress, dialog.ruling(), dialog.backing.backing(), dialog.backing.attendance()
        )
    )
    dialog.open()


def record_decision(
    page: StepPage, progress: ProgressLine, ruling: Ruling, backing: Backing, present: str
) -> None:
    """Record a decision, and say on the page's line that it is recorded, or why not.

    Args:
        page: whose state it is.
        progress: its line.
        ruling: what is decided.
        backing: by whom, why, and how.
        present: who was there.
    """
    progress.begin()
    page.state.act(
        lambda office, _: deciding.record(office, ruling, backing, present),
        lambda decision: progress.end(
            message("Decision {number} is recorded.", number=decision.number), "verified"
        ),
        progress.fail,
        owner=page,
    )
