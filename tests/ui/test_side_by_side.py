"""The judge's own scores of all regions in one table."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from smartcity_desktop.domain.local_text import Language
from tests.workshop import Workshop
from ui.item_models.own_ranking_model import Column
from ui.pages.scoring_page import ScoringPage
from ui.pages.side_by_side_page import SideBySidePage
from ui.widgets.own_table import OwnTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QTableView

    from tests.ui.desk_window import DeskWindow

ROWS = {"11.01": (1, 2, 4), "11.02": (4, 4, 4), "11.03": (3, 4, 1), "11.05": (2, 2, 1)}


@pytest.fixture
def window(tmp_path: Path, shown: Callable[[Path], DeskWindow]) -> DeskWindow:
    shop = Workshop.open(tmp_path / "lokakarya", judges=1, regions=5)
    shop.enrol("j01-1")
    shop.score("j01-1", ROWS)
    with shop.desk("j01-1") as desk:
        desk.record_score("11.04", "B1", 3)
    opened = shown(shop.panels["j01-1"])
    opened.find(QPushButton, "Nilai saya berdampingan").click()
    return opened


def page(window: DeskWindow) -> SideBySidePage:
    assert isinstance(window.page, SideBySidePage)
    return window.page


def table_of(window: DeskWindow) -> OwnTable:
    """Return the table, once the sheets are ranked."""
    window.bot.waitUntil(lambda: page(window).table is not None)
    table = page(window).table
    assert table is not None
    return table


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(r, c).data()).split("\n")[0] for c in range(model.columnCount())]
        for r in range(model.rowCount())
    ]


def test_regions_stand_beside_each_other_with_own_ranks(window: DeskWindow) -> None:
    assert cells(table_of(window).regions) == [
        ["1", "Kota 2", "4,00", "4,00", "4,00"],
        ["2", "Kota 1", "2,50", "1,50", "4,00"],
        ["2", "Kota 3", "2,50", "3,50", "1,00"],
        ["4", "Kota 5", "1,60", "2,00", "1,00"],
        ["—", "Kota 4", "—", "—", "3,00"],
    ]


def test_the_spread_covers_the_finished_sheets_only(window: DeskWindow) -> None:
    assert cells(table_of(window).spread) == [
        ["", "Terendah dari Anda", "1,60", "1,50", "1,00"],
        ["", "Rata-rata Anda", "2,65", "2,75", "2,50"],
        ["", "Tertinggi dari Anda", "4,00", "4,00", "4,00"],
        ["", "Rentang nilai Anda", "2,40", "2,50", "3,00"],
    ]


def test_the_page_says_whose_scores_these_are(window: DeskWindow) -> None:
    said = " ".join(label.text() for label in page(window).findChildren(QLabel))
    assert "hanya nilai Anda sendiri dan bukan hasil" in said
    assert "4 lembar Anda yang selesai" in said


def test_the_page_is_there_before_the_sheets_are_ranked(window: DeskWindow) -> None:
    window.find(QPushButton, "Kembali menilai").click()
    window.find(QPushButton, "Nilai saya berdampingan").click()
    assert page(window).table is None
    assert window.find(QPushButton, "Kembali menilai").isVisible()
    assert page(window).hasFocus()
    assert table_of(window).regions.hasFocus()


def test_whoever_went_elsewhere_meanwhile_stays_there(window: DeskWindow) -> None:
    window.find(QPushButton, "Kembali menilai").click()
    window.find(QPushButton, "Nilai saya berdampingan").click()
    back = window.find(QPushButton, "Kembali menilai")
    back.setFocus()
    table_of(window)
    assert back.hasFocus()


def test_a_ranking_that_comes_after_the_page_was_left_is_dropped(window: DeskWindow) -> None:
    window.find(QPushButton, "Kembali menilai").click()
    window.find(QPushButton, "Nilai saya berdampingan").click()
    left = page(window)
    window.bot.wait(1)
    window.find(QPushButton, "Kembali menilai").click()
    window.bot.wait(100)
    assert isinstance(window.page, ScoringPage)
    assert left.table is None


def test_figures_are_aligned_and_have_the_same_decimals(window: DeskWindow) -> None:
    model = table_of(window).regions.model()
    for section in (Column.RANK, Column.TOTAL, Column.DIMENSIONS):
        for row in range(model.rowCount()):
            alignment = model.index(row, section).data(Qt.ItemDataRole.TextAlignmentRole)
            assert alignment & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize("order", list(Qt.SortOrder))
@pytest.mark.parametrize("section", range(5))
def test_what_has_no_figure_stays_below_in_every_sorting(
    window: DeskWindow, section: int, order: Qt.SortOrder
) -> None:
    table = table_of(window).regions
    table.sortByColumn(section, order)
    shown = [row[section] for row in cells(table)]
    known = [text for text in shown if text != "—"]
    assert shown[: len(known)] == known
    keys = [text if section == Column.REGION else int(text.replace(",", "")) for text in known]
    assert keys == sorted(keys, reverse=order is Qt.SortOrder.DescendingOrder)


def test_a_title_sorts(window: DeskWindow) -> None:
    table = table_of(window).regions
    header = table.horizontalHeader()
    place = QPoint(header.sectionPosition(Column.DIMENSIONS) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row[Column.DIMENSIONS] for row in cells(table)] in (
        ["1,50", "2,00", "3,50", "4,00", "—"],
        ["4,00", "3,50", "2,00", "1,50", "—"],
    )


def test_a_cell_opens_the_sheet_at_its_dimension(window: DeskWindow) -> None:
    table = table_of(window).regions
    place = table.visualRect(table.model().index(0, Column.DIMENSIONS + 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(window.page, ScoringPage)
    assert window.page.sheet.place() == ("11.02", "B1")


def test_enter_opens_the_sheet_of_the_cell(window: DeskWindow) -> None:
    table = table_of(window).regions
    table.setCurrentIndex(table.model().index(4, Column.REGION))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert isinstance(window.page, ScoringPage)
    assert window.page.sheet.place()[0] == "11.04"


def test_the_way_back(window: DeskWindow) -> None:
    window.find(QPushButton, "Kembali menilai").click()
    assert isinstance(window.page, ScoringPage)


def test_sorting_stays_when_the_language_changes(window: DeskWindow) -> None:
    table_of(window).regions.sortByColumn(Column.DIMENSIONS, Qt.SortOrder.DescendingOrder)
    before = [row[Column.REGION] for row in cells(table_of(window).regions)]
    window.main.speak(Language.ENGLISH)
    assert [row[Column.REGION] for row in cells(table_of(window).regions)] == before
    assert cells(table_of(window).regions)[0][Column.TOTAL] == "4.00"


def test_sorting_stays_when_the_language_changes_twice_before_the_table_is_there(
    window: DeskWindow,
) -> None:
    table_of(window).regions.sortByColumn(Column.DIMENSIONS, Qt.SortOrder.DescendingOrder)
    before = [row[Column.REGION] for row in cells(table_of(window).regions)]
    window.main.speak(Language.ENGLISH)
    window.main.speak(Language.INDONESIAN)
    assert page(window).table is None
    assert [row[Column.REGION] for row in cells(table_of(window).regions)] == before


def test_columns_of_the_spread_keep_to_those_above(window: DeskWindow) -> None:
    table = table_of(window)
    table.regions.setColumnWidth(Column.REGION, 333)
    assert table.spread.columnWidth(Column.REGION) == 333
    for section in range(5):
        assert table.spread.columnWidth(section) == table.regions.columnWidth(section)


def test_titles_of_two_words_leave_room_to_the_figures(window: DeskWindow) -> None:
    table = table_of(window).regions
    title = table.model().headerData(Column.RANK, Qt.Orientation.Horizontal)
    assert title == "Peringkat\nAnda"
    assert table.columnWidth(Column.RANK) < table.fontMetrics().horizontalAdvance(
        "Peringkat Anda    "
    )


def test_a_screen_reader_hears_region_and_dimension_with_every_figure(window: DeskWindow) -> None:
    model = table_of(window).regions.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.TOTAL).data(role) == "Kota 2, Total Anda: 4,00"
    assert model.index(4, Column.TOTAL).data(role) == "Kota 4, Total Anda: tanpa angka"


def test_a_table_that_is_half_made_goes_with_its_page(
    window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    table_of(window)
    window.journey.show_scoring()
    monkeypatch.setattr("ui.turns.PAUSE", 60)
    window.journey.show_side_by_side()
    window.bot.waitUntil(lambda: any(map(_is_table, QApplication.topLevelWidgets())))
    window.journey.show_scoring()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert not any(map(_is_table, QApplication.allWidgets()))


def _is_table(widget: QWidget) -> bool:
    return isinstance(widget, OwnTable)
