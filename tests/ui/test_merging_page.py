"""Merging in the window: files dropped, a plan, one button, and nothing lost by cancelling."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.secretariat.steps import Step
from tests.ui.merge_files import INCOMING, make_incoming
from tests.ui.office_files import make_office, sealed_copy
from tests.ui.reading import texts
from ui.coordinator.merging.folder_watch import FolderWatch
from ui.coordinator.merging.run import MergeRun, Phase
from ui.item_models.merge_plan_model import Column
from ui.theme import GAP_8, MARK_SIZE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.item_models.cells_model import CellsModel
    from ui.pages.merging_page import MergingPage

LONG = 20_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return make_incoming(tmp_path_factory.mktemp("masukan") / "asesmen", regions=3)


@pytest.fixture
def shop(made: Workshop, tmp_path: Path) -> Workshop:
    return made.copied_to(tmp_path / "asesmen")


def drop(window: DeskWindow, *paths: Path) -> None:
    """Let files fall somewhere on the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.main.dropEvent(
        QDropEvent(
            QPointF(500, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def run_of(window: DeskWindow) -> MergeRun:
    return MergeRun.of(window.office.state)


def wait(window: DeskWindow) -> None:
    run = run_of(window)
    window.bot.waitUntil(lambda: run.phase is Phase.IDLE, timeout=LONG)


def page(window: DeskWindow) -> MergingPage:
    return cast("MergingPage", window.page)


def planned(window: DeskWindow, shop: Workshop) -> MergingPage:
    window.open(shop.path)
    drop(window, shop.path.parent / INCOMING)
    wait(window)
    return page(window)


def test_a_folder_dropped_anywhere_becomes_a_plan(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    window.office.go(Step.RESULTS)
    before = shop.path.read_bytes()
    drop(window, shop.path.parent / INCOMING)
    assert window.office.here is Step.MERGING
    wait(window)
    assert page(window).sentence.text() == (
        "1 berkas baru, 1 menggantikan segel 1, 1 digantikan segel yang lebih baru, 1 konflik, "
        "3 ditolak"
    )
    assert shop.path.read_bytes() == before


def test_every_word_of_an_outcome_fits_its_column(window: DeskWindow, shop: Workshop) -> None:
    window.main.resize(1280, 720)
    view = planned(window, shop).plan
    assert view.details.isVisible()
    room = view.table.columnWidth(Column.OUTCOME) - 2 * GAP_8 - MARK_SIZE - GAP_8
    metrics = view.table.fontMetrics()
    outcomes = [
        str(view.model.index(n, Column.OUTCOME).data()) for n in range(len(view.model.rows))
    ]
    assert max(metrics.horizontalAdvance(word) for text in outcomes for word in text.split()) < room


def test_several_files_at_once_and_one_after_the_other(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.path)
    incoming = shop.path.parent / INCOMING
    drop(window, incoming / "juri-01-1.panel", incoming / "juri-03-1.panel")
    drop(window, incoming / "catatan.txt")
    wait(window)
    assert page(window).sentence.text() == "1 berkas baru, 1 menggantikan segel 1, 1 ditolak"


def test_the_button_says_what_it_does_and_does_it(window: DeskWindow, shop: Workshop) -> None:
    planned(window, shop)
    window.find(QPushButton, "Gabungkan 4 berkas").click()
    wait(window)
    said = "Penggabungan 2 selesai. Berkas yang digabungkan: 4."
    window.bot.waitUntil(lambda: said in texts(window.page))
    assert "Konflik: 1." in texts(window.page)
    assert window.find(QPushButton, "Ke pleno").isEnabled()
    merge = window.office.state.facts.merges[-1]
    assert sum(file.outcome is Outcome.REFUSED for file in merge.files) == 3
    page(window).history.button.click()
    assert page(window).history.isVisible()


def test_cancelling_leaves_the_file_byte_for_byte(window: DeskWindow, shop: Workshop) -> None:
    planned(window, shop)
    before, kept = shop.path.read_bytes(), list(shop.path.parent.glob("*.bak"))
    run, busy = run_of(window), threading.Event()
    window.office.state.ask(lambda *_: busy.wait(10), lambda _: None, lambda _: None)
    window.find(QPushButton, "Gabungkan 4 berkas").click()
    window.find(QPushButton, "Batal").click()
    busy.set()
    wait(window)
    assert run.merged is None
    assert shop.path.read_bytes() == before
    assert list(shop.path.parent.glob("*.bak")) == kept
    window.find(QPushButton, "Gabungkan 4 berkas")


def test_both_sides_of_a_conflict_stand_beside_each_other(
    window: DeskWindow, shop: Workshop
) -> None:
    shown = planned(window, shop)
    choose(window, shown, Outcome.CONFLICT)
    table = shown.plan.details.table
    assert table is not None
    model = cast("CellsModel", table.model())
    assert model.columnCount() == 3
    assert model.lines[0].heads
    figures = [line.figures for line in model.lines if line.figures]
    assert figures
    assert all(len(set(pair)) == 2 for pair in figures)
    assert "tidak dihitung untuk" in texts(shown.plan.details)
    visible = window.find(QPushButton, "Ke keputusan pleno")
    visible.click()
    assert window.office.here is Step.PLENARY


def test_a_correction_is_shown_cell_by_cell(window: DeskWindow, shop: Workshop) -> None:
    shown = planned(window, shop)
    choose(window, shown, Outcome.SUPERSEDES)
    table = shown.plan.details.table
    assert table is not None
    model = cast("CellsModel", table.model())
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert titles == ["Indikator", "Segel 1", "Segel 2"]
    assert "Pembetulan" in texts(shown.plan.details)


def test_a_refused_file_says_why_and_what_to_do(window: DeskWindow, shop: Workshop) -> None:
    shown = planned(window, shop)
    choose(window, shown, Outcome.REFUSED)
    assert "Mintalah juri menyegelnya" in texts(shown.plan.details)


def test_a_plan_follows_what_happens_meanwhile(window: DeskWindow, shop: Workshop) -> None:
    planned(window, shop)
    run = run_of(window)
    before = run.planned
    window.office.state.read_again()
    window.bot.waitUntil(lambda: run.planned is not before, timeout=LONG)
    wait(window)
    assert run.planned is not None
    assert before is not None
    assert [f.outcome for f in run.planned.plan.files] == [f.outcome for f in before.plan.files]


def test_a_declared_assessment_refuses_and_says_the_way(window: DeskWindow, tmp_path: Path) -> None:
    shop = make_office(tmp_path / "asesmen", "declared", regions=3)
    window.open(shop.path)
    drop(window, shop.panels["juri-01-1"])
    assert run_of(window).planned is None
    assert not page(window).intake.files.isEnabled()
    window.find(QPushButton, "Ke penetapan").click()
    assert window.office.here is Step.DECLARATION


def test_who_may_only_look_may_plan_and_not_merge(window: DeskWindow, shop: Workshop) -> None:
    with shop.assessment():
        shown = planned(window, shop)
        assert not shown.act_line.act.isEnabled()
        assert shown.act_line.why.text() == "Asesmen ini hanya dapat dilihat di sini."


def test_a_watched_stick_offers_what_is_new_and_says_what_is_not(
    window: DeskWindow, tmp_path: Path
) -> None:
    shop = make_office(tmp_path / "asesmen", "issued", regions=3, judges=2)
    stick = tmp_path / "flashdisk"
    stick.mkdir()
    shutil.copy(sealed_copy(shop, "juri-01"), stick / "a.panel")
    (stick / "b.panel").write_bytes((stick / "a.panel").read_bytes()[:5000])
    window.open(shop.path)
    window.office.go(Step.MERGING)
    watch, run = FolderWatch.of(window.office.state), run_of(window)
    watch.begin(stick)
    window.bot.waitUntil(lambda: run.planned is not None, timeout=LONG)
    wait(window)
    assert page(window).sentence.text() == "1 berkas baru"
    assert (
        "Tidak ditawarkan karena segelnya tidak terbukti: 1." in page(window).intake.watched.text()
    )
    window.find(QPushButton, "Gabungkan 1 berkas").click()
    wait(window)
    acts = window.office.state.facts.merges
    shutil.move(stick, tmp_path / "dicabut")
    window.bot.waitUntil(lambda: not watch.seen.there, timeout=LONG)
    assert "tidak ada sekarang" in page(window).intake.watched.text()
    shutil.move(tmp_path / "dicabut", stick)
    said = "Sudah digabungkan, tidak ada yang berubah: 1."
    window.bot.waitUntil(lambda: said in page(window).intake.watched.text(), timeout=LONG)
    assert run.planned is None
    assert window.office.state.facts.merges == acts
    window.find(QPushButton, "Berhenti memantau").click()
    assert watch.folder is None


def choose(window: DeskWindow, shown: MergingPage, outcome: Outcome) -> None:
    label = next(
        row.file.source.label for row in shown.plan.model.rows if row.file.outcome is outcome
    )
    shown.plan.choose(label)
    window.bot.waitUntil(lambda: label.rpartition("/")[2] in texts(shown.plan.details))
