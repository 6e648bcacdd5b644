"""The results in the window: cuts across the table, one region, a comparison, the second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from smartcity_desktop.secretariat.ranking import RankRow
from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import PEOPLE, decide, make_office
from tests.ui.reading import texts
from tests.ui.room import cut_off
from ui.coordinator.results.comparison_dialog import ComparisonDialog
from ui.coordinator.results.plenary_lines import Release
from ui.item_models.ranking_model import TIE, Column, RankingModel
from ui.pages.results_page import ResultsPage
from ui.theme import MINIMUM_WINDOW, REGION_PANE_NARROWEST, USUAL_WINDOW
from ui.widgets.frozen_columns import FrozenColumns
from ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.coordinator.results.ranking_table import RankingTable


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Only to be read."""
    return make_office(
        tmp_path_factory.mktemp("sekali") / "asesmen", "complete", regions=6, judges=4
    )


@pytest.fixture
def shop(made_once: Workshop, tmp_path: Path) -> Workshop:
    return made_once.copied_to(tmp_path / "asesmen")


def show(window: DeskWindow, shop: Workshop) -> tuple[ResultsPage, RankingTable]:
    window.open(shop.path)
    window.office.go(Step.RESULTS)
    page = window.page
    assert isinstance(page, ResultsPage)
    window.bot.waitUntil(lambda: page.table is not None, timeout=20_000)
    assert page.table is not None
    return page, page.table


def open_region(window: DeskWindow, page: ResultsPage, number: int) -> None:
    before = page.pane.view
    assert page.table is not None
    page.table.entered.emit(number)
    window.bot.waitUntil(lambda: page.pane.view is not before, timeout=20_000)


def names(table: RankingTable) -> list[str]:
    return [row.region.name for row in table.ranking.rows if isinstance(row, RankRow)]


def test_the_ranking_is_the_results_and_says_that_it_is_provisional(
    window: DeskWindow, shop: Workshop
) -> None:
    page, table = show(window, shop)
    ranked = window.office.state.facts.reckoning.results.ranked
    shown = [row.region.code for row in table.ranking.rows if isinstance(row, RankRow)]
    assert shown == [region.code for region in ranked]
    assert page.stand.text().startswith("Sementara:")
    total = table.ranking.index(0, Column.TOTAL).data()
    assert total == ranked[0].printed.replace(".", ",")


def test_a_cut_is_a_line_across_the_table_only_in_the_order_of_ranks(
    window: DeskWindow, shop: Workshop
) -> None:
    _, table = show(window, shop)
    cuts = [row for row in table.ranking.rows if isinstance(row, str)]
    assert cuts
    assert cuts[0].startswith("Batas: ")
    place = table.ranking.rows.index(cuts[0])
    assert table.columnSpan(place, 0) == table.ranking.columnCount()
    table.horizontalHeader().setSortIndicator(Column.REGION, Qt.SortOrder.AscendingOrder)
    assert names(table) == sorted(names(table), key=str.casefold)
    assert not [row for row in table.ranking.rows if isinstance(row, str)]


def test_filters_keep_the_regions_that_fit(window: DeskWindow, shop: Workshop) -> None:
    page, table = show(window, shop)
    page.filters.kind.setCurrentIndex(2)
    assert names(table)
    assert all(name.startswith("Kabupaten ") for name in names(table))
    page.filters.kind.setCurrentIndex(0)
    page.filters.search.setText("seribu")
    assert names(table) == ["Kabupaten Administrasi Kepulauan Seribu"]
    assert page.count.text() == "1 dari 6 daerah berperingkat"


def test_a_region_shows_every_judge_and_hides_the_dimension_columns(
    window: DeskWindow, shop: Workshop
) -> None:
    page, table = show(window, shop)
    open_region(window, page, 0)
    view = page.pane.view
    assert view is not None
    assert len(view.judges) >= 3
    assert table.isColumnHidden(Column.DIMENSIONS)
    assert view.region.name in texts(page.pane)
    page.pane.close_region()
    assert not table.isColumnHidden(Column.DIMENSIONS)


def test_two_to_four_regions_are_compared(window: DeskWindow, shop: Workshop) -> None:
    page, _ = show(window, shop)
    assert not page.comparison.isEnabled()
    for number in (0, 1):
        open_region(window, page, number)
        assert page.pane.view is not None
        page.pane.compared.emit(page.pane.view.region.code)
    page.comparison.click()
    (dialog,) = page.window().findChildren(ComparisonDialog)
    assert sum(name in texts(dialog) for name in names(page.table)) >= 2  # type: ignore[arg-type]
    dialog.reject()


