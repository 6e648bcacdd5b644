"""The preparation of an open assessment: what is fixed, and where what may change is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import make_office
from tests.ui.reading import texts
from ui.dialogs.free_decision_dialog import FreeDecisionDialog
from ui.pages.preparation_page import PreparationPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow


def test_the_facts_are_shown_and_the_rules_read_aloud(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "asesmen", "half", regions=4, judges=4)
    window.open(shop.path)
    window.office.go(Step.PREPARATION)
    page = window.page
    assert isinstance(page, PreparationPage)
    assert "Asesmen 100 Smart City 2017" in texts(page)
    assert "5 dimensi, 30 indikator" in texts(page)
    digest = window.office.state.facts.assessment.instrument_sha256
    assert digest in texts(page).replace(" ", "")
    window.bot.waitUntil(lambda: len(page.rules.findChildren(QLabel)) > 5, timeout=10_000)
    window.find(QPushButton, "Tambahkan juri atau daerah ...").click()
    assert window.office.here is Step.ISSUING


def test_the_status_of_a_region_is_changed_where_it_says_so(
    window: DeskWindow, tmp_path: Path
) -> None:
    shop = make_office(tmp_path / "asesmen", "half", regions=4, judges=4)
    window.open(shop.path)
    window.office.go(Step.PREPARATION)
    page = window.page
    assert isinstance(page, PreparationPage)
    assert "Tidak ikut serta" not in texts(page)
    page.status.click()
    (dialog,) = page.window().findChildren(FreeDecisionDialog)
    assert dialog.ruling()[0] == "status"
    region = window.office.state.facts.roster.regions[1]
    dialog.region.setCurrentIndex(1)
    dialog.status.setCurrentIndex(dialog.status.findText("mengundurkan diri"))
    dialog.backing.by.setText("Ketua Dewan Juri")
    dialog.backing.reason.setText("Surat tanggal 2 Mei 2017")
    dialog.confirm.click()
    said = f"{region.name} ({region.code}): mengundurkan diri. Alasan: Surat tanggal 2 Mei 2017"
    window.bot.waitUntil(lambda: said in texts(page), timeout=10_000)
    assert "Keputusan 1 dicatat." in page.progress.said.text()
