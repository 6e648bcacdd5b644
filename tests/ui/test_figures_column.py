"""Own figures, what is missing, doubts and the jotter, at the right of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.scoring.jotting import LONGEST_JOTTING
from smartcity_desktop.scoring.opening import open_desk
from tests.ui.instruments import write_instrument
from tests.workshop import Workshop
from ui.judge.acts import Act
from ui.pages.scoring_page import ScoringPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.scoring.desk import Desk
    from tests.ui.desk_window import DeskWindow
    from ui.judge.figures_column import FiguresColumn

FIRST, SECOND, THIRD = "11.01", "11.02", "11.03"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=4)
    made.enrol("j01-1", {"11.04": "Pernah bekerja di sana"})
    return made


@pytest.fixture
def desk(shop: Workshop, shown: Callable[[Path], DeskWindow]) -> DeskWindow:
    return shown(shop.panels["j01-1"])


def page(window: DeskWindow) -> ScoringPage:
    assert isinstance(window.page, ScoringPage)
    return window.page


def column(window: DeskWindow) -> FiguresColumn:
    return page(window).figures


def score(window: DeskWindow, code: str, *values: int) -> None:
    for indicator, value in zip(window.state.ids, values, strict=False):
        window.state.record_score(code, indicator, value)
    window.wait_saved()
    QTest.qWait(1)


def shown_figures(window: DeskWindow) -> list[tuple[str, str]]:
    return [(line.figure.text(), line.below.text()) for line in column(window).card.lines]


def doubt(window: DeskWindow, code: str, indicator: str) -> None:
    def save(desk: Desk) -> tuple[str, ...]:
        desk.panel.jottings.doubt(code, indicator, desk.now())
        return ()

    window.state.act(Act(save, ()))
    window.wait_saved()
    QTest.qWait(1)


def test_a_partial_figure_is_never_shown(desk: DeskWindow) -> None:
    score(desk, FIRST, 3)
    assert shown_figures(desk) == [("—", "belum lengkap"), ("—", "belum lengkap")]
    assert column(desk).card.total.text() == "—"
    score(desk, FIRST, 3, 4)
    assert shown_figures(desk)[0][0] == "3,50"
    assert column(desk).card.total.text() == "—"
    assert column(desk).card.state.text() == "belum lengkap"


def test_a_finished_sheet_shows_exact_figures_and_the_average(desk: DeskWindow) -> None:
    score(desk, FIRST, 3, 4, 1)
    score(desk, SECOND, 4, 4, 4)
    assert column(desk).card.total.text() == "2,50"
    assert column(desk).card.state.text() == "rata-rata Anda 3,25"
    assert shown_figures(desk) == [("3,50", "rata-rata Anda 3,75"), ("1,00", "rata-rata Anda 2,50")]


def test_an_abstention_is_not_called_incomplete(desk: DeskWindow) -> None:
    score(desk, FIRST, 3, 4, 1)
    desk.state.abstain(FIRST, "A2", "Tidak ada data")
    desk.wait_saved()
    QTest.qWait(1)
    assert shown_figures(desk)[0] == ("—", "ada yang tidak dinilai")
    assert "tanpa total" in column(desk).card.state.text()


def test_a_region_in_conflict_says_why_there_are_no_figures(desk: DeskWindow) -> None:
    page(desk).show_place("11.04")
    state = column(desk).card.state
    desk.bot.waitUntil(lambda: state.text() == "tidak dinilai: Pernah bekerja di sana")
    assert not any(link.isVisible() for link in column(desk).places.missing.values())


def test_the_chart_says_in_words_what_it_draws(desk: DeskWindow) -> None:
    score(desk, SECOND, 4, 4, 4)
    score(desk, FIRST, 3, 4)
    said = column(desk).card.chart.accessibleDescription()
    assert said == (
        "Layanan: 3,50, rata-rata Anda 4,00, skala 1,00 sampai 4,00; "
        "Lingkungan: tanpa angka, rata-rata Anda 4,00, skala 1,00 sampai 4,00"
    )


@pytest.mark.parametrize("dimensions", [1, 2, 3, 5, 9])
def test_charts_of_any_number_of_dimensions_follow_the_scores(
    tmp_path: Path, shown: Callable[[Path], DeskWindow], dimensions: int
) -> None:
    shop = Workshop.open(
        tmp_path / "lain", judges=1, regions=2, instrument=write_instrument(dimensions)
    )
    shop.enrol("j01-1")
    window = shown(shop.panels["j01-1"])
    chart = column(window).card.chart
    before = chart.grab().toImage()
    score(window, FIRST, *[2, 3] * dimensions)
    after = chart.grab().toImage()
    assert before.size() == after.size()
    assert before != after
    page(window).show_place(SECOND)
    page(window).show_place(FIRST)
    assert chart.grab().toImage() == after


def test_what_is_missing_leads_there_and_goes_when_it_is_scored(desk: DeskWindow) -> None:
    score(desk, FIRST, 3)
    missing = column(desk).places.missing
    assert {i: link.isVisible() for i, link in missing.items()} == {
        "A1": False, "A2": True, "B1": True,
    }  # fmt: skip
    with desk.bot.waitSignal(column(desk).place_requested) as asked:
        desk.find(QPushButton, "Buka B1 Udara").click()
    assert asked.args == [FIRST, "B1"]
    assert page(desk).sheet.place() == (FIRST, "B1")


def test_doubts_of_this_and_of_other_regions_lead_there(desk: DeskWindow) -> None:
    doubt(desk, FIRST, "A2")
    doubt(desk, FIRST, "*")
    doubt(desk, THIRD, "B1")
    doubts = column(desk).places.doubts
    assert [i for i, link in doubts.items() if link.isVisible()] == ["A2", "*"]
    with desk.bot.waitSignal(column(desk).place_requested) as asked:
        desk.find(QPushButton, "Kota 3\nB1").click()
    assert asked.args == [THIRD, "B1"]
    desk.bot.waitUntil(lambda: [i for i, link in doubts.items() if link.isVisible()] == ["B1"])


def test_a_jotting_is_saved_on_leaving_the_region_and_comes_back(desk: DeskWindow) -> None:
    field = column(desk).jotter.field
    field.setFocus()
    QTest.keyClicks(field, "tanya soal anggaran")
    page(desk).show_place(SECOND)
    assert field.toPlainText() == ""
    desk.wait_saved()
    page(desk).show_place(FIRST)
    assert field.toPlainText() == "tanya soal anggaran"


def test_a_jotting_is_on_the_disk_and_in_no_sheet(shop: Workshop, desk: DeskWindow) -> None:
    QTest.keyClicks(column(desk).jotter.field, "lihat lampiran")
    desk.page.leave()
    desk.wait_saved()
    desk.front.close()
    opened = open_desk(shop.panels["j01-1"], shop.clock)
    with opened.panel:
        assert opened.panel.jottings.all() == {(FIRST, "*"): "lihat lampiran"}
        assert opened.sheets() == {}


def test_a_jotting_survives_a_change_of_language_while_it_is_typed(desk: DeskWindow) -> None:
    QTest.keyClicks(column(desk).jotter.field, "setengah pikiran")
    desk.main.speak(Language.ENGLISH)
    assert column(desk).jotter.field.toPlainText() == "setengah pikiran"
    QTest.keyClicks(column(desk).jotter.field, "X")
    desk.page.leave()
    desk.wait_saved()
    assert desk.state.facts.marks.jottings == {(FIRST, "*"): "Xsetengah pikiran"}


def test_a_jotting_is_saved_when_one_stops_typing(desk: DeskWindow) -> None:
    QTest.keyClicks(column(desk).jotter.field, "sebentar")
    desk.bot.waitUntil(
        lambda: desk.state.facts.marks.jottings.get((FIRST, "*")) == "sebentar", timeout=5000
    )
    assert column(desk).jotter.field.toPlainText() == "sebentar"


def test_a_jotting_is_never_longer_than_what_is_kept(desk: DeskWindow) -> None:
    field = column(desk).jotter.field
    field.setPlainText("x" * LONGEST_JOTTING)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "y")
    assert field.toPlainText() == "x" * LONGEST_JOTTING
    desk.page.leave()
    desk.wait_saved()
    assert len(desk.state.facts.marks.jottings[FIRST, "*"]) == LONGEST_JOTTING


def test_in_a_narrow_window_the_columns_are_drawers(desk: DeskWindow) -> None:
    opener = page(desk).sheet.head.figures
    desk.main.resize(1366, 768)
    assert column(desk).isVisible()
    assert not opener.isVisible()
    desk.main.resize(1100, 700)
    QTest.qWait(1)
    assert not column(desk).isVisible()
    assert page(desk).regions.isVisible()
    opener.click()
    assert column(desk).isVisible()
    assert column(desk).geometry().right() == page(desk).rect().right()
    QTest.keyClick(column(desk), Qt.Key.Key_Escape)
    assert not column(desk).isVisible()
    assert opener.hasFocus()
    opener.click()
    page(desk).show_place(SECOND)
    assert not column(desk).isVisible()
    desk.main.resize(1366, 768)
    QTest.qWait(1)
    assert column(desk).isVisible()
    assert column(desk).geometry().right() == page(desk).rect().right()


def test_with_large_letters_the_left_column_is_a_drawer_too(desk: DeskWindow) -> None:
    for _ in range(4):
        desk.main.change_text(+1)
    desk.main.resize(1100, 700)
    QTest.qWait(1)
    assert not page(desk).regions.isVisible()
    page(desk).sheet.head.regions.click()
    assert page(desk).regions.isVisible()
    assert page(desk).regions.x() == 0


def test_tab_goes_from_left_to_right(desk: DeskWindow) -> None:
    regions, sheet, figures = page(desk).regions, page(desk).sheet, column(desk)
    met: list[object] = []
    at = regions.search
    for _ in range(400):
        following = at.nextInFocusChain()
        assert following is not None
        owner = next((c for c in (regions, sheet, figures) if c.isAncestorOf(following)), None)
        if owner is not None and (not met or met[-1] is not owner):
            met.append(owner)
        at = following  # type: ignore[assignment]
        if at is regions.search:
            break
    in_order = [each for each in met if each is not sheet]
    assert in_order == [regions, figures, regions][: len(in_order)]
    assert len(in_order) >= 2
