"""Scenes of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from smartcity_desktop.secretariat.steps import Step
from tests.ui.evidence_files import make_evidenced
from tests.ui.sample_files import real_regions
from ui.coordinator.results.evidence_dialog import EvidenceDialog
from ui.coordinator.results.evidence_list import EvidenceList
from ui.coordinator.results.plenary_lines import Release
from ui.pages.results_page import ResultsPage
from ui.widgets.fold import Fold

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


def unranked(stage: Stage) -> None:
    """Why a region has no rank."""
    page = show(stage, "separuh", "half")
    page.fold.button.click()
    stage.settle()


def screened(stage: Stage) -> None:
    """The whole ranking is on the plenary screen, page by page."""
    release(stage, Release.RANKING)


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


def evidence(stage: Stage) -> None:
    """A region's evidence: a photo, a PDF, a program, one item that is missing."""
    _unfold_evidence(stage)


def photo(stage: Stage) -> None:
    """A photo looked at in the window."""
    listed = _unfold_evidence(stage)
    entry = next(each for each in listed.entries if "Rapat" in each.told.text())
    entry.look.click()
    (dialog,) = stage.window.findChildren(EvidenceDialog)
    stage.wait(lambda: dialog.preview.pages)
    stage.settle()


def _unfold_evidence(stage: Stage) -> EvidenceList:
    stage.show_made("berbukti", make_evidenced).go(Step.RESULTS)
    page = stage.window.page
    assert isinstance(page, ResultsPage)
    stage.wait(lambda: page.table is not None)
    stage.settle()
    assert page.table is not None
    code = real_regions(1)[0].code
    _open(stage, page, page.table.ranking.row_of(code))
    (listed,) = page.pane.findChildren(EvidenceList)
    fold = listed.parentWidget()
    assert isinstance(fold, Fold)
    fold.button.click()
    stage.wait(lambda: all(e.look.isEnabled() for e in listed.entries[:1]))
    stage.wait(lambda: not page.state.is_working)
    stage.settle()
    area = page.pane.findChildren(QScrollArea)[0]
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.settle()
    return listed


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
    page.release.released.setCurrentIndex(list(Release).index(kind))
    page.release.show_screen.click()
    stage.settle()
    return page


SCENES = {
    "hasil": ranking,
    "hasil-kosong": nothing_ranked,
    "hasil-daerah": region,
    "hasil-tanpa-peringkat": unranked,
    "hasil-layar-pleno": screened,
    "hasil-perbandingan": comparison,
    "hasil-data": data,
    "hasil-bukti": evidence,
    "hasil-bukti-foto": photo,
}
