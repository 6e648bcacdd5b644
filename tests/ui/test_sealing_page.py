"""Reading back, sealing and handing over, in the real window on real files."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTreeWidgetItem,
)

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.sealing.sheet_payload import read_sheet
from smartcity_desktop.workplace.sticks import Volume
from tests.workshop import PHRASE, Workshop
from ui.jobs import Job
from ui.judge.sealing_run import Phase
from ui.pages.scoring_page import ScoringPage
from ui.pages.sealing_page import SealingPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from tests.ui.desk_window import DeskWindow

ISSUE = "j01-1"


class Sealing:
    """The sealing page in the hands of a judge."""

    def __init__(self, window: DeskWindow) -> None:
        self.window = window
        window.journey.show_sealing()

    @property
    def page(self) -> SealingPage:
        page = self.window.page
        assert isinstance(page, SealingPage)
        return page

    def fill(self, folder: Path | None, passphrase: str = PHRASE, reason: str = "") -> None:
        if folder is not None:
            self.page.form.target.take(folder)
        self.page.form.passphrase.edit.setText(passphrase)
        self.page.contents.reason.setText(reason)

    def act(self) -> None:
        assert self.page.form.act.isEnabled(), self.page.form.lack.text()
        self.page.form.act.click()
        self.wait()

    def wait(self) -> None:
        self.window.bot.waitUntil(lambda: not self.page.run.is_busy, timeout=10_000)

    def said(self) -> str:
        """Return every text that is visible."""
        QApplication.processEvents()
        labels = self.window.main.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def lines(self) -> list[str]:
        """Return the lines of block 1, folded or not."""
        tree = self.page.contents.tree
        return [item.text(0) for item in _items(tree.invisibleRootItem())]

    def item(self, start: str) -> QTreeWidgetItem:
        root = self.page.contents.tree.invisibleRootItem()
        return next(item for item in _items(root) if item.text(0).startswith(start))


def _items(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(item.childCount()):
        below = item.child(at)
        assert below is not None
        yield below
        yield from _items(below)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=1, regions=4)
    made.enrol(ISSUE, {made.regions[3]: "Pernah menjadi konsultan"})
    return made


@pytest.fixture
def scored(shop: Workshop) -> Workshop:
    one, two, *_ = shop.regions
    shop.score(ISSUE, {one: (1, 2, 3), two: (4, 4, 4)})
    with shop.desk(ISSUE) as desk:
        desk.abstain(two, "A2", "Berkas rusak")
        desk.write_note(two, "B1", "Lihat <b>halaman</b> 4")
        desk.record_score(shop.regions[2], "A1", 2)
        desk.panel.jottings.doubt(one, "A2", desk.now())
    return shop


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def sealing(scored: Workshop, shown: Callable[[Path], DeskWindow]) -> Sealing:
    return Sealing(shown(scored.panels[ISSUE]))


def merged_sheets(shop: Workshop) -> dict[str, ScoreSheet]:
    ids = [indicator.id for indicator in shop.instrument.indicators()]
    with shop.assessment() as file:
        sheets = [read_sheet(data, ids) for data in file.seals.sheets().values()]
    return {sheet.region: sheet for sheet in sheets}


def seal_count(shop: Workshop) -> int:
    with shop.desk(ISSUE) as desk:
        return len(desk.panel.seals.all())


def test_sealed_handed_over_merged_and_equal_to_what_was_entered(
    sealing: Sealing, scored: Workshop, stick: Path
) -> None:
    phases: list[Phase] = []
    sealing.page.run.changed.connect(lambda: phases.append(sealing.page.run.phase))
    assert "2 dari 4 daerah akan disegel." in sealing.said()
    sealing.fill(stick)
    sealing.act()
    assert phases == [
        Phase.SAVING, Phase.UNLOCKING, Phase.SEALING, Phase.WRITING, Phase.READING_BACK, Phase.IDLE
    ]  # fmt: skip
    copy = stick / "j01-1-segel-1.panel"
    assert copy.is_file()
    (seal,) = sealing.window.state.facts.seals
    said = sealing.said()
    for text in ("Tersimpan dan sudah dibaca ulang", seal.receipt, "Resi segel 1", copy.name):
        assert text in said, text
    assert "segel ini" not in said
    assert sealing.page.form.passphrase.text() == ""
    entered = dict(sealing.window.state.facts.sealed)
    sealing.window.front.close()
    (taken,) = scored.merge(copy).applied.plan.files
    assert taken.outcome.value == "new"
    assert merged_sheets(scored) == entered
    assert {code: sheet.values for code, sheet in entered.items()} == {
        scored.regions[0]: (1, 2, 3),
        scored.regions[1]: (4, None, 4),
    }


def test_what_is_finished_open_in_doubt_and_excused_is_listed(sealing: Sealing) -> None:
    lines = sealing.lines()
    for said in (
        "Tinjau lagi: 1",
        "Tetap terbuka: 1",
        "Akan disegel: 2",
        "Benturan kepentingan, tidak perlu dinilai: 1",
        "A2 Pengaduan",
        "B1 Udara",
    ):
        assert said in lines, said
    (doubt,) = [line for line in lines if line.endswith("Aceh · A2 Pengaduan")]
    assert doubt.startswith("Kota 1\n11.01")
    assert any(line.endswith("2 indikator belum dinilai") for line in lines)
    assert any(line.endswith("Pernah menjadi konsultan") for line in lines)
    assert any(line.endswith("1 indikator tidak dinilai dengan alasan") for line in lines)
    assert "A1 Layanan daring" not in lines


@pytest.mark.parametrize(
    ("start", "place"), [("B1 Udara", ("11.03", "B1")), ("Kota 4", None), ("Tetap", None)]
)
def test_a_line_leads_to_its_place(
    sealing: Sealing, start: str, place: tuple[str, str] | None
) -> None:
    found: list[tuple[str, str]] = []
    sealing.page.place_requested.connect(lambda *where: found.append(where))
    item = sealing.item(start)
    sealing.page.contents.tree.itemActivated.emit(item, 0)
    assert found == ([] if place is None else [place])
    if place is not None:
        page = sealing.window.page
        assert isinstance(page, ScoringPage)


def test_the_sheets_are_read_back_with_level_texts_notes_and_reasons(sealing: Sealing) -> None:
    page = sealing.page
    page.contents.read.click()
    view = page.read_back
    assert page.views.currentWidget() is view
    assert view.list.count() == 2
    first = view.text.toPlainText()
    assert first.startswith("Kota 1\n11.01 · Aceh · dinilai\nNilai Anda untuk daerah ini: ")
    view.list.setCurrentRow(1)
    second = view.text.toPlainText()
    for said in ("Kota 2", "A1 Layanan daring", "Tidak dinilai: Berkas rusak",
                 "Catatan: Lihat <b>halaman</b> 4", "Tidak ada nilai jumlah"):  # fmt: skip
        assert said in second, said
    assert view.text.accessibleName() == "Kota 2"


def test_a_wrong_passphrase_costs_nothing(sealing: Sealing, stick: Path) -> None:
    sealing.fill(stick, "bukan frasa saya")
    sealing.act()
    said = sealing.page.form.footer.findChildren(QLabel)
    assert any("sesering yang diperlukan" in label.text() for label in said)
    assert sealing.page.views.currentIndex() == 0
    assert list(stick.iterdir()) == []
    assert sealing.window.state.facts.seals == ()
    sealing.fill(stick)
    sealing.act()
    assert len(sealing.window.state.facts.seals) == 1


def test_a_folder_that_is_not_there_refuses_before_the_seal(
    sealing: Sealing, scored: Workshop, stick: Path
) -> None:
    sealing.fill(stick)
    stick.rmdir()
    sealing.act()
    assert "Tidak ada folder" in sealing.said()
    sealing.window.front.close()
    assert seal_count(scored) == 0


def test_a_stick_that_vanishes_after_the_seal_leaves_the_seal_and_other_ways(
    sealing: Sealing, scored: Workshop, stick: Path
) -> None:
    def pull_out() -> None:
        if sealing.page.run.phase is Phase.WRITING and stick.exists():
            stick.rmdir()

    sealing.page.run.changed.connect(pull_out)
    sealing.fill(stick)
    sealing.act()
    (seal,) = sealing.window.state.facts.seals
    said = sealing.said()
    for text in ("Salinan tidak tersimpan", "Yang aman", seal.receipt):
        assert text in said, text
    assert "Tersimpan dan" not in said
    sealing.page.run.changed.disconnect(pull_out)
    sealing.window.find(QAbstractButton, "Simpan di Dokumen").click()
    sealing.wait()
    copy = sealing.page.context.documents / "j01-1-segel-1.panel"
    assert copy.is_file()
    assert "Tersimpan dan sudah dibaca ulang" in sealing.said()
    assert len(sealing.window.state.facts.seals) == 1
    sealing.window.front.close()
    assert scored.merge(copy).applied.plan.files[0].outcome.value == "new"


def test_nothing_changed_hands_over_the_same_seal_without_a_passphrase(
    sealing: Sealing, stick: Path, tmp_path: Path
) -> None:
    sealing.fill(stick)
    sealing.act()
    first = (stick / "j01-1-segel-1.panel").read_bytes()
    sealing.window.find(QAbstractButton, "Kembali ke penyegelan").click()
    assert sealing.page.form.act.text() == "Serahkan segel 1 lagi"
    assert not sealing.page.form.passphrase.isVisible()
    other = tmp_path / "lain"
    other.mkdir()
    sealing.page.form.target.take(other)
    sealing.act()
    assert (other / "j01-1-segel-1.panel").read_bytes() == first
    assert len(sealing.window.state.facts.seals) == 1


def test_a_changed_sealed_sheet_is_shown_cell_by_cell_and_needs_a_reason(
    sealing: Sealing, scored: Workshop, stick: Path
) -> None:
    one, two, *_ = scored.regions
    sealing.fill(stick)
    sealing.act()
    state = sealing.window.state
    state.record_score(one, "A1", 4)
    state.clear_score(two, "A1")
    sealing.window.wait_saved()
    sealing.page._show_overview()
    sealing.window.bot.waitUntil(lambda: "Berubah sejak segel 1: 2" in sealing.lines())
    lines = sealing.lines()
    assert "A1 Layanan daring\nsemula 1, kini 4" in lines
    assert any(line.endswith("dikeluarkan dari segel") for line in lines)
    sealing.fill(stick)
    assert not sealing.page.form.act.isEnabled()
    assert "alasan perubahan" in sealing.page.form.lack.text()
    sealing.fill(stick, reason="Salah ketik")
    sealing.act()
    _, second = state.facts.seals
    assert (second.reason, set(second.sheets)) == ("Salah ketik", {one})
    assert second.receipt in sealing.said()
    sealing.window.front.close()
    outcomes = scored.merge(stick).applied.plan.files
    assert sorted(each.outcome.value for each in outcomes) == ["new", "supersedes"]


def test_a_new_sheet_alone_needs_no_reason(sealing: Sealing, scored: Workshop, stick: Path) -> None:
    sealing.fill(stick)
    sealing.act()
    for indicator in ("A2", "B1"):
        sealing.window.state.record_score(scored.regions[2], indicator, 3)
    sealing.window.wait_saved()
    sealing.page._show_overview()
    sealing.window.bot.waitUntil(lambda: "Akan disegel: 3" in sealing.lines())
    assert not sealing.page.contents.reason.isVisible()
    sealing.fill(stick)
    sealing.act()
    assert [len(seal.sheets) for seal in sealing.window.state.facts.seals] == [2, 3]


def test_nothing_finished_says_so_and_offers_the_way(
    shop: Workshop, shown: Callable[[Path], DeskWindow], stick: Path
) -> None:
    sealing = Sealing(shown(shop.panels[ISSUE]))
    assert "Belum ada lembar yang selesai" in sealing.said()
    sealing.fill(stick)
    assert not sealing.page.form.act.isEnabled()
    assert "lembar yang selesai" in sealing.page.form.lack.text()
    sealing.window.find(QAbstractButton, "Lanjutkan menilai").click()
    assert isinstance(sealing.window.page, ScoringPage)


def test_sealing_waits_for_the_disk_and_refuses_while_it_fails(
    sealing: Sealing, scored: Workshop, stick: Path
) -> None:
    state = sealing.window.state
    connection = state._desk.panel._session.connection
    waited: list[int] = []
    state.ask(
        lambda _desk, _job: connection.execute("PRAGMA query_only = ON"),
        lambda _: waited.append(1),
        lambda _: None,
    )
    state.record_score(scored.regions[0], "A1", 4)
    sealing.window.bot.waitUntil(
        lambda: "TIDAK TERSIMPAN" in sealing.window.main.header.status.text()
    )
    sealing.fill(stick)
    sealing.act()
    assert "belum tersimpan di disk, jadi tidak ada yang disegel" in sealing.said()
    assert state.facts.seals == ()
    state.ask(
        lambda _desk, _job: connection.execute("PRAGMA query_only = OFF"),
        lambda _: waited.append(2),
        lambda _: None,
    )
    sealing.window.bot.waitUntil(lambda: waited == [1, 2])
    sealing.act()
    assert state.facts.sealed[scored.regions[0]].values == (4, 2, 3)


def test_it_can_be_cancelled_until_the_seal_is_made(
    sealing: Sealing, scored: Workshop, stick: Path
) -> None:
    gate = threading.Event()
    sealing.window.state.ask(lambda _desk, _job: gate.wait(10), lambda _: None, lambda _: None)
    sealing.fill(stick)
    sealing.page.form.act.click()
    assert sealing.page.run.phase is Phase.UNLOCKING
    sealing.window.find(QAbstractButton, "Batal").click()
    gate.set()
    sealing.wait()
    assert sealing.page.run.outcome is None
    assert sealing.page.form.act.isEnabled()
    assert sealing.page.form.passphrase.text() == PHRASE
    sealing.window.front.close()
    assert seal_count(scored) == 0


def test_sealing_goes_on_while_the_page_is_made_anew(sealing: Sealing, stick: Path) -> None:
    gate = threading.Event()
    sealing.window.state.ask(lambda _desk, _job: gate.wait(10), lambda _: None, lambda _: None)
    sealing.fill(stick)
    sealing.page.form.act.click()
    sealing.window.main.speak(Language.ENGLISH)
    assert "Opening your key ..." in sealing.said()
    gate.set()
    sealing.wait()
    sealing.window.bot.waitUntil(lambda: "Receipt of seal 1" in sealing.said())
    sealing.window.main.change_text(+1)
    assert "Saved and read back" in sealing.said()


def test_another_language_keeps_what_was_typed(sealing: Sealing, stick: Path) -> None:
    sealing.fill(stick, "setengah jadi")
    sealing.window.main.speak(Language.ENGLISH)
    assert sealing.page.form.passphrase.text() == "setengah jadi"
    assert sealing.page.form.target.folder() == stick
    assert "2 of 4 regions will be sealed." in sealing.said()
    sealing.page._read_back(sealing.page._plan.sheets[1].region)
    sealing.window.main.change_appearance()
    assert sealing.page.read_back.region() == "11.02"
    assert sealing.page.views.currentIndex() == 1


def test_the_receipt_can_be_copied(sealing: Sealing, stick: Path) -> None:
    sealing.fill(stick)
    sealing.act()
    sealing.window.find(QAbstractButton, "Salin resi").click()
    (seal,) = sealing.window.state.facts.seals
    assert QGuiApplication.clipboard().text() == seal.receipt
    assert "Tersalin" in sealing.said()


def test_sticks_are_offered_with_their_room(sealing: Sealing, stick: Path, tmp_path: Path) -> None:
    full, other = tmp_path / "PENUH", tmp_path / "TERKUNCI"
    volumes = (
        Volume(stick, "KINGSTON", 14 << 30, removable=True),
        Volume(full, "PENUH", 10, removable=True),
        Volume(other, "TERKUNCI", 14 << 30, removable=True, read_only=True),
        Volume(tmp_path, "sistem", 14 << 40, removable=False),
    )
    sealing.window.bot.waitUntil(lambda: "Tidak ada flashdisk" in sealing.said(), timeout=10_000)
    sealing.page.show_volumes(volumes, 1 << 20)
    choices = {
        choice.accessibleName(): choice.isEnabled()
        for choice in sealing.page.form.target.findChildren(QRadioButton)
    }
    assert choices == {
        "Flashdisk KINGSTON: 14 GB tersedia": True,
        "Flashdisk PENUH: ruang kurang, diperlukan 1 MB": False,
        "Flashdisk TERKUNCI: terkunci, tidak dapat ditulisi": False,
    }
    assert sealing.page.form.target.folder() == stick


def test_evidence_is_named_and_an_encrypted_copy_says_who_opens_it(
    tmp_path: Path, shown: Callable[[Path], DeskWindow], stick: Path
) -> None:
    key = pyrage.x25519.Identity.generate()
    shop = Workshop.open(
        tmp_path / "rahasia", judges=1, regions=1, recipients=(str(key.to_public()),)
    )
    shop.enrol(ISSUE)
    shop.score(ISSUE, {shop.regions[0]: (1, 2, 3)})
    with shop.desk(ISSUE) as desk:
        desk.attach_evidence(shop.regions[0], "A1", "foto.jpg", b"foto")
    sealing = Sealing(shown(shop.panels[ISSUE]))
    sealing.fill(stick)
    sealing.act()
    said = sealing.said()
    for text in ("j01-1-segel-1.panel.age", "j01-1-segel-1.evidence",
                 "hanya koordinator yang dapat membukanya"):  # fmt: skip
        assert text in said, text
    sealing.window.front.close()
    merged = shop.merge(stick, identities=(str(key),))
    assert [each.outcome.value for each in merged.applied.plan.files] == ["new"]
    assert merged.lacking == ()


def test_the_sheets_are_printed_beside_the_window(sealing: Sealing, tmp_path: Path) -> None:
    target = tmp_path / "lembar.pdf"
    percents: list[int] = []
    sealing.page.paper.progressed.connect(percents.append)
    sealing.page.paper.print(sealing.window.state.facts, Language.INDONESIAN, target)
    assert "Menyusun lembar untuk dicetak" in sealing.said()
    sealing.window.bot.waitUntil(lambda: "Buka berkas itu" in sealing.said(), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert percents[-1] == 100
    missing = tmp_path / "tidak ada" / "lembar.pdf"
    sealing.page.paper.print(sealing.window.state.facts, Language.INDONESIAN, missing)
    sealing.window.bot.waitUntil(lambda: "Tidak ada folder" in sealing.said(), timeout=20_000)


def test_printing_that_is_cancelled_leaves_no_file(sealing: Sealing, tmp_path: Path) -> None:
    gate, target = threading.Event(), tmp_path / "lembar.pdf"
    sealing.page._beside.run(Job(lambda _: gate.wait(10), lambda _: None, lambda _: None))
    sealing.page.paper.print(sealing.window.state.facts, Language.INDONESIAN, target)
    assert "Menyusun lembar" in sealing.said()
    sealing.window.find(QAbstractButton, "Batal").click()
    gate.set()
    sealing.window.bot.waitUntil(lambda: "Menyusun lembar" not in sealing.said(), timeout=20_000)
    assert not target.exists()


def test_leaving_stops_what_is_printed_and_the_search_for_sticks(
    sealing: Sealing, tmp_path: Path
) -> None:
    gate = threading.Event()
    target = tmp_path / "lembar.pdf"
    state = sealing.window.state
    state.ask(lambda _desk, _job: gate.wait(10), lambda _: None, lambda _: None)
    sealing.page.look_for_sticks()
    sealing.page.paper.print(state.facts, Language.INDONESIAN, target)
    sealing.window.journey.show_scoring()
    gate.set()
    asked: list[object] = []
    state.ask(lambda _desk, _job: None, asked.append, asked.append)
    sealing.window.bot.waitUntil(lambda: asked == [None])
    assert not target.exists()
    assert "sticks and paper" not in {thread.name for thread in threading.enumerate()}


def test_every_control_has_a_name(sealing: Sealing, stick: Path) -> None:
    def nameless() -> list[str]:
        kinds = (QAbstractButton, QLineEdit)
        found = [w for kind in kinds for w in sealing.page.findChildren(kind) if w.isVisible()]
        return [repr(widget) for widget in found if not widget.accessibleName()]

    assert nameless() == []
    sealing.page._read_back()
    assert nameless() == []
    sealing.page._show_overview()
    sealing.fill(stick)
    sealing.act()
    assert nameless() == []


def test_a_later_opening_shows_the_seals_of_the_file(
    scored: Workshop, shown: Callable[[Path], DeskWindow]
) -> None:
    sealed, _ = scored.seal(ISSUE)
    sealing = Sealing(shown(scored.panels[ISSUE]))
    assert "Tidak ada perubahan sejak segel 1" in sealing.said()
    assert any(sealed.receipt in line for line in sealing.lines())
