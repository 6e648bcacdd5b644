"""Scenes of the plenary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
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
}