def test_the_data_are_saved_into_a_chosen_folder(
    window: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    page, _ = show(window, shop)
    page.data.save.click()
    (dialog,) = page.findChildren(QFileDialog)
    folder = tmp_path / "data"
    folder.mkdir()
    dialog.fileSelected.emit(str(folder))
    dialog.reject()
    window.bot.waitUntil(lambda: bool(page.data.progress.said.text()), timeout=20_000)
    said = page.data.progress.said.text()
    assert said.startswith("4 berkas data sementara")
    assert folder.name in said
    assert all(path.name.startswith("provisional-") for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 4
    (folder / "provisional-results.csv").write_text("lain")
    page.data.save_into(folder)
    window.bot.waitUntil(lambda: "tidak pernah ditimpa" in page.data.progress.said.text())
    assert (folder / "provisional-results.csv").read_text() == "lain"


def test_the_plenary_screen_shows_only_what_is_released(window: DeskWindow, shop: Workshop) -> None:
    page, table = show(window, shop)
    page.release.show_screen.click()
    screen = page.release.screen_shown
    assert screen is not None
    assert "SEMENTARA" in texts(screen)
    assert not any(name in texts(screen) for name in names(table))
    page.release.released.setCurrentIndex(list(Release).index(Release.RANKING))
    page.release.show_screen.click()
    window.bot.waitUntil(lambda: names(table)[0] in texts(screen), timeout=5_000)
    assert not any(judge.name in texts(screen) for judge in PEOPLE)
    assert all(part.font().pointSizeF() >= 20 for part in screen.findChildren(QLabel))
    page.release.take_away.click()
    assert not screen.isVisible()
    assert page.release.screen_shown is None


def test_what_was_released_stays_and_nothing_else_comes_with_an_act(
    window: DeskWindow, shop: Workshop
) -> None:
    page, table = show(window, shop)
    page.release.released.setCurrentIndex(list(Release).index(Release.SELECTED))
    page.release.show_screen.click()
    screen = page.release.screen_shown
    assert screen is not None
    totals = [str(table.ranking.index(row, Column.TOTAL).data()) for row in range(3)]
    page.release.released.setCurrentIndex(list(Release).index(Release.RANKING))
    window.office.state.read_again()
    window.bot.waitUntil(lambda: not window.office.state.is_working, timeout=20_000)
    assert not any(total in texts(screen) for total in totals)
    window.office.go(Step.PLENARY)
    assert screen.isVisible()
    window.office.go(Step.RESULTS)
    page = cast("ResultsPage", window.page)
    assert page.release.screen_shown is screen
    assert "Daerah terpilih, tanpa angka" in texts(page.release)
    said = texts(screen)
    window.main.change_appearance()
    again = cast("ResultsPage", window.page).release.screen_shown
    assert again is not None
    assert again is not screen
    window.bot.waitUntil(lambda: texts(again) == said, timeout=5_000)
    assert window.office.leave()
    assert not again.isVisible()


def test_a_region_is_released_only_when_one_is_chosen(window: DeskWindow, shop: Workshop) -> None:
    page, _ = show(window, shop)
    page.release.released.setCurrentIndex(list(Release).index(Release.REGION))
    assert not page.release.show_screen.isEnabled()
    open_region(window, page, 1)
    assert page.pane.view is not None
    page.release.show_screen.click()
    screen = page.release.screen_shown
    assert screen is not None
    first = page.pane.view.region.name
    window.bot.waitUntil(lambda: first in texts(screen), timeout=5_000)
    open_region(window, page, 0)
    window.office.state.renew(window.office.state.facts)
    window.bot.waitUntil(lambda: first in texts(screen), timeout=5_000)
    page.release.take_away.click()


def test_a_long_ranking_is_turned_page_by_page(window: DeskWindow, shop: Workshop) -> None:
    page, table = show(window, shop)
    page.release.released.setCurrentIndex(list(Release).index(Release.RANKING))
    page.release.show_screen.click()
    screen = page.release.screen_shown
    assert screen is not None
    screen.resize(1000, 340)
    window.bot.waitUntil(lambda: screen.pages > 1, timeout=5_000)
    seen: list[str] = []
    while True:
        window.bot.waitUntil(lambda: len(texts(screen).splitlines()) > 3, timeout=5_000)
        assert list(cut_off(screen)) == []
        seen += [name for name in names(table) if name in texts(screen)]
        assert f"Halaman {screen.number + 1} dari {screen.pages}" in texts(page.release)
        if not page.release.forward.isEnabled():
            break
        page.release.forward.click()
    assert seen == names(table)
    QTest.keyClick(screen, Qt.Key.Key_PageUp)
    page.release.take_away.click()


def test_a_region_without_a_rank_can_be_opened(window: DeskWindow, shop: Workshop) -> None:
    decide(shop, "status", shop.regions[2], "disqualified")
    page, _ = show(window, shop)
    page.fold.button.click()
    (look,) = page.fold.findChildren(QPushButton)
    look.click()
    window.bot.waitUntil(lambda: page.pane.view is not None, timeout=20_000)
    assert page.pane.view is not None
    assert page.pane.view.region.code == shop.regions[2]
    assert "Tanpa peringkat" in texts(page.pane)


def test_a_tie_across_a_cut_waits_visibly(window: DeskWindow, shop: Workshop) -> None:
    _, table = show(window, shop)
    rows = tuple(row for row in table.ranking.rows if isinstance(row, RankRow))
    codes = tuple(row.region.code for row in rows)
    tied = tuple(
        replace(
            row, pending=True,
            ranked=replace(row.ranked, rank=3, selection=None, tied_with=codes[2:]),
        )
        for row in rows[2:]
    )  # fmt: skip
    model = RankingModel(
        window.main.context.words, window.office.state.facts.instrument, (*rows[:2], *tied)
    )
    last = model.columnCount() - 1
    assert model.rows[2] == (
        "Batas: Terpilih, sejauh sudah diputuskan; nilai sama di bawah ini menunggu keputusan pleno"
    )
    assert model.index(3, last).data() == "Menunggu keputusan pleno"
    ties = [model.index(row, Column.RANK).data(TIE) for row in range(model.rowCount())]
    assert ties == [None, None, None, (False, True), (True, True), (True, True), (True, False)]


def test_scores_of_indicators_stand_below_a_dimension_that_is_combined(
    window: DeskWindow, tmp_path: Path
) -> None:
    shop = make_office(
        tmp_path / "dimensi", "complete", regions=3, judges=5, instrument="contoh-0-100"
    )
    page, _ = show(window, shop)
    open_region(window, page, 0)
    matrix = next(each for each in page.pane.findChildren(PlainTable) if each.model().rowCount())
    model, facts = matrix.model(), window.office.state.facts
    titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert titles[0].startswith("Dimensi A ")
    indicators = facts.instrument.indicators()
    assert [title.split(" ")[0] for title in titles if not title.startswith("Dimensi ")] == [
        indicator.id for indicator in indicators
    ]


def test_a_region_takes_the_place_of_the_ranking_where_there_is_no_room_for_both(
    window: DeskWindow, shop: Workshop
) -> None:
    page, table = show(window, shop)
    window.main.resize(QSize(*USUAL_WINDOW))
    open_region(window, page, 0)
    window.bot.waitUntil(lambda: page.pane.isVisible() and table.isVisible())
    window.main.resize(QSize(*MINIMUM_WINDOW))
    window.bot.waitUntil(lambda: not table.isVisible())
    window.bot.waitUntil(lambda: page.pane.width() > page.width() - 100)
    page.pane.close_region()
    assert table.isVisible()
    assert window.main.focusWidget() is table


def test_the_total_is_read_beside_the_region_without_scrolling(
    window: DeskWindow, shop: Workshop
) -> None:
    page, table = show(window, shop)
    window.main.resize(1280, 720)
    open_region(window, page, 0)
    window.bot.waitUntil(lambda: page.pane.isVisible() and table.isVisible(), timeout=20_000)
    window.bot.wait(50)
    end = table.columnViewportPosition(Column.TOTAL) + table.columnWidth(Column.TOTAL)
    assert end <= table.viewport().width()


def test_figures_of_judges_stand_beside_the_names_of_indicators(
    window: DeskWindow, shop: Workshop
) -> None:
    page, _ = show(window, shop)
    open_region(window, page, 0)
    matrix = next(each for each in page.pane.findChildren(PlainTable) if each.model().rowCount())
    assert matrix.columnViewportPosition(1) + matrix.columnWidth(1) < REGION_PANE_NARROWEST


def test_ranks_and_names_stay_in_sight_while_figures_are_scrolled_sideways(
    window: DeskWindow, shop: Workshop
) -> None:
    page, table = show(window, shop)
    window.main.resize(QSize(*USUAL_WINDOW))
    bar = table.horizontalScrollBar()
    window.bot.waitUntil(lambda: bar.maximum() > 0, timeout=5_000)
    assert table.findChild(FrozenColumns) is None
    bar.setValue(bar.maximum())
    frozen = table.findChild(FrozenColumns)
    assert frozen is not None
    window.bot.waitUntil(frozen.isVisible, timeout=5_000)
    assert frozen.width() == table.columnWidth(Column.RANK) + table.columnWidth(Column.REGION)
    third = [each for each in table.ranking.rows if isinstance(each, RankRow)][2]
    row = table.ranking.row_of(third.region.code)
    assert frozen.rowViewportPosition(row) == table.rowViewportPosition(row)
    place = frozen.visualRect(frozen.model().index(row, Column.REGION)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)
    window.bot.waitUntil(lambda: page.pane.view is not None, timeout=20_000)
    assert page.pane.view is not None
    assert page.pane.view.region == third.region
    assert table.currentIndex().row() == row
    bar.setValue(0)
    assert not frozen.isVisible()
