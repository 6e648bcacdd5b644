"""The results in the window: cuts across the table, one region, a comparison, the second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from smartcity_desktop.secretariat.ranking import RankRow
from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import PEOPLE, make_office
from tests.ui.reading import texts
from ui.coordinator.results.comparison_dialog import ComparisonDialog
from ui.coordinator.results.plenary_screen import Release
from ui.item_models.ranking_model import Column
from ui.pages.results_page import ResultsPage
from ui.theme import MINIMUM_WINDOW, REGION_PANE_NARROWEST, USUAL_WINDOW
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
    page.show_screen.click()
    screen = page.second_screen
    assert screen is not None
    assert "SEMENTARA" in texts(screen)
    assert not any(name in texts(screen) for name in names(table))
    page.released.setCurrentIndex(list(Release).index(Release.RANKING))
    page.show_screen.click()
    window.bot.waitUntil(lambda: names(table)[0] in texts(screen), timeout=5_000)
    assert not any(judge.name in texts(screen) for judge in PEOPLE)
    assert all(part.font().pointSizeF() >= 20 for part in screen.findChildren(QLabel))
    window.office.go(Step.PLENARY)
    assert not screen.isVisible()


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
