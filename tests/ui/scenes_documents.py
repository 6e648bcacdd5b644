"""Scenes of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.steps import Step
from ui.pages.documents_page import DocumentsPage

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def before_declaration(stage: Stage) -> None:
    """Only the lists can be printed."""
    show(stage, "lengkap", "complete")


def printed(stage: Stage) -> None:
    """The minutes were printed, and are shown."""
    page = show(stage, "ditetapkan", "declared")
    make(stage, page, ReportKind.MINUTES)


def all_printed(stage: Stage) -> None:
    """Documents with long titles and long names."""
    page = show(stage, "ditetapkan", "declared")
    for kind in (ReportKind.JUDGING, ReportKind.HAND_OUT_RECEIPTS):
        make(stage, page, kind)


def signing(stage: Stage) -> None:
    """The minutes are to be signed."""
    page = show(stage, "ditetapkan", "declared")
    make(stage, page, ReportKind.MINUTES)
    page.sign.click()
    stage.wait(lambda: not page.state.is_working)
    stage.settle()


def make(stage: Stage, page: DocumentsPage, kind: ReportKind) -> None:
    """Print one kind, and wait for its preview."""
    page.table.selectRow(list(ReportKind).index(kind))
    page.make.click()
    stage.wait(lambda: page.preview.pages and not page.state.is_working)
    stage.settle()


def show(stage: Stage, name: str, state: str) -> DocumentsPage:
    """Open an assessment at its documents."""
    stage.show_office(name, state).go(Step.DOCUMENTS)
    page = stage.window.page
    assert isinstance(page, DocumentsPage)
    page.use_folder(stage.folder / f"dokumen-{stage.copies}")
    stage.wait(lambda: not page.state.is_working)
    stage.settle()
    return page


SCENES = {
    "dokumen-sebelum-penetapan": before_declaration,
    "dokumen": printed,
    "dokumen-tanda-tangan": signing,
    "dokumen-nama-panjang": all_printed,
}
