"""A region's name is corrected in the preparation, and every page shows the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import decide, make_office, sealed_copy
from tests.ui.reading import texts
from tests.ui.room import cut_off
from ui.coordinator.merging.run import MergeRun, Phase
from ui.dialogs.region_name_dialog import RegionNameDialog
from ui.item_models.decisions_model import Column, DecisionsModel
from ui.pages.plenary_page import PlenaryPage
from ui.pages.preparation_page import PreparationPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop

CODE, FORMER, RIGHT = (
    "31.01", "Kabupaten Administrasi Kepulauan Seribu", "Kabupaten Kepulauan Seribu",
)  # fmt: skip


def show(window: DeskWindow, shop: Workshop) -> PreparationPage:
    window.open(shop.path)
    window.office.go(Step.PREPARATION)
    page = window.page
    assert isinstance(page, PreparationPage)
    return page


def ask(window: DeskWindow, page: PreparationPage) -> RegionNameDialog:
    window.find(QPushButton, "Perbaiki nama daerah ...").click()
    (dialog,) = page.window().findChildren(RegionNameDialog)
    dialog.region.setCurrentIndex(dialog.region.findText(f"{FORMER} ({CODE})"))
    return dialog


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(tmp_path_factory.mktemp("sekali") / "asesmen", "half", regions=4, judges=4)


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def test_the_name_is_corrected_and_shown_everywhere(window: DeskWindow, shop: Workshop) -> None:
    late = sealed_copy(shop, "juri-04")
    page = show(window, shop)
    dialog = ask(window, page)
    assert (dialog.former.text(), dialog.name.text()) == (FORMER, FORMER)
    assert not dialog.confirm.isEnabled()
    dialog.name.clear()
    QTest.keyClicks(dialog.name, "kepulauan seribu")
    assert dialog.outcome.text() == "Namanya akan menjadi: Kabupaten kepulauan seribu"
    dialog.name.setText("Kab. Kepulauan Seribu")
    assert RIGHT in dialog.outcome.text()
    assert not dialog.confirm.isEnabled()
    dialog.by.setText("Sekretaris")
    assert dialog.missing.text() == "Pilih atau tulis alasan."
    dialog.reason.offers[0].setChecked(True)
    assert list(cut_off(dialog)) == []
    dialog.confirm.click()
    window.bot.waitUntil(lambda: f"{CODE} sekarang bernama {RIGHT}." in texts(page), timeout=20_000)
    window.bot.waitUntil(lambda: f"{RIGHT}; sebelumnya: {FORMER}" in texts(page), timeout=5_000)
    facts = window.office.state.facts
    (decision,) = facts.reckoning.decisions
    assert decision.kind is DecisionKind.NAME
    assert (decision.by, decision.reason) == ("Sekretaris", "Nama salah ketik")
    assert [r.name for r in facts.roster.regions if r.code == CODE] == [RIGHT]
    for step in (Step.COMPLETENESS, Step.RESULTS, Step.DOCUMENTS):
        window.office.go(step)
        assert FORMER not in texts(window.page)
    _merge(window, late)
    assert len(window.office.state.facts.reckoning.seals) == 4
    window.office.go(Step.PLENARY)
    assert isinstance(window.page, PlenaryPage)
    model = window.page.decisions.model()
    assert isinstance(model, DecisionsModel)
    told = f"{CODE} bernama {RIGHT}, bukan lagi {FORMER}.\nNama salah ketik"
    assert model.index(0, Column.WHAT).data() == told
    assert model.index(0, Column.BY).data() == "Sekretaris"


def _merge(window: DeskWindow, copy: Path) -> None:
    """Merge the copy that was sealed under the former name."""
    window.office.go(Step.MERGING)
    run = MergeRun.of(window.office.state)
    run.take([copy])
    window.bot.waitUntil(lambda: run.phase is Phase.IDLE, timeout=20_000)
    window.find(QPushButton, "Gabungkan 1 berkas").click()
    window.bot.waitUntil(
        lambda: len(window.office.state.facts.reckoning.seals) == 4, timeout=20_000
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "1 sampai 200 huruf"),
        ("Kota Depok", "32.76 Kota Depok"),
        ("Kabupaten Atlantis", "tidak bernama"),
        (FORMER, "Belum ada yang diubah."),
        (f"Kab. {FORMER.partition(' ')[2]}", "sudah bernama"),
    ],
)
def test_what_cannot_be_is_said_while_it_is_typed(
    window: DeskWindow, shop: Workshop, typed: str, said: str
) -> None:
    dialog = ask(window, show(window, shop))
    dialog.by.setText("Sekretaris")
    dialog.reason.offers[0].setChecked(True)
    dialog.name.setText(typed)
    assert said in dialog.outcome.text()
    assert dialog.name.accessibleDescription() == dialog.outcome.text()
    assert not dialog.confirm.isEnabled()
    assert list(cut_off(dialog)) == []


def test_declared_results_must_be_reopened_first(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "asesmen", "declared", regions=4, judges=3)
    page = show(window, shop)
    assert not page.naming.isEnabled()
    assert "Buka kembali (langkah Penetapan) sebelum mengubah status atau nama." in texts(page)
    assert list(cut_off(page)) == []


def test_whoever_only_looks_corrects_nothing(window: DeskWindow, shop: Workshop) -> None:
    with shop.assessment():
        page = show(window, shop)
    assert not page.naming.isEnabled()
    assert "berkas dibuka hanya untuk dilihat" in texts(page)


def test_an_open_file_knows_what_was_corrected_before(window: DeskWindow, shop: Workshop) -> None:
    decide(shop, "name", CODE, "Kepulauan", "Seribu")
    decide(shop, "name", CODE, FORMER)
    page = show(window, shop)
    assert f"{FORMER}; sebelumnya: {RIGHT}" in texts(page)
    assert page.naming.isEnabled()
