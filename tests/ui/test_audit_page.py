"""The audit log in the window: whole or broken, searched, written out."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.ui.office_files import decide, make_office
from tests.ui.reading import texts
from ui.coordinator.places import Place
from ui.pages.audit_page import AuditPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    made = make_office(tmp_path_factory.mktemp("sekali") / "asesmen", "half", regions=3, judges=3)
    decide(made, "status", made.regions[0], "absent")
    return made


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def show(window: DeskWindow, shop: Workshop) -> AuditPage:
    window.open(shop.path)
    window.office.go(Place.AUDIT)
    page = window.page
    assert isinstance(page, AuditPage)
    window.bot.waitUntil(page.export.isEnabled, timeout=10_000)
    return page


def test_every_act_is_shown_in_words_and_the_chain_is_verified(
    window: DeskWindow, shop: Workshop
) -> None:
    page = show(window, shop)
    assert page.verdict.text() == "Jejak audit berisi 3 tindakan dan utuh."
    kinds = [line.kind for line in page.model.lines]
    assert kinds == ["Keputusan pleno", "Penggabungan", "Berkas juri diterbitkan"]
    assert "alasan: Musyawarah dewan juri" in page.model.lines[0].details


def test_searching_finds_acts_by_any_of_their_words(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    page.search.setText("ketua status")
    assert [line.kind for line in page.model.lines] == ["Keputusan pleno"]
    assert "1 dari 3 tindakan" in texts(page)
    page.table.selectRow(0)
    assert page.model.lines[0].hash in page.details.text()


def test_what_is_shown_is_written_as_a_table(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop)
    window.find(QPushButton, "Simpan sebagai tabel ...").click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "jejak.csv"))
    window.bot.waitUntil((tmp_path / "jejak.csv").exists, timeout=10_000)
    rows = (tmp_path / "jejak.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "Nomor;Waktu (UTC);Tindakan;Rincian;Hash"
    assert len(rows) == 1 + 3
    window.bot.waitUntil(lambda: page.said.text().startswith("Tersimpan:"), timeout=10_000)
    dialog.reject()


def test_a_changed_act_breaks_the_chain_and_is_named(window: DeskWindow, shop: Workshop) -> None:
    with sqlite3.connect(shop.path) as connection:
        connection.execute("UPDATE acts SET details = replace(details, 'Ketua', 'Tamu')")
    connection.close()
    page = show(window, shop)
    assert "terputus pada tindakan 3" in page.verdict.text()
    assert page.verdict.objectName() == "danger"
