"""A new assessment in the window: typed, imported, resumed, made, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QScrollArea

from smartcity_desktop.founding.draft import Division, KeyWish
from smartcity_desktop.founding.draft_file import list_drafts, read_draft, save_draft
from smartcity_desktop.founding.parts import Part
from smartcity_desktop.store.assessment_file import open_assessment_file
from tests.ui.founding_files import empty_draft, full_draft
from tests.ui.reading import texts
from tests.ui.sample_files import RESOURCES
from ui.coordinator.founding.assignments_form import AssignmentsForm
from ui.coordinator.founding.dossiers_form import DossiersForm
from ui.coordinator.founding.instrument_form import InstrumentForm
from ui.coordinator.founding.judges_form import JudgesForm
from ui.coordinator.founding.key_form import KeyForm
from ui.coordinator.founding.name_form import NameForm
from ui.coordinator.founding.paper_form import PaperForm
from ui.coordinator.founding.regions_form import RegionsForm
from ui.pages.founding_page import FoundingPage
from ui.pages.start_page import StartPage

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeVar

    from smartcity_desktop.founding.draft import AssessmentDraft
    from tests.ui.desk_window import DeskWindow
    from ui.coordinator.founding.part_form import PartForm
    from ui.coordinator.founding.state import FoundingState

    F = TypeVar("F", bound=PartForm)

PHRASE = "empat kata tak berkait"


def begin(window: DeskWindow, draft: AssessmentDraft | None = None) -> FoundingPage:
    """Press "New assessment", or go on with a draft, and wait for the page."""
    if draft is None:
        window.front.begin()
        QTest.mouseClick(window.find(QPushButton, "Asesmen baru"), Qt.MouseButton.LeftButton)
    else:
        path = window.main.context.own_folder / "uji.rancangan"
        save_draft(path, draft)
        window.front.open(path)
    window.bot.waitUntil(lambda: isinstance(window.main.page, FoundingPage), timeout=10_000)
    page = window.page
    assert isinstance(page, FoundingPage)
    return page


def state_of(window: DeskWindow) -> FoundingState:
    """Return the open draft."""
    assert window.front.founding is not None
    assert window.front.founding.journey is not None
    return window.front.founding.journey.state


def settle(window: DeskWindow) -> None:
    """Wait until the last change is saved and read."""
    window.bot.waitUntil(lambda: state_of(window).is_settled, timeout=10_000)


def at(page: FoundingPage, part: Part, kind: type[F]) -> F:
    """Go to a part."""
    page.go(part)
    assert isinstance(page.form, kind)
    return page.form


def test_what_is_typed_is_on_the_disk_and_is_gone_on_with(window: DeskWindow) -> None:
    page = begin(window)
    form = page.form
    assert isinstance(form, NameForm)
    QTest.keyClicks(form.name.edit, "Uji Coba")
    QTest.keyClicks(form.edition.edit, "2026")
    QTest.mouseClick(window.find(QRadioButton, "LATIHAN"), Qt.MouseButton.LeftButton)
    settle(window)
    (line,) = list_drafts(window.main.context.own_folder)
    assert line.title == "Uji Coba 2026"
    assert read_draft(line.path) == state_of(window).draft
    assert state_of(window).reading.is_complete(Part.NAME)
    assert window.front.founding is not None
    window.front.founding.journey.leave()  # type: ignore[union-attr] # it is open
    assert isinstance(window.page, StartPage)
    name = "Lanjutkan rancangan: Uji Coba 2026"
    window.bot.waitUntil(
        lambda: any(
            each.accessibleName() == name and each.isVisible()
            for each in window.main.findChildren(QPushButton)
        )
    )
    QTest.mouseClick(window.find(QPushButton, name), Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: isinstance(window.main.page, FoundingPage), timeout=10_000)
    assert state_of(window).draft.title == "Uji Coba"


def test_the_steps_say_what_is_missing(window: DeskWindow) -> None:
    page = begin(window)
    assert page.rail.buttons[Part.NAME].accessibleName() == "1. Judul, ada yang kurang"
    assert page.rail.buttons[Part.PAPER].accessibleName() == "2. Kop surat, lengkap"
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert page.part.value == "paper"
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.part.value == "name"
    assert not page.back.isEnabled()


def test_a_wrong_day_is_named_and_goes_again(window: DeskWindow) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.NAME, NameForm)
    form.first.edit.setFocus()
    form.first.edit.clear()
    QTest.keyClicks(form.first.edit, "31-2-2017")
    window.bot.waitUntil(lambda: '"31-2-2017"' in page.wrong.lines.toPlainText())
    form.first.edit.clear()
    QTest.keyClicks(form.first.edit, "2-5-2017")
    window.bot.waitUntil(lambda: not page.wrong.isVisible())
    assert page.rail.buttons[Part.NAME].accessibleName() == "1. Judul, lengkap"


def test_a_letterhead_is_imported_whole_or_not_at_all(window: DeskWindow, tmp_path: Path) -> None:
    page = begin(window, empty_draft())
    form = at(page, Part.PAPER, PaperForm)
    bad = tmp_path / "kop.toml"
    bad.write_text('format = 1\nsalah = 1\npaper = "A3"\n', "utf-8")
    before = state_of(window).draft
    form.import_file(bad)
    window.bot.waitUntil(form.refused.isVisible)
    assert len(form.refused.lines.toPlainText().splitlines()) == 2
    assert state_of(window).draft == before
    form.import_file(RESOURCES / "letterheads" / "contoh-kementerian.toml")
    window.bot.waitUntil(lambda: not form.refused.isVisible())
    settle(window)
    assert form.signatories.offices["chair"].name.edit.text() == "Prof. Dr. Ratna Wibisono, M.Sc."
    assert len(form.signatories.witnesses) == 2
    assert (
        "017/BA/DJLP/" in form.numbering.templates[next(iter(form.numbering.templates))].hint.text()
    )
    window.bot.waitUntil(lambda: not form.kop.picture.pixmap().isNull(), timeout=20_000)


def test_an_instrument_is_viewed_and_read_aloud(window: DeskWindow, tmp_path: Path) -> None:
    page = begin(window)
    form = at(page, Part.INSTRUMENT, InstrumentForm)
    QTest.mouseClick(form.offered["contoh-100-smart-city"], Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: state_of(window).reading.instrument is not None, timeout=10_000)
    bad = tmp_path / "I.toml"
    bad.write_bytes(state_of(window).draft.instrument.data.replace(b"weight = 20", b"weight = 0"))
    form.import_file(bad)
    window.bot.waitUntil(form.refused.isVisible)
    assert "I.toml" in form.refused.lines.toPlainText()
    assert state_of(window).draft.instrument.name == "contoh-100-smart-city"


def test_regions_are_ticked_by_province_and_typed(window: DeskWindow, tmp_path: Path) -> None:
    page = begin(window)
    form = at(page, Part.REGIONS, RegionsForm)
    form.province.setCurrentText("Kalimantan Timur")
    QTest.mouseClick(window.find(QPushButton, "Centang yang tampil"), Qt.MouseButton.LeftButton)
    settle(window)
    assert len(state_of(window).reading.regions or ()) == 10
    QTest.keyClicks(form.search, "samarinda")
    form.ticks.setCurrentIndex(form.ticks.model().index(0, 0))
    QTest.keyClick(form.ticks, Qt.Key.Key_Space)
    settle(window)
    assert "64.72" not in [row[0] for row in state_of(window).draft.regions]
    bad = tmp_path / "R.csv"
    bad.write_text("kode;nama\n64.72;Kota Balikpapan\n64.72;Kota Samarinda\n", "utf-8")
    form.import_file(bad)
    window.bot.waitUntil(form.refused.isVisible)
    window.bot.waitUntil(lambda: "64.71 Kota Balikpapan" in texts(form.offers))
    assert "sudah ada di baris 2" in form.refused.lines.toPlainText()
    assert len(state_of(window).draft.regions) == 9
    form.use_example("2017")
    settle(window)
    assert len(state_of(window).reading.regions or ()) == 25


def press(window: DeskWindow, name: str) -> None:
    def shown() -> bool:
        found = [each for each in window.main.findChildren(QPushButton) if each.isVisible()]
        return any(each.accessibleName() == name for each in found)

    window.bot.waitUntil(shown)
    window.find(QPushButton, name).click()


def test_what_is_offered_for_a_list_is_accepted_and_taken_over_whole(
    window: DeskWindow, tmp_path: Path
) -> None:
    page = begin(window)
    form = at(page, Part.REGIONS, RegionsForm)
    bad = tmp_path / "R.csv"
    bad.write_text(
        "kode;nama\n64.99;Kota Samarinda\n64.71;Kota Balikpapn\n73.71;Kota Parepare\n", "utf-8"
    )
    before = bad.read_bytes()
    form.import_file(bad)
    window.bot.waitUntil(form.offers.isVisible)
    assert not form.refused.isVisible()
    assert not form.offers.take_over.isVisible()
    press(window, "Terima semua yang pasti (2)")
    said = 'Baris 3, kolom nama: "Kota Balikpapan" menggantikan "Kota Balikpapn".'
    window.bot.waitUntil(lambda: said in texts(form.offers))
    assert state_of(window).draft.regions == ()
    press(window, "Tulis 73.72 Kota Parepare")
    window.bot.waitUntil(form.offers.take_over.isVisible)
    assert state_of(window).draft.regions == ()
    press(window, "Ambil alih dengan perbaikan ini")
    settle(window)
    assert [row[0] for row in state_of(window).draft.regions] == ["64.71", "64.72", "73.72"]
    assert not form.offers.isVisible()
    assert bad.read_bytes() == before


def test_corrections_can_be_forgotten_and_the_rest_is_still_listed(
    window: DeskWindow, tmp_path: Path
) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.JUDGES, JudgesForm)
    bad = tmp_path / "J.csv"
    bad.write_text("id;nama\njuri 01;Ani\nj02;\n", "utf-8")
    judges = state_of(window).draft.judges
    form.import_file(bad)
    window.bot.waitUntil(form.offers.isVisible)
    press(window, "Tulis juri-01")
    window.bot.waitUntil(form.offers.forget.isVisible)
    assert "baris 3" in form.refused.lines.toPlainText()
    assert not form.offers.take_over.isVisible()
    press(window, "Lupakan perbaikan")
    window.bot.waitUntil(lambda: not form.offers.forget.isVisible())
    press(window, "Tulis juri-01")
    window.bot.waitUntil(form.offers.forget.isVisible)
    assert state_of(window).draft.judges == judges


def test_judges_are_typed_in_the_table(window: DeskWindow) -> None:
    page = begin(window, replace(full_draft(), judges=()))
    form = at(page, Part.JUDGES, JudgesForm)
    model = form.table.model()
    form.table.setCurrentIndex(model.index(0, 1))
    form.table.setFocus()
    QTest.keyClick(form.table, Qt.Key.Key_Return)
    editor = form.table.findChildren(QLineEdit)[0]
    QTest.keyClicks(editor, "Ani Lestari")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    window.bot.waitUntil(lambda: bool(state_of(window).draft.judges))
    assert state_of(window).draft.judges == (("", "Ani Lestari", "", "", "", ""),)
    assert model.rowCount() == 2
    window.bot.waitUntil(page.wrong.isVisible)
    QTest.mouseClick(window.find(QPushButton, "Beri nomor juri"), Qt.MouseButton.LeftButton)
    settle(window)
    assert [judge.id for judge in state_of(window).reading.judges or ()] == ["juri-01"]


def test_a_cell_being_typed_in_survives_the_reading(window: DeskWindow) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.JUDGES, JudgesForm)
    form.table.setCurrentIndex(form.table.model().index(5, 1))
    form.table.edit(form.table.currentIndex())
    editor = form.table.findChildren(QLineEdit)[0]
    QTest.keyClicks(editor, "Bu")
    state_of(window).change(judges=(*full_draft().judges, ("juri 06", "", "", "", "", "")))
    state_of(window).change(judges=full_draft().judges)
    settle(window)
    assert editor.text() == "Bu"


def test_a_click_in_the_table_divides_by_hand(window: DeskWindow) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.ASSIGNMENTS, AssignmentsForm)
    before = {(a.judge, a.region) for a in state_of(window).reading.assignments or ()}
    table = form.coverage.table
    model = table.model()
    place = next(
        model.index(row, 0)
        for row in range(model.rowCount())
        if ("juri-01", (state_of(window).reading.regions or ())[row].code) in before
    )
    table.setCurrentIndex(place)
    QTest.keyClick(table, Qt.Key.Key_Space)
    settle(window)
    assert state_of(window).draft.division is Division.BY_HAND
    after = {(a.judge, a.region) for a in state_of(window).reading.assignments or ()}
    assert before - after == {
        ("juri-01", (state_of(window).reading.regions or ())[place.row()].code)
    }
    assert "2 sampai 3" in form.coverage.figures.text()


def test_a_conflict_is_taken_out_at_once(window: DeskWindow) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.ASSIGNMENTS, AssignmentsForm)
    form.conflicts.judge.setCurrentIndex(2)
    form.conflicts.region.setText("Kota Medan")
    QTest.keyClicks(form.conflicts.reason, "Konsultan")
    QTest.keyClick(form.conflicts.reason, Qt.Key.Key_Return)
    settle(window)
    pairs = {(a.judge, a.region) for a in state_of(window).reading.assignments or ()}
    assert ("juri-03", "12.71") not in pairs
    assert state_of(window).reading.coverage is not None


def test_dossiers_wait_for_instrument_and_regions(window: DeskWindow, tmp_path: Path) -> None:
    page = begin(window)
    form = at(page, Part.DOSSIERS, DossiersForm)
    assert not form.import_button.isEnabled()
    state_of(window).change(instrument=full_draft().instrument, regions=full_draft().regions)
    window.bot.waitUntil(form.import_button.isEnabled, timeout=10_000)
    path = tmp_path / "D.csv"
    path.write_text("daerah;indikator;jawaban;tingkat\n11.71;A9;ada;3\n11.71;A1;ada;9\n", "utf-8")
    form.import_file(path)
    window.bot.waitUntil(form.refused.isVisible)
    assert len(form.refused.lines.toPlainText().splitlines()) == 1
    window.bot.waitUntil(lambda: "kolom indikator" in texts(form.offers))
    assert not state_of(window).draft.dossiers.rows


@pytest.mark.parametrize("key", [KeyWish.MAKE, KeyWish.NONE])
def test_the_assessment_is_made_and_opens(window: DeskWindow, key: KeyWish) -> None:
    page = begin(window, replace(full_draft(), key=key))
    path = window.front.founding.path if window.front.founding else None
    form = at(page, Part.KEY, KeyForm)
    if key is KeyWish.MAKE:
        assert not form.make.isEnabled()
        QTest.keyClicks(form.new.first, PHRASE)
        QTest.keyClicks(form.new.again, PHRASE)
        settle(window)
        assert path is not None
        assert PHRASE.encode() not in path.read_bytes()
    QTest.mouseClick(form.make, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: window.front.office is not None, timeout=20_000)
    target = window.main.context.own_folder / "asesmen-100-smart-city-2017.assessment"
    assert window.office.path == target
    assert list_drafts(window.main.context.own_folder) == ()
    window.front.close()
    with open_assessment_file(target, window.main.context.clock, read_only=True) as file:
        assert len(file.roster().assignments) == 36
        assert bool(file.wrapped_key()) is (key is KeyWish.MAKE)


def test_a_name_that_is_taken_loses_nothing(window: DeskWindow) -> None:
    page = begin(window, replace(full_draft(), key=KeyWish.NONE))
    form = at(page, Part.KEY, KeyForm)
    form.target().write_bytes(b"sudah ada")
    QTest.mouseClick(form.make, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(form.refused.isVisible, timeout=10_000)
    assert form.target().read_bytes() == b"sudah ada"
    assert form.make.isEnabled()
    assert len(list_drafts(window.main.context.own_folder)) == 1


def test_another_language_keeps_part_and_passphrase(window: DeskWindow) -> None:
    from smartcity_desktop.domain.local_text import Language

    page = begin(window, full_draft())
    form = at(page, Part.KEY, KeyForm)
    form.new.first.setText(PHRASE)
    window.main.speak(Language.ENGLISH)
    again = window.page
    assert isinstance(again, FoundingPage)
    assert isinstance(again.form, KeyForm)
    assert again.form.new.first.text() == PHRASE


def test_what_is_no_draft_is_said(window: DeskWindow) -> None:
    window.front.begin()
    path = window.main.context.own_folder / "rusak.rancangan"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"bukan")
    start = window.page
    window.front.open(path)
    window.bot.waitUntil(lambda: window.main.page is not start, timeout=10_000)
    assert not isinstance(window.page, FoundingPage)
    assert window.front.founding is None


def test_what_a_list_replaced_can_be_put_back(window: DeskWindow) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.REGIONS, RegionsForm)
    before = state_of(window).draft
    QTest.mouseClick(window.find(QPushButton, "2018"), Qt.MouseButton.LeftButton)
    assert (len(state_of(window).draft.regions), page.taken.said.text()) == (
        50, "Daerah yang terpilih tahun 2018 telah diambil.")  # fmt: skip
    page.taken.undo.click()
    assert (state_of(window).draft, page.taken.isVisible()) == (before, False)
    assert form.chosen.model().rowCount() == len(before.regions) + 1
    # Whoever goes on working with the new list wants it, and the way back goes.
    form.use_example("2017")
    form.chosen.model().setData(form.chosen.model().index(0, 2), "Nanggroe")
    assert not page.taken.isVisible()


def test_columns_that_were_passed_over_are_said(window: DeskWindow, tmp_path: Path) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.JUDGES, JudgesForm)
    path = tmp_path / "juri.csv"
    path.write_text("no;id;nama;asal\n1;j01;Ani;Kota Bogor\n", "utf-8")
    form.import_file(path)
    window.bot.waitUntil(page.taken.isVisible, timeout=10_000)
    assert page.taken.said.text().endswith("Kolom yang tidak dikenal di sini dilewati: no, asal.")
    settle(window)
    page.taken.undo.click()
    assert state_of(window).draft.judges == full_draft().judges
    paper = at(page, Part.PAPER, PaperForm)
    assert not page.taken.isVisible()
    paper.import_file(RESOURCES / "letterheads" / "netral.toml")
    window.bot.waitUntil(page.taken.isVisible, timeout=10_000)
    page.taken.undo.click()
    assert paper.kop.lines.edit.toPlainText() == full_draft().paper.lines


def test_what_is_wrong_with_a_file_comes_into_sight(window: DeskWindow, tmp_path: Path) -> None:
    page = begin(window, full_draft())
    form = at(page, Part.ASSIGNMENTS, AssignmentsForm)
    settle(window)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    path = tmp_path / "tugas.csv"
    path.write_text("juri;daerah\njuri-99;11.71\n", "utf-8")
    form.import_file(path)
    window.bot.waitUntil(form.offers.isVisible, timeout=10_000)
    assert bar.value() == 0
