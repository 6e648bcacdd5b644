"""Printing a document: through the system's queue where there is one, otherwise page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from smartcity_desktop.domain.errors import Problem, StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.pictures.preview import count_pages, draw_page, paper_of
from smartcity_desktop.workplace.given_file import read_bytes
from smartcity_desktop.workplace.print_queue import has_queues, list_queues, send_to_queue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.pictures.preview import PageImage

DPI = 300
"""At which pages are drawn where no queue takes the PDF itself."""


def list_printers() -> tuple[str, ...]:
    """Return the names of the printers of this system, sorted; may wait for a service."""
    if has_queues():
        return list_queues()
    return tuple(sorted(QPrinterInfo.availablePrinterNames()))


def print_document(path: Path, printer: str, advance: Callable[[int, int], None]) -> None:
    """Print a document on paper of its own size.

    Raises:
        StoreError: the printer does not take it; the document is safe.
    """
    if has_queues():
        send_to_queue(path, printer, paper_of(read_bytes(path)))
        return
    target = QPrinter(QPrinter.PrinterMode.HighResolution)
    target.setPrinterName(printer)
    target.setDocName(path.name)
    paint_pages(path, target, advance)


def paint_pages(path: Path, target: QPrinter, advance: Callable[[int, int], None]) -> None:
    """Paint every page onto a printer, each on paper of its own size.

    Raises:
        StoreError: the printer does not take it; the document is safe.
    """
    pdf = read_bytes(path)
    count, painter = count_pages(pdf), QPainter()
    try:
        for number in range(count):
            # A page has 26 MB, so never two at a time.
            page = draw_page(pdf, number, DPI)
            _lay_out(target, page)
            begun = target.newPage() if number else painter.begin(target)
            if not begun:
                raise StoreError(_refused(path, target.printerName()))
            area = target.pageLayout().fullRectPixels(target.resolution())
            painter.drawImage(area, _image(page))
            advance(number + 1, count)
    finally:
        if painter.isActive():
            painter.end()


def _lay_out(target: QPrinter, page: PageImage) -> None:
    size = QPageSize(QSizeF(*page.points), QPageSize.Unit.Point, "",
                     QPageSize.SizeMatchPolicy.FuzzyMatch)  # fmt: skip
    target.setFullPage(True)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    target.setPageLayout(layout)


def _image(page: PageImage) -> QImage:
    return QImage(page.pixels, page.width, page.height, 3 * page.width,
                  QImage.Format.Format_RGB888)  # fmt: skip


def _refused(path: Path, printer: str) -> Problem:
    what = message(
        "The printer {printer} did not take the document. The document itself is safe. Switch the "
        "printer on, or choose another one, and print again.",
        printer=printer,
    )
    return Problem(str(path), what)
