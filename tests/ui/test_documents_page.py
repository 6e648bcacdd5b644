"""Documents in the window: made, shown, signed in turn, taken back, superseded after reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from smartcity_desktop.pictures.preview import count_pages, draw_page
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat import declaring
from smartcity_desktop.secretariat.steps import Step
from tests.signing.people import P12_WORDS, certificate_file, document
from tests.ui.office_files import make_office
from tests.ui.reading import texts
from tests.workshop import PHRASE
from ui.coordinator.documents.printer import paint_pages
from ui.dialogs.sign_dialog import SignDialog
from ui.item_models.documents_model import Column, DocumentsModel
from ui.pages.documents_page import DocumentsPage
from ui.theme import GAP_8

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.pictures.preview import PageImage
    from smartcity_desktop.secretariat.office import Office
    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(
        tmp_path_factory.mktemp("sekali") / "asesmen", "declared", regions=3, judges=4
    )


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def show(window: DeskWindow, shop: Workshop, folder: Path) -> DocumentsPage:
    window.open(shop.path)
    window.office.go(Step.DOCUMENTS)
    page = window.page
    assert isinstance(page, DocumentsPage)
    page.use_folder(folder)
    settle(window)
    return page


def settle(window: DeskWindow) -> None:
    window.bot.waitUntil(lambda: not window.office.state.is_working, timeout=30_000)


def make(window: DeskWindow, page: DocumentsPage, kind: ReportKind) -> Path:
    page.table.selectRow(list(ReportKind).index(kind))
    page.make.click()
    window.bot.waitUntil(lambda: page.preview.pages > 0, timeout=30_000)
    settle(window)
    line = page.chosen()
    assert line is not None
    assert line.found is not None
    return line.found.path


def state_of(page: DocumentsPage, kind: ReportKind) -> str:
    number = list(ReportKind).index(kind)
    return str(page.table.model().index(number, Column.STATE).data())


def test_before_the_declaration_only_lists_are_printed(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "asesmen", "issued", regions=3, judges=2)
    page = show(window, shop, tmp_path / "dokumen")
    page.table.selectRow(list(ReportKind).index(ReportKind.RANKING))
    assert not page.make.isEnabled()
    assert state_of(page, ReportKind.RANKING) == "Setelah penetapan"
    path = make(window, page, ReportKind.ATTENDANCE)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_document_is_made_and_shown_page_by_page(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    path = make(window, page, ReportKind.INTEGRITY)
    assert page.preview.pages == count_pages(path.read_bytes())
    assert not page.preview.page.pixmap().isNull()
    assert page.preview.said.text() == f"Halaman 1 dari {page.preview.pages}"
    if page.preview.pages > 1:
        page.preview.forward.click()
        window.bot.waitUntil(
            lambda: page.preview.said.text().startswith("Halaman 2"), timeout=10_000
        )


def test_a_document_is_signed_and_says_by_whom(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    make(window, page, ReportKind.RANKING)
    before = state_of(page, ReportKind.RANKING)
    assert before.startswith("0 dari ")
    (tmp_path / "ketua.p12").write_bytes(certificate_file())
    page.sign.click()
    window.bot.waitUntil(lambda: bool(page.window().findChildren(SignDialog)), timeout=10_000)
    (dialog,) = page.window().findChildren(SignDialog)
    dialog.p12.setText(str(tmp_path / "ketua.p12"))
    dialog.passphrase.setText(P12_WORDS)
    dialog.confirm.click()
    window.bot.waitUntil(
        lambda: state_of(page, ReportKind.RANKING).startswith("1 dari "), timeout=30_000
    )
    assert "sudah ditandatangani" in page.signatures.text()


def test_what_came_back_as_another_document_is_refused(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    path = make(window, page, ReportKind.RANKING)
    before = path.read_bytes()
    other = tmp_path / "lain.pdf"
    other.write_bytes(before[:-100])
    page.acts.take(path, other)
    window.bot.waitUntil(lambda: page.progress.said.objectName() == "danger", timeout=20_000)
    assert path.read_bytes() == before


def test_reopening_marks_documents_as_superseded(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    make(window, page, ReportKind.RANKING)
    window.office.state.act(
        lambda office, _: declaring.reopen(office, "Ketua", "Sanggahan"),
        lambda _: None,
        lambda _: None,
    )
    window.bot.waitUntil(lambda: state_of(page, ReportKind.RANKING) == "Digantikan", timeout=20_000)
    assert "tidak berlaku lagi" in texts(page)
    assert not page.sign.isEnabled()


def test_another_folder_is_still_the_folder_when_the_page_comes_again(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    path = make(window, page, ReportKind.ATTENDANCE)
    state = state_of(page, ReportKind.ATTENDANCE)
    window.office.go(Step.RESULTS)
    window.office.go(Step.DOCUMENTS)
    again = window.page
    assert isinstance(again, DocumentsPage)
    settle(window)
    assert again.folder == path.parent
    assert state_of(again, ReportKind.ATTENDANCE) == state
    assert again.paper.folder.text() == str(path.parent)


def test_what_was_just_made_is_chosen_beside_what_it_supersedes(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    first = make(window, page, ReportKind.RANKING)

    def again(office: Office, _job: object) -> None:
        declaring.reopen(office, "Ketua", "Sanggahan")
        declaring.declare(office, "Ketua", PHRASE)

    window.office.state.act(again, lambda _: None, lambda _: None)
    window.bot.waitUntil(lambda: state_of(page, ReportKind.RANKING) == "Digantikan", timeout=20_000)
    page.make.click()
    window.bot.waitUntil(lambda: made_now(page) not in (None, first), timeout=30_000)
    settle(window)
    line = page.chosen()
    assert line is not None
    assert line.found is not None
    assert not line.found.superseded
    assert page.sign.isEnabled()
    assert page.preview.pages > 0
    model = page.table.model()
    assert isinstance(model, DocumentsModel)
    own = [each.found for each in model.lines if each.kind is ReportKind.RANKING]
    assert [each.superseded for each in own if each] == [False, True]


@pytest.mark.parametrize("width", [1000, 1366])
def test_no_title_and_no_name_is_cut(
    window: DeskWindow, shop: Workshop, tmp_path: Path, width: int
) -> None:
    window.main.resize(width, 768)
    page = show(window, shop, tmp_path / "dokumen")
    path = make(window, page, ReportKind.JUDGING)
    table, model = page.table, page.table.model()
    number = list(ReportKind).index(ReportKind.JUDGING)
    text = str(model.index(number, Column.KIND).data())
    assert text.endswith(path.name)
    for row in range(model.rowCount()):
        text = str(model.index(row, Column.KIND).data())
        room = table.visualRect(model.index(row, Column.KIND)).adjusted(GAP_8, 0, -GAP_8, 0)
        room.setHeight(table.rowHeight(row))
        needs = table.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        assert needs.height() <= room.height(), text
        assert needs.width() <= room.width(), text


def made_now(page: DocumentsPage) -> Path | None:
    line = page.chosen()
    return line.found.path if line is not None and line.found is not None else None


def test_pages_on_a_printer_are_those_of_the_preview(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop, tmp_path / "dokumen")
    path = make(window, page, ReportKind.RANKING)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    printer.setOutputFileName(str(tmp_path / "tercetak.pdf"))
    steps: list[tuple[int, int]] = []
    paint_pages(path, printer, lambda done, total: steps.append((done, total)))
    made, printed = path.read_bytes(), (tmp_path / "tercetak.pdf").read_bytes()
    assert count_pages(printed) == count_pages(made) == len(steps)
    one, other = draw_page(made, 0, 50), draw_page(printed, 0, 50)
    assert abs(one.points[0] - other.points[0]) < 1
    assert abs(one.points[1] - other.points[1]) < 1


@pytest.mark.usefixtures("qapp")
def test_a_long_document_is_printed_page_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 300 dpi a page has 26 MB; a hundred of them at once would stop a judge's laptop."""
    path, seen = tmp_path / "panjang.pdf", list[int]()
    path.write_bytes(document(3))
    draw = draw_page

    def counted(pdf: bytes, number: int, dpi: int) -> PageImage:
        assert len(seen) == number
        return draw(pdf, number, dpi)

    monkeypatch.setattr("ui.coordinator.documents.printer.draw_page", counted)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "tercetak.pdf"))
    paint_pages(path, printer, lambda done, _total: seen.append(done))
    assert seen == [1, 2, 3]
    assert count_pages((tmp_path / "tercetak.pdf").read_bytes()) == 3
