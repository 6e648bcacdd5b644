"""Evidence beside the ranking: looked at in the window, saved by hand, never opened elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea
from shiboken6 import isValid

from smartcity_desktop.secretariat.steps import Step
from tests.ui.evidence_files import PROGRAM, make_evidenced, picture
from tests.ui.reading import texts
from tests.ui.room import cut_off
from ui.coordinator.results.evidence_dialog import EvidenceDialog
from ui.coordinator.results.evidence_list import EvidenceEntry, EvidenceList
from ui.pages.results_page import ResultsPage
from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return make_evidenced(tmp_path_factory.mktemp("bukti") / "asesmen", regions=3)


@pytest.fixture
def shop(made: Workshop, tmp_path: Path) -> Workshop:
    return made.copied_to(tmp_path / "asesmen")


def unfold(window: DeskWindow, shop: Workshop) -> EvidenceList:
    """Open the region and its evidence, and wait until everything of it is known."""
    window.open(shop.path)
    window.office.go(Step.RESULTS)
    page = window.page
    assert isinstance(page, ResultsPage)
    window.bot.waitUntil(lambda: page.table is not None, timeout=20_000)
    assert page.table is not None
    page.table.entered.emit(page.table.ranking.row_of(shop.regions[0]))
    window.bot.waitUntil(lambda: page.pane.view is not None, timeout=20_000)
    (fold,) = (
        each
        for each in page.pane.findChildren(Fold)
        if each.button.text().startswith("Bukti dukung (4)")
    )
    fold.button.click()
    (found,) = fold.findChildren(EvidenceList)
    window.bot.waitUntil(found.entries[0].look.isEnabled, timeout=20_000)
    window.bot.waitUntil(lambda: "Bukan gambar" in texts(found), timeout=20_000)
    return found


def entry(found: EvidenceList, name: str) -> EvidenceEntry:
    return next(each for each in found.entries if name in each.told.text())


def save(found: EvidenceList, name: str, path: Path) -> str:
    """Press the button, take the dialog's answer, return the name that it offered."""
    entry(found, name).save.click()
    (dialog,) = found.findChildren(QFileDialog)
    (offered,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    return offered.rpartition("/")[2]


def wait_drawn(window: DeskWindow, dialog: EvidenceDialog) -> None:
    window.bot.waitUntil(lambda: dialog.preview.pages > 0, timeout=20_000)


def wait_whole(window: DeskWindow, dialog: EvidenceDialog) -> None:
    (area,) = dialog.preview.findChildren(QScrollArea)
    window.bot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def wait_gone(window: DeskWindow, dialog: EvidenceDialog) -> None:
    window.bot.waitUntil(lambda: not isValid(dialog), timeout=20_000)


def test_every_item_is_listed_with_name_size_and_judge(window: DeskWindow, shop: Workshop) -> None:
    found = unfold(window, shop)
    told = [each.told.text() for each in found.entries]
    indicator = shop.instrument.indicators()[0].id
    assert len(told) == 4
    assert f"juri-01 {indicator}" in entry(found, "SK Wali Kota.pdf").told.text()
    assert "1 KB" in entry(found, "paparan.exe").told.text()
    assert not entry(found, "Rapat pimpinan").thumbnail.pixmap().isNull()
    assert entry(found, "paparan.exe").thumbnail.pixmap().isNull()
    window.bot.waitUntil(lambda: not list(cut_off(window.main)), timeout=5_000)


def test_a_picture_and_a_pdf_are_looked_at_here_and_a_program_never(
    window: DeskWindow, shop: Workshop
) -> None:
    found = unfold(window, shop)
    for name, pages in (("Rapat pimpinan", 1), ("SK Wali Kota.pdf", 2)):
        entry(found, name).look.click()
        (dialog,) = window.main.findChildren(EvidenceDialog)
        wait_drawn(window, dialog)
        assert dialog.preview.pages == pages
        assert not dialog.preview.page.pixmap().isNull()
        if pages == 1:
            # A picture is seen as a whole.
            wait_whole(window, dialog)
        dialog.reject()
        wait_gone(window, dialog)
    program = entry(found, "paparan.exe")
    assert not program.look.isEnabled()
    assert "tidak dibuka di sini" in program.told.text()


def test_an_item_is_saved_as_it_was_sealed_under_a_plain_name(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    found = unfold(window, shop)
    target = tmp_path / "apa saja.exe"
    offered = save(found, "paparan.exe", target)
    assert offered == f"juri-01-{shop.regions[0]}-A1-paparan.exe"
    window.bot.waitUntil(lambda: str(target.name) in found.progress.said.text(), timeout=20_000)
    assert target.read_bytes() == PROGRAM
    save(found, "Rapat pimpinan", tmp_path / "foto.jpg")
    window.bot.waitUntil(lambda: "foto.jpg" in found.progress.said.text(), timeout=20_000)
    assert (tmp_path / "foto.jpg").read_bytes() == picture()
    save(found, "Rapat pimpinan", tmp_path / "tidak ada" / "foto.jpg")
    window.bot.waitUntil(lambda: "Tidak ada folder" in found.progress.said.text(), timeout=20_000)


def test_what_nobody_handed_over_is_said_with_the_way_to_it(
    window: DeskWindow, shop: Workshop
) -> None:
    found = unfold(window, shop)
    missing = entry(found, "Pusat data")
    assert "Belum ada di sini" in missing.told.text()
    assert not missing.save.isVisible()
    assert "berakhiran .evidence;" in texts(found)
    window.find(QPushButton, "Ke penggabungan").click()
    assert window.office.here is Step.MERGING
