"""Scenes of the declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from ui.pages.declaration_page import DeclarationPage

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def ready(stage: Stage) -> None:
    """Nothing is in the way."""
    show(stage, "lengkap", "complete")


def waiting(stage: Stage) -> None:
    """Sheets are missing."""
    show(stage, "separuh", "half")


def declared(stage: Stage) -> None:
    """Declared, with an objection that has no answer."""
    page = _objected(stage)
    stage.settle()
    page.objections.table.selectRow(0)


def reopening(stage: Stage) -> None:
    """Declared results shall be opened again."""
    page = _objected(stage)
    page.reopen.click()
    stage.settle()


def objecting(stage: Stage) -> None:
    """An objection is recorded."""
    page = show(stage, "ditetapkan", "declared")
    page.objections.record.click()
    stage.settle()


def answering(stage: Stage) -> None:
    """An objection is answered."""
    page = _objected(stage)
    page.objections.table.selectRow(0)
    page.objections.answer.click()
    stage.settle()


def _objected(stage: Stage) -> DeclarationPage:
    page = show(stage, "ditetapkan", "declared")
    claim = "Nilai indikator C4 tidak memperhitungkan pusat data yang beroperasi sejak 2016."
    page.objections.objected.emit("31.01", "Bupati Kepulauan Seribu", claim)
    stage.wait(lambda: page.state.facts.objections and not page.state.is_working)
    return page


def show(stage: Stage, name: str, state: str) -> DeclarationPage:
    """Open an assessment at the declaration."""
    stage.show_office(name, state).go(Step.DECLARATION)
    page = stage.window.page
    assert isinstance(page, DeclarationPage)
    stage.wait(lambda: not page.state.is_working)
    stage.settle()
    return page


SCENES = {
    "penetapan-siap": ready,
    "penetapan-menunggu": waiting,
    "penetapan-berlaku": declared,
    "penetapan-dibuka": reopening,
    "sanggahan-baru": objecting,
    "sanggahan-dijawab": answering,
}
