"""Scenes of the plenary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from ui.dialogs.free_decision_dialog import FreeDecisionDialog
from ui.pages.plenary_page import PlenaryPage

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def conflict(stage: Stage) -> None:
    """Two seals of one judge that cannot both stand; an answer is chosen."""
    page = show(stage, "konflik", "conflict")
    assert page.view is not None
    view = page.view
    view.answers.offers[0].button.setChecked(True)
    stage.wait(lambda: not page.state.is_working)
    stage.settle()


def nothing_open(stage: Stage) -> None:
    """Everything is decided."""
    show(stage, "lengkap", "complete")


def missing(stage: Stage) -> None:
    """Sheets are missing; they may be waived."""
    show(stage, "separuh", "half")


def another(stage: Stage) -> None:
    """A decision that answers no question."""
    page = show(stage, "lengkap", "complete")
    page.other.click()
    stage.wait(lambda: not page.state.is_working)
    stage.settle()


def voiding(stage: Stage) -> None:
    """A seal that nobody disputes is not to count."""
    another(stage)
    (dialog,) = stage.window.findChildren(FreeDecisionDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("void"))
    page = stage.window.page
    assert isinstance(page, PlenaryPage)
    stage.wait(lambda: not page.state.is_working)
    stage.settle()


def show(stage: Stage, name: str, state: str) -> PlenaryPage:
    """Open an assessment at the plenary."""
    stage.show_office(name, state).go(Step.PLENARY)
    page = stage.window.page
    assert isinstance(page, PlenaryPage)
    stage.settle()
    return page


SCENES = {
    "pleno-konflik": conflict,
    "pleno-selesai": nothing_open,
    "pleno-belum-lengkap": missing,
    "pleno-keputusan-lain": another,
    "pleno-keputusan-segel": voiding,
}
