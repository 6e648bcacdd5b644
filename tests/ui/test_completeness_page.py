"""Completeness in the window: the matrix, whom to call, and a stand-in at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton

from smartcity_desktop.domain.assessment import Judge
from smartcity_desktop.merging.completeness import CellState
from smartcity_desktop.secretariat.steps import Step
from smartcity_desktop.store.panel_file import open_panel_file
from tests.ui.merge_files import make_thin
from tests.ui.office_files import make_office
from tests.ui.reading import texts
from ui.dialogs.joining_dialogs import LateJudgeDialog
from ui.dialogs.stand_in_dialog import StandInDialog
from ui.item_models.completeness_model import MatrixWish

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.pages.completeness_page import CompletenessPage


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return make_office(tmp_path_factory.mktemp("separuh") / "asesmen", "half", regions=4)


@pytest.fixture
def shop(made: Workshop, tmp_path: Path) -> Workshop:
    return made.copied_to(tmp_path / "asesmen")


def show(window: DeskWindow, shop: Workshop) -> CompletenessPage:
    window.open(shop.path)
    window.office.go(Step.COMPLETENESS)
    page = cast("CompletenessPage", window.page)
    window.bot.waitUntil(lambda: page.is_whole)
    return page


def test_every_cell_says_its_state(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    model = page.matrix.model
    assert (model.rowCount(), model.columnCount()) == (4, 5)
    assert model.counts()[CellState.RECEIVED] == 11
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Hadiningrat (juri-01): Diterima")
    assert "Belum ada 8" in texts(page)


def test_the_page_shows_itself_before_its_parts_come(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    window.office.go(Step.COMPLETENESS)
    page = cast("CompletenessPage", window.page)
    assert page.isVisible()
    assert "Kelengkapan" in texts(page)
    assert not page.is_whole
    window.office.go(Step.DOCUMENTS)
    window.office.go(Step.COMPLETENESS)
    again = cast("CompletenessPage", window.page)
    window.bot.waitUntil(lambda: again.is_whole)
    assert window.main.focusWidget() is again.filters.judge
    assert "Belum ada 8" in texts(again)


def test_new_facts_find_the_page_whole(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    window.office.go(Step.COMPLETENESS)
    page = cast("CompletenessPage", window.page)
    page.state.renew(page.state.facts)
    assert page.is_whole
    assert "Belum ada 8" in texts(page)


def test_the_matrix_is_read_with_the_keyboard(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    page.matrix.table.setFocus()
    page.matrix.table.setCurrentIndex(page.matrix.model.index(0, 2))
    QTest.keyClick(page.matrix.table, Qt.Key.Key_Right)
    assert page.matrix.said.text().endswith("(juri-04): Belum ada")


def test_filters_leave_what_fits(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    page.filters.missing.click()
    assert page.matrix.model.rowCount() == 4
    page.filters.judge.setCurrentIndex(1)
    assert (page.matrix.model.rowCount(), page.matrix.model.columnCount()) == (0, 1)
    assert "Tidak ada daerah yang cocok" in texts(page)
    window.find(QPushButton, "Tampilkan di matriks").click()
    assert page.filters.wish == MatrixWish("juri-04", "", only_missing=True)
    assert page.matrix.model.rowCount() == 4


def test_whom_to_call_names_the_regions(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    assert [call.judge.id for call in page.calls.model.calls] == ["juri-04", "juri-05"]
    region = window.office.state.facts.roster.regions[0]
    assert f"{region.name} ({region.code})" in page.calls.regions.text()


def test_what_is_listed_becomes_a_table(window: DeskWindow, shop: Workshop, tmp_path: Path) -> None:
    page = show(window, shop)
    page.filters.judge.setCurrentIndex(4)
    target = tmp_path / "kelengkapan.csv"
    page.write_to(target)
    window.bot.waitUntil(lambda: "Tersimpan" in texts(page), timeout=10_000)
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0] == "Kode;Daerah;Provinsi;juri-04 Dra. Ni Luh Putu Ayu Laksmi"
    assert len(lines) == 5
    assert lines[1].endswith(";Belum ada")


def test_a_stand_in_gets_a_panel_file_at_once(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_thin(tmp_path / "asesmen")
    page = show(window, shop)
    codes = tuple(each.region.code for each in page.thin)
    assert len(codes) == 2
    assert f"({codes[0]}): 1" in texts(page)
    page.name_stand_in(codes)
    (dialog,) = page.window().findChildren(StandInDialog)
    assert "dapat menilai 2 daerah ini" in dialog.judge.currentText()
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.reason, "Dua juri berbenturan kepentingan")
    stick = tmp_path / "flashdisk"
    stick.mkdir()
    dialog.keep_in(stick)
    dialog.confirm.click()
    window.bot.waitUntil(lambda: len(page.thin) == 2 and bool(list(stick.iterdir())))
    window.bot.waitUntil(lambda: "juri-04-2" in texts(page), timeout=10_000)
    with open_panel_file(stick / "juri-04-2.panel", shop.clock, read_only=True) as panel:
        assert tuple(region.code for region in panel.issue.regions) == codes
    assert [each.coming for each in page.thin] == [2, 2]


def test_somebody_who_does_not_judge_yet_can_stand_in(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_thin(tmp_path / "asesmen")
    page = show(window, shop)
    codes = tuple(each.region.code for each in page.thin)
    page.name_stand_in(codes)
    (dialog,) = page.window().findChildren(StandInDialog)
    dialog.other.click()
    (late,) = page.window().findChildren(LateJudgeDialog)
    assert late.ticked() == codes
    assert not late.confirm.isEnabled()
    assert late.code.text() == "juri-06"
    QTest.keyClicks(late.name, "Dr. Maria Kewa Tokan")
    late.reason.findChildren(QRadioButton)[0].click()
    late.confirm.click()
    (chooser,) = page.findChildren(QFileDialog)
    stick = tmp_path / "flashdisk"
    stick.mkdir()
    chooser.fileSelected.emit(str(stick))
    chooser.reject()
    said = "untuk Dr. Maria Kewa Tokan"
    window.bot.waitUntil(lambda: said in texts(page), timeout=10_000)
    (path,) = stick.iterdir()
    with open_panel_file(path, shop.clock, read_only=True) as panel:
        assert tuple(region.code for region in panel.issue.regions) == codes
        assert panel.issue.judge.name == "Dr. Maria Kewa Tokan"
    assert "juri-06" in [judge.id for judge in window.office.state.facts.roster.judges]
    assert [each.coming for each in page.thin] == [2, 2]


def test_an_id_that_is_taken_lets_nobody_join(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_thin(tmp_path / "asesmen")
    page = show(window, shop)
    codes = tuple(each.region.code for each in page.thin)
    stick = tmp_path / "flashdisk"
    stick.mkdir()
    page.let_join(Judge("juri-01", "Dr. Maria Kewa Tokan"), codes, "Menggantikan", stick)
    window.bot.waitUntil(lambda: "juri-01" in texts(page), timeout=10_000)
    assert list(stick.iterdir()) == []
    assert len(window.office.state.facts.roster.judges) == 5


def test_where_nobody_can_stand_in_it_is_said(window: DeskWindow, shop: Workshop) -> None:
    page = show(window, shop)
    page.calls.stand_in.click()
    (dialog,) = page.window().findChildren(StandInDialog)
    assert "Setiap juri sudah memegang daerah ini" in texts(dialog)
    assert not dialog.confirm.isEnabled()
    assert dialog.other.isEnabled()
    dialog.reject()
