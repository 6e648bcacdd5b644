"""The assigned regions at the left of the sheet, driven as judges drive them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from smartcity_desktop.domain.assessment import Assignment, Region
from smartcity_desktop.domain.score_sheet import SheetState
from tests.workshop import Workshop
from ui.dialogs.leave_out_dialog import LeaveOutDialog
from ui.dialogs.relocate_dialog import RelocateDialog
from ui.judge.region_column import FILTERS, RegionColumn
from ui.judge.region_rows import Filter
from ui.pages.scoring_page import ScoringPage
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow

PLACES = (
    Region("16.12", "Kabupaten Penukal Abab Lematang Ilir", "Sumatera Selatan"),
    Region("31.01", "Kabupaten Administrasi Kepulauan Seribu", "DKI Jakarta"),
    Region("64.72", "Kota Samarinda", "Kalimantan Timur"),
    Region("73.71", "Kota Makassar", "Sulawesi Selatan"),
    Region("81.07", "Kabupaten Kepulauan Aru", "Maluku"),
)
SERIBU, SAMARINDA, MAKASSAR, ARU = "31.01", "64.72", "73.71", "81.07"
FULL = (3, 2, 4)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, places=PLACES)
    made.enrol("j01-1", {ARU: "Pernah bekerja di sana"})
    return made


@pytest.fixture
def desk(shop: Workshop, shown: Callable[[Path], DeskWindow]) -> DeskWindow:
    return shown(shop.panels["j01-1"])


def column(window: DeskWindow) -> RegionColumn:
    assert isinstance(window.page, ScoringPage)
    return window.page.regions


def score(window: DeskWindow, code: str, values: tuple[int, ...] = FULL) -> None:
    for indicator, value in zip(window.state.ids, values, strict=False):
        window.state.record_score(code, indicator, value)
    window.wait_saved()


def show(window: DeskWindow, kind: Filter) -> None:
    column(window).filter.setCurrentIndex(tuple(FILTERS).index(kind))


def click(
    window: DeskWindow,
    code: str,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    regions = column(window)
    place = regions.list.visualRect(regions.model.place(code)).center()
    QTest.mouseClick(regions.list.viewport(), Qt.MouseButton.LeftButton, keys, place)


def entries(window: DeskWindow) -> dict[str, bool]:
    """Open the menu of acts; returns its entries and whether they may be chosen."""
    menu = column(window).acts.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return {entry.text(): entry.isEnabled() for entry in menu.actions() if entry.text()}


def test_a_click_chooses_a_region_and_a_screen_reader_hears_all_of_it(desk: DeskWindow) -> None:
    click(desk, MAKASSAR)
    page = desk.page
    assert isinstance(page, ScoringPage)
    assert page.sheet.place()[0] == MAKASSAR
    text = column(desk).model.place(MAKASSAR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Kota Makassar, 73.71 · Sulawesi Selatan, belum, terbuka di halaman"


def test_arrow_keys_walk_and_enter_chooses(desk: DeskWindow) -> None:
    regions = column(desk)
    click(desk, SERIBU)
    QTest.keyClick(regions.list, Qt.Key.Key_Down)
    with desk.bot.assertNotEmitted(regions.region_chosen):
        QTest.keyClick(regions.list, Qt.Key.Key_Down)
    with desk.bot.waitSignal(regions.region_chosen) as chosen:
        QTest.keyClick(regions.list, Qt.Key.Key_Return)
    assert chosen.args == [MAKASSAR]


@pytest.mark.parametrize(
    ("query", "found"),
    [("SAMAR", [SAMARINDA]), ("7371", [MAKASSAR]), ("selatan kota", [MAKASSAR]),
     ("kepulauan", [SERIBU, ARU]), ("64.7", [SAMARINDA])],
)  # fmt: skip
def test_search_by_name_code_and_province(desk: DeskWindow, query: str, found: list[str]) -> None:
    column(desk).focus_search()
    QTest.keyClicks(column(desk).search, query)
    assert list(column(desk).model.listed()) == found


def test_enter_in_the_search_opens_the_first_and_escape_brings_all_back(desk: DeskWindow) -> None:
    regions = column(desk)
    QTest.keyClicks(regions.search, "maka")
    with desk.bot.waitSignal(regions.region_chosen) as chosen:
        QTest.keyClick(regions.search, Qt.Key.Key_Return)
    assert chosen.args == [MAKASSAR]
    QTest.keyClick(regions.search, Qt.Key.Key_Escape)
    assert len(regions.model.listed()) == 5


def test_a_search_without_a_find_says_so_and_offers_the_way_back(desk: DeskWindow) -> None:
    regions = column(desk)
    QTest.keyClicks(regions.search, "zzz")
    assert regions.nothing.isVisible()
    desk.find(QPushButton, "Tampilkan semua").click()
    assert not regions.nothing.isVisible()
    assert len(regions.model.listed()) == 5
    assert regions.search.text() == ""


def test_filters_count_and_list(desk: DeskWindow) -> None:
    score(desk, SERIBU)
    score(desk, SAMARINDA, (3,))
    regions = column(desk)
    assert [regions.model.rows.count(kind) for kind in Filter] == [5, 2, 1, 1, 0, 1]
    assert regions.progress.text() == "2 dari 5 selesai"
    show(desk, Filter.PARTLY)
    assert regions.model.listed() == (SAMARINDA,)
    show(desk, Filter.LEFT_OUT)
    assert regions.model.listed() == (ARU,)


def test_a_row_stays_until_the_region_changes(desk: DeskWindow) -> None:
    click(desk, SERIBU)
    show(desk, Filter.OPEN)
    score(desk, SERIBU)
    assert SERIBU in column(desk).model.listed()
    click(desk, SAMARINDA)
    assert SERIBU not in column(desk).model.listed()


def test_a_region_that_was_jumped_to_is_listed_even_where_it_does_not_fit(desk: DeskWindow) -> None:
    score(desk, SERIBU)
    show(desk, Filter.OPEN)
    assert SERIBU not in column(desk).model.listed()
    page = desk.page
    assert isinstance(page, ScoringPage)
    page.show_place(SERIBU)
    assert SERIBU in column(desk).model.listed()


def test_what_stands_under_the_hand_stays_there(
    tmp_path: Path, shown: Callable[[Path], DeskWindow]
) -> None:
    shop = Workshop.open(tmp_path / "banyak", judges=1, regions=60)
    shop.enrol("j01-1")
    window = shown(shop.panels["j01-1"])
    regions = column(window)
    show(window, Filter.OPEN)
    code, below = shop.regions[30], shop.regions[31]
    click_into_sight(window, code)
    score(window, code)
    place = regions.list.visualRect(regions.model.place(below)).top()
    assert 0 < place < regions.list.viewport().height()
    click(window, below)
    assert code not in regions.model.listed()
    assert regions.list.visualRect(regions.model.place(below)).top() == place


def click_into_sight(window: DeskWindow, code: str) -> None:
    regions = column(window)
    regions.list.scrollTo(regions.model.place(code), regions.list.ScrollHint.PositionAtCenter)
    click(window, code)


def test_doubts_are_said_and_filtered(desk: DeskWindow) -> None:
    from ui.judge.acts import Act

    def doubt(file: object) -> tuple[str, ...]:
        file.panel.jottings.doubt(MAKASSAR, "A2", "2026-11-24T03:00:00Z")  # type: ignore[attr-defined]
        return ()

    desk.state.act(Act(doubt, ()))
    desk.wait_saved()
    show(desk, Filter.DOUBTFUL)
    assert column(desk).model.listed() == (MAKASSAR,)
    assert "tinjau lagi: 1" in str(column(desk).model.place(MAKASSAR).data())


def test_names_are_painted_in_full(desk: DeskWindow) -> None:
    regions = column(desk)
    heights = {
        code: regions.list.visualRect(regions.model.place(code)).height()
        for code in ("16.12", SAMARINDA)
    }
    line = regions.list.fontMetrics().lineSpacing()
    assert heights["16.12"] >= heights[SAMARINDA] + line - 2


def test_the_first_and_the_next_open_region(desk: DeskWindow) -> None:
    regions = column(desk)
    assert regions.first_open() == "16.12"
    score(desk, "16.12")
    score(desk, SAMARINDA)
    assert regions.first_open() == SERIBU
    assert regions.next_region(SERIBU) == MAKASSAR
    assert regions.next_region(MAKASSAR) == SERIBU
    score(desk, SERIBU)
    score(desk, MAKASSAR)
    assert regions.next_region(SERIBU) == ""


def test_several_regions_are_reported_absent_with_one_reason(desk: DeskWindow) -> None:
    score(desk, SERIBU, (2,))
    click(desk, SERIBU)
    click(desk, MAKASSAR, Qt.KeyboardModifier.ShiftModifier)
    regions = column(desk)
    assert regions.acts.text() == "3 daerah terpilih ..."
    regions._acts.ask_to_leave_out(SheetState.ABSENT, regions.list.chosen())
    dialog = desk.main.findChild(LeaveOutDialog)
    assert dialog is not None
    assert not dialog.confirm.isEnabled()
    assert dialog.cancel.isDefault()
    said = dialog.findChild(Notice)
    assert said is not None
    assert "1 nilai yang sudah Anda berikan dihapus" in said.text.text()
    dialog.reason.offers[0].setChecked(True)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    desk.wait_saved()
    for code in (SERIBU, SAMARINDA, MAKASSAR):
        assert desk.state.sheet(code).state is SheetState.ABSENT
        assert desk.state.sheet(code).reason == "Daerah tidak hadir pada sesinya"
    desk.state.undo()
    desk.wait_saved()
    assert desk.state.sheet(SERIBU).values[0] == 2
    assert desk.state.sheet(MAKASSAR).state is SheetState.SCORED


def test_a_reason_of_ones_own_and_enter_that_does_not_cancel(desk: DeskWindow) -> None:
    click(desk, SAMARINDA)
    column(desk)._acts.ask_to_leave_out(SheetState.RECUSED, (SAMARINDA,))
    dialog = desk.main.findChild(LeaveOutDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.reason.field, "Adik saya wali kotanya")
    QTest.keyClick(dialog.reason.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.confirm.click()
    desk.wait_saved()
    assert desk.state.sheet(SAMARINDA).reason == "Adik saya wali kotanya"
    assert entries(desk)["Nilai kembali"]
    column(desk)._acts.resume((SAMARINDA,))
    desk.wait_saved()
    assert desk.state.sheet(SAMARINDA).state is SheetState.SCORED


def test_escape_leaves_everything_as_it_was(desk: DeskWindow) -> None:
    column(desk)._acts.ask_to_leave_out(SheetState.RECUSED, (SAMARINDA,))
    dialog = desk.main.findChild(LeaveOutDialog)
    assert dialog is not None
    dialog.reason.offers[0].setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.state.has_waiting()
    assert desk.state.sheet(SAMARINDA).state is SheetState.SCORED


def test_an_act_that_cannot_be_done_says_why(desk: DeskWindow) -> None:
    click(desk, SAMARINDA)
    assert entries(desk)["Pindahkan atau tukar nilai: belum ada isian di sini"] is False
    click(desk, MAKASSAR, Qt.KeyboardModifier.ControlModifier)
    assert entries(desk)["Pindahkan atau tukar nilai: pilih satu daerah"] is False


def test_a_sheet_moves_to_the_region_it_belongs_to(desk: DeskWindow) -> None:
    score(desk, SAMARINDA)
    dialog = ask_to_relocate(desk, SAMARINDA)
    choose(dialog, ARU)
    assert "benturan kepentingan" in dialog.follows.text.text()
    assert not dialog.confirm.isEnabled()
    choose(dialog, SERIBU)
    assert "setelah itu lembar Kota Samarinda (64.72) kosong" in dialog.follows.text.text()
    assert not dialog.confirm.isEnabled()
    dialog.reason.offers[0].setChecked(True)
    dialog.confirm.click()
    desk.wait_saved()
    assert desk.state.sheet(SERIBU).values == FULL
    assert desk.state.sheet(SAMARINDA).values == (None, None, None)
    assert "selesai" in str(column(desk).model.place(SERIBU).data())
    desk.state.undo()
    desk.wait_saved()
    assert desk.state.sheet(SAMARINDA).values == FULL


def test_two_sheets_change_places(desk: DeskWindow) -> None:
    score(desk, SAMARINDA)
    score(desk, MAKASSAR, (1, 1, 1))
    dialog = ask_to_relocate(desk, SAMARINDA)
    choose(dialog, MAKASSAR)
    assert dialog.confirm.text() == "Tukar nilai"
    dialog.reason.offers[1].setChecked(True)
    dialog.confirm.click()
    desk.wait_saved()
    assert desk.state.sheet(MAKASSAR).values == FULL
    assert desk.state.sheet(SAMARINDA).values == (1, 1, 1)


def ask_to_relocate(window: DeskWindow, code: str) -> RelocateDialog:
    click(window, code)
    assert entries(window)["Keliru daerah: pindahkan atau tukar nilai ..."]
    column(window)._acts.ask_to_relocate(code)
    dialog = window.main.findChild(RelocateDialog)
    assert dialog is not None
    return dialog


def choose(dialog: RelocateDialog, code: str) -> None:
    dialog.list.setCurrentIndex(dialog._model.place(code))


def test_the_context_menu_opens_on_the_region_under_the_mouse(desk: DeskWindow) -> None:
    regions = column(desk)
    place = regions.list.visualRect(regions.model.place(MAKASSAR)).center()
    with desk.bot.waitSignal(regions.list.menu_requested):
        regions.list.customContextMenuRequested.emit(QPoint(place))
    assert regions.list.chosen() == (MAKASSAR,)
    menu = regions.acts.menu()
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_sessions_are_headed_and_the_present_one_is_a_filter(
    tmp_path: Path, shown: Callable[[Path], DeskWindow]
) -> None:
    today = datetime.now().astimezone()
    tomorrow = (today + timedelta(days=1)).date().isoformat()
    plan = {
        SERIBU: (tomorrow, "Sesi 2"),
        SAMARINDA: (today.date().isoformat(), "Sesi 1"),
        MAKASSAR: (today.date().isoformat(), "Sesi 1"),
    }
    turns = (Assignment("j01", p.code, *plan.get(p.code, ("", ""))) for p in PLACES)
    shop = Workshop.open(
        tmp_path / "sesi", judges=1, places=PLACES, assignments=tuple(sorted(turns))
    )
    shop.enrol("j01-1")
    window = shown(shop.panels["j01-1"])
    regions = column(window)
    assert regions.model.rows.order == (SAMARINDA, MAKASSAR, SERIBU, "16.12", ARU)
    headings = [
        str(regions.model.index(n, 0).data())
        for n in range(regions.model.rowCount())
        if not regions.model.code(regions.model.index(n, 0))
    ]
    assert headings[0].endswith("· Sesi 1")
    assert headings[-1] == "Tanpa jadwal"
    assert regions.first_open() == SAMARINDA
    regions.session.click()
    assert regions.model.listed() == (SAMARINDA, MAKASSAR)


def test_without_a_timetable_no_session_is_offered(desk: DeskWindow) -> None:
    assert not column(desk).session.isVisible()


def test_sealed_regions_say_so_until_they_change(
    shop: Workshop, shown: Callable[[Path], DeskWindow]
) -> None:
    shop.score("j01-1", {SAMARINDA: FULL})
    shop.seal("j01-1")
    window = shown(shop.panels["j01-1"])
    assert "tersegel" in str(column(window).model.place(SAMARINDA).data())
    window.state.record_score(SAMARINDA, "A1", 1)
    window.wait_saved()
    assert "selesai" in str(column(window).model.place(SAMARINDA).data())


def test_five_hundred_regions_are_listed_without_a_stall(
    tmp_path: Path, shown: Callable[[Path], DeskWindow]
) -> None:
    import time

    shop = Workshop.open(tmp_path / "semua", judges=1, regions=514)
    shop.enrol("j01-1")
    window = shown(shop.panels["j01-1"])
    regions = column(window)
    page = window.page
    assert isinstance(page, ScoringPage)

    def cost(act: Callable[[], object]) -> float:
        """Return the least processor time of three runs, so that a busy machine is no failure."""
        times = []
        for _ in range(3):
            start = time.thread_time()
            act()
            regions.list.doItemsLayout()
            regions.list.grab()
            times.append(time.thread_time() - start)
        return min(times)

    turn = iter(shop.regions[100:])
    assert cost(lambda: regions.show_region(next(turn))) < 0.05
    assert cost(lambda: regions.search.setText(f"kota {next(turn)[-1]}")) < 0.05
    assert cost(lambda: regions.search.setText("")) < 0.05
