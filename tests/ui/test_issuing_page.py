"""Issuing in the window: first files, replacements, more regions, paper; what stays is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from smartcity_desktop.secretariat.steps import Step
from smartcity_desktop.store.panel_file import open_panel_file
from tests.ui.office_files import make_office
from tests.ui.reading import texts
from ui.dialogs.issue_dialogs import PaperDialog, ReplaceDialog, SupplementDialog
from ui.dialogs.joining_dialogs import LateJudgeDialog, LateRegionDialog
from ui.pages.issuing_page import IssuingPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.dialogs.question import Question


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(tmp_path_factory.mktemp("sekali") / "asesmen", "half", regions=4, judges=4)


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def show(window: DeskWindow, shop: Workshop) -> IssuingPage:
    window.open(shop.path)
    window.office.go(Step.ISSUING)
    page = window.page
    assert isinstance(page, IssuingPage)
    return page


def choose(window: DeskWindow, page: IssuingPage, folder: Path) -> None:
    """Answer the question for a folder, and wait for what comes of it."""
    folder.mkdir(exist_ok=True)
    dialogs = page.findChildren(QFileDialog)
    dialogs[-1].fileSelected.emit(str(folder))
    dialogs[-1].reject()
    window.bot.waitUntil(lambda: bool(page.progress.said.text()), timeout=20_000)


def dialog(page: IssuingPage, kind: type[Question]) -> Question:
    (found,) = page.window().findChildren(kind)
    return found


def test_the_first_files_go_to_a_folder(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "baru", "new", regions=3, judges=3)
    page = show(window, shop)
    assert "3 dari 3 juri belum memiliki berkas juri." in texts(page)
    window.find(QPushButton, "Terbitkan 3 berkas juri ...").click()
    choose(window, page, tmp_path / "flashdisk")
    names = sorted(path.name for path in (tmp_path / "flashdisk").iterdir())
    assert names == ["juri-01-1.panel", "juri-02-1.panel", "juri-03-1.panel"]
    assert "masing-masing telah dibaca ulang dan utuh" in page.progress.said.text()
    assert "Semua juri sudah memiliki berkas juri (3)." in texts(page)
    assert not page.first.isVisible()


def test_a_lost_laptop_gets_a_replacement_with_the_seals_that_stand(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop)
    page.table.selectRow(0)
    page.replace.click()
    asked = dialog(page, ReplaceDialog)
    assert isinstance(asked, ReplaceDialog)
    assert not asked.confirm.isEnabled()
    asked.by.setText("Ketua Dewan Juri")
    asked.reason.offers[0].setChecked(True)
    assert len(asked.standing()) == 1
    asked.confirm.click()
    choose(window, page, tmp_path / "flashdisk")
    with open_panel_file(tmp_path / "flashdisk" / "juri-01-2.panel", shop.clock) as panel:
        assert len(panel.sheets.payloads()) == len(shop.regions)
    line = page.table.model().lines[0]  # type: ignore[attr-defined]
    assert line.replaced_by == "juri-01-2"
    page.table.selectRow(0)
    assert not page.replace.isEnabled()


def test_more_regions_come_in_a_further_file(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop)
    page.table.selectRow(1)
    page.supplement.click()
    asked = dialog(page, SupplementDialog)
    assert isinstance(asked, SupplementDialog)
    assert asked.regions.list.count() == 0
    asked.reject()
    page.table.selectRow(3)
    page.paper.click()
    typed = dialog(page, PaperDialog)
    assert isinstance(typed, PaperDialog)
    typed.reason.offers[0].setChecked(True)
    typed.confirm.click()
    choose(window, page, tmp_path / "kertas")
    assert len(list((tmp_path / "kertas").iterdir())) == 2


def test_declared_results_issue_nothing_and_say_why(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "selesai", "declared", regions=3, judges=3)
    page = show(window, shop)
    assert not page.replace.isEnabled()
    assert "Hasil sudah ditetapkan." in page.why.text()


def test_a_name_that_is_taken_leaves_everything_as_it_was(
    window: DeskWindow, tmp_path: Path
) -> None:
    shop = make_office(tmp_path / "baru", "new", regions=3, judges=3)
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    (folder / "juri-02-1.panel").write_bytes(b"x")
    page = show(window, shop)
    page.first.click()
    choose(window, page, folder)
    assert "juri-02-1.panel" in page.progress.said.text()
    assert page.first.isVisible()
    assert [path.name for path in folder.iterdir()] == ["juri-02-1.panel"]


def test_a_late_judge_joins_with_a_panel_file(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop)
    page.late_judge.click()
    asked = dialog(page, LateJudgeDialog)
    assert isinstance(asked, LateJudgeDialog)
    asked.code.setText("juri-09")
    asked.name.setText("Dr. Rina Wulandari")
    assert not asked.confirm.isEnabled()
    assert asked.ticks is not None
    asked.ticks.tick(shop.regions[0])
    asked.reason.offers[2].setChecked(True)
    asked.confirm.click()
    choose(window, page, tmp_path / "flashdisk")
    with open_panel_file(tmp_path / "flashdisk" / "juri-09-1.panel", shop.clock) as panel:
        assert panel.issue.judge.name == "Dr. Rina Wulandari"
        assert [region.code for region in panel.issue.regions] == [shop.regions[0]]


def test_a_region_with_a_wrong_name_joins_nowhere(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page = show(window, shop)
    before = window.office.state.facts.roster.regions
    page.late_region.click()
    asked = dialog(page, LateRegionDialog)
    assert isinstance(asked, LateRegionDialog)
    asked.code.setText("64.72")
    asked.name.setText("Kota Balikpapan")
    assert asked.ticks is not None
    asked.ticks.tick("juri-01")
    asked.reason.offers[0].setChecked(True)
    asked.confirm.click()
    choose(window, page, tmp_path / "flashdisk")
    assert "Kota Samarinda" in page.progress.said.text()
    assert list((tmp_path / "flashdisk").iterdir()) == []
    assert len(window.office.state.facts.roster.regions) == len(before)
