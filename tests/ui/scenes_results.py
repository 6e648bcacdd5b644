"""Scenes of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from ui.coordinator.results.plenary_screen import Release
from ui.pages.results_page import ResultsPage

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def ranking(stage: Stage) -> None:
    """The ranking of a complete assessment."""
    show(stage, "lengkap", "complete")


def nothing_ranked(stage: Stage) -> None:
    """Nothing was merged yet."""
    show(stage, "terbit", "issued")


def region(stage: Stage) -> None:
    """One region beside the ranking."""
    _open(stage, show(stage, "lengkap", "complete"), 0)


def comparison(stage: Stage) -> None:
    """Three regions beside each other."""
    page = show(stage, "lengkap", "complete")
    for number in (0, 1, 2):
        _open(stage, page, number)
        assert page.pane.view is not None
        page.pane.compared.emit(page.pane.view.region.code)
    page.comparison.click()
    stage.settle()


def data(stage: Stage) -> None:
    """The data were saved while the results are provisional."""
    page = show(stage, "lengkap", "complete")
    page.data.save_into(stage.folder / "Asesmen" / f"data-{stage.copies}")
    stage.wait(page.data.progress.said.text)
    stage.settle()


def _open(stage: Stage, page: ResultsPage, number: int) -> None:
    assert page.table is not None
    before = page.pane.view
    page.table.selectRow(number)
    page.table.entered.emit(number)
    stage.wait(lambda: page.pane.view is not before)
    stage.settle()


def show(stage: Stage, name: str, state: str) -> ResultsPage:
    """Open an assessment at its results."""
    stage.show_office(name, state).go(Step.RESULTS)
    page = stage.window.page
    assert isinstance(page, ResultsPage)
    stage.wait(lambda: page.table is not None)
    stage.settle()
    return page


def release(stage: Stage, kind: Release) -> ResultsPage:
    """Show something on the plenary screen."""
    page = show(stage, "lengkap", "complete")
    page.released.setCurrentIndex(list(Release).index(kind))
    page.show_screen.click()
    stage.settle()
    return page


SCENES = {
    "hasil": ranking,
    "hasil-kosong": nothing_ranked,
    "hasil-daerah": region,
    "hasil-perbandingan": comparison,
    "hasil-data": data,
}
