"""The coordinator's part of the window's self-test: every page, a preview, a print, a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from smartcity_desktop.secretariat.steps import Step
from ui.coordinator.documents.printer import paint_pages
from ui.coordinator.step_pages import MAKERS
from ui.pages.check_page import CheckPage
from ui.pages.documents_page import DocumentsPage
from ui.pages.founding_page import FoundingPage
from ui.patience import SelfTestFailedError, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from ui.front import Front
    from ui.main_window import MainWindow


def try_office(window: MainWindow, front: Front, assessment: Path, document: Path) -> None:
    """Show every page of an assessment, a page of a document, and paint it as for a printer.

    Raises:
        SelfTestFailedError: a step took too long or showed nothing.
    """
    front.open(assessment, asked=True)
    wait_until(lambda: front.office is not None, "the assessment did not open")
    office = front.office
    if office is None:
        raise SelfTestFailedError("the assessment closed again")
    for place in MAKERS:
        office.go(place)
        wait_until(lambda: not office.state.is_working, f"{place.name} did not come to rest")
        if window.grab().isNull():
            raise SelfTestFailedError(f"{place.name} is empty")
    office.go(Step.DOCUMENTS)
    page = window.page
    if not isinstance(page, DocumentsPage):
        raise SelfTestFailedError("no page of documents")
    wait_until(lambda: not office.state.is_working, "the folder of documents was not read")
    page.preview.show_document(document)
    wait_until(lambda: page.preview.pages, "no preview")
    paper = document.with_suffix(".cetak.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(paper))
    paint_pages(document, printer, lambda *_: None)
    if not paper.read_bytes().startswith(b"%PDF-"):
        raise SelfTestFailedError("the document was not printed")
    wait_until(lambda: not office.state.is_working, "the assessment did not come to rest")
    front.close()
    wait_until(lambda: front.office is None, "the assessment did not close")


def try_check(window: MainWindow, front: Front, document: Path) -> None:
    """Check a document from the start page; raises SelfTestFailedError without a verdict."""
    front.show_check()
    page = window.page
    if not isinstance(page, CheckPage):
        raise SelfTestFailedError("no page to check documents on")
    page.view.check((document,))
    wait_until(lambda: page.view.cards, "no verdict")
    front.show_start()


def try_founding(window: MainWindow, front: Front) -> None:
    """Begin a new assessment and leave it; raises SelfTestFailedError without its first step."""
    front.found(None)
    wait_until(lambda: isinstance(window.page, FoundingPage), "no new assessment")
    front.close()
