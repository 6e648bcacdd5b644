"""Documents on a real printer queue: what comes out is what the preview shows."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.language.dates import Zone
from smartcity_desktop.pictures.preview import count_pages, draw_page
from smartcity_desktop.plenary.prepared import print_prepared, read_prepared
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat.documents import Paper
from tests.end2end.print_service import QUEUE, CannotStartError, a_print_service
from tests.signing.people import document
from tests.ui.office_files import make_office
from tests.ui.test_documents_page import make, settle, show
from tests.workshop import Workshop
from ui.coordinator.documents.printer import list_printers, print_document
from ui.dialogs.printer_dialog import PrinterDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.pictures.preview import PageImage
    from tests.end2end.print_service import PrintService
    from tests.ui.desk_window import DeskWindow

DPI, ROUNDED, A4_HEIGHT = 100, 1, 842
"""How finely pages are compared; a printer counts its paper in whole points."""
SEEN, MOST = 64, 0.01
"""A pixel is another one from a quarter of the way between black and white on; what lies below is
the smoothing of edges, which printer and screen do each in their own way. So many may be."""


@pytest.fixture(scope="module")
def service() -> Iterator[PrintService]:
    with pytest.MonkeyPatch.context() as patch, ExitStack() as running:
        try:
            started = running.enter_context(a_print_service())
        except CannotStartError as error:
            pytest.skip(f"no printing service: {error}")
        patch.setenv("CUPS_SERVER", started.socket)
        yield started


def pages(pdf: bytes) -> list[PageImage]:
    return [draw_page(pdf, number, DPI) for number in range(count_pages(pdf))]


def different(one: PageImage, other: PageImage) -> float:
    """Return the share of pixels that are not the same."""
    first, second = (
        Image.frombytes("RGB", (page.width, page.height), page.pixels) for page in (one, other)
    )
    counts = ImageChops.difference(first, second.resize(first.size)).convert("L").histogram()
    return float(sum(counts[SEEN:]) / sum(counts))


@cache
def blank() -> bytes:
    return document(1)


def check_printed(made: bytes, printed: bytes) -> None:
    shown, out = pages(made), pages(printed)
    assert len(out) == len(shown)
    for one, other in zip(shown, out, strict=True):
        for length, other_length in zip(one.points, other.points, strict=True):
            assert abs(length - other_length) < ROUNDED
        assert different(one, other) < MOST


def test_what_the_window_prints_is_what_it_shows(
    window: DeskWindow, service: PrintService, tmp_path: Path
) -> None:
    """The ranking lies on its side; the other tests print upright."""
    shop = make_office(tmp_path / "asesmen", "declared", regions=4, judges=4)
    page = show(window, shop, tmp_path / "dokumen")
    path = make(window, page, ReportKind.RANKING)
    page.print_out.click()
    settle(window)
    (dialog,) = page.window().findChildren(PrinterDialog)
    assert dialog.printer() == QUEUE
    dialog.confirm.click()
    said = f"{path.name} dikirim ke pencetak {QUEUE}."
    window.bot.waitUntil(lambda: page.progress.said.text() == said, timeout=20_000)
    printed = service.printed()
    check_printed(path.read_bytes(), printed)
    assert different(pages(printed)[0], pages(blank())[0]) > MOST, "the comparison is blind"


def test_paper_of_local_governments_is_not_cut_off(service: PrintService, tmp_path: Path) -> None:
    """F4 is longer than A4, which the queue takes where nothing is said."""
    shop = Workshop.open(tmp_path / "asesmen", letterhead=b"format = 1\npaper = 'F4'\n")
    translate = load_catalogue(Language.INDONESIAN).translate
    press = Paper(Language.INDONESIAN, translate, next(iter(Zone))).press()
    with shop.assessment() as file:
        record = read_prepared(file, shop.instrument)
        made = print_prepared(
            file, record, [ReportKind.ATTENDANCE], press, (tmp_path / "dokumen", lambda: None)
        )
    path = made[0].path
    print_document(path, QUEUE, lambda *_: None)
    printed = service.printed()
    check_printed(path.read_bytes(), printed)
    assert all(page.points[1] > A4_HEIGHT + ROUNDED for page in pages(printed))


def test_a_queue_that_is_not_there(service: PrintService, tmp_path: Path) -> None:
    assert list_printers() == (QUEUE,)
    path = tmp_path / "rekapitulasi.pdf"
    path.write_bytes(blank())
    with pytest.raises(StoreError) as caught:
        print_document(path, "Lantai-2", lambda *_: None)
    (problem,) = caught.value.problems
    assert problem.where == str(path)
    assert "The printer Lantai-2 did not take the document" in str(problem.what)
    assert path.read_bytes() == blank()
    assert service.command("lpstat", "-o") == ""


def test_a_printer_that_is_off(service: PrintService, tmp_path: Path) -> None:
    """A queue that is stopped would keep the document for days; the window says so at once."""
    path = tmp_path / "rekapitulasi.pdf"
    path.write_bytes(blank())
    service.command("cupsdisable", QUEUE)
    try:
        with pytest.raises(StoreError, match="The printer Sekretariat is stopped"):
            print_document(path, QUEUE, lambda *_: None)
        assert service.command("lpstat", "-o") == ""
    finally:
        service.command("cupsenable", QUEUE)
    service.command("cupsreject", QUEUE)
    try:
        with pytest.raises(StoreError, match="did not take the document"):
            print_document(path, QUEUE, lambda *_: None)
    finally:
        service.command("cupsaccept", QUEUE)
    print_document(path, QUEUE, lambda *_: None)
    check_printed(blank(), service.printed())


def test_a_service_that_does_not_answer(
    service: PrintService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del service
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    path = tmp_path / "rekapitulasi.pdf"
    path.write_bytes(blank())
    assert list_printers() == ()
    with pytest.raises(StoreError, match="The document itself is safe"):
        print_document(path, QUEUE, lambda *_: None)
    assert path.read_bytes() == blank()
