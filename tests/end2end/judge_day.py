"""One day of one judge in the window, done by keyboard alone or by mouse but for typed text."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
)

from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.sheet_payload import read_sheet
from tests.end2end.hands import Keyboard, Mouse
from tests.ui.reading import wait_for
from tests.ui.sample_files import ISSUE
from tests.workshop import PHRASE
from ui.dialogs.leave_out_dialog import LeaveOutDialog
from ui.dialogs.relocate_dialog import RelocateDialog
from ui.pages.enrolment_page import EnrolmentPage
from ui.pages.scoring_page import ScoringPage
from ui.pages.sealing_page import SealingPage
from ui.widgets.level_card import LevelCard
from ui.widgets.level_cards import LevelCards

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.hands import Hands
    from tests.ui.desk_window import DeskWindow
    from tests.workshop import Workshop
    from ui.judge.indicator_row import IndicatorRow

CONTROL = Qt.KeyboardModifier.ControlModifier
OPEN, CHOOSE_FOLDER = "Buka berkas juri", "Pilih folder"
ME, SOME = "Ya, saya Prof.", "Saya mempunyai benturan kepentingan dengan daerah berikut:"
REGION, WHY, ADD = "Daerah: nama atau kode", "Alasan, singkat saja", "Tambahkan ke daftar"
FIRST, AGAIN = "Frasa sandi baru", "Frasa sandi yang sama sekali lagi"
CONFIRM, SEAL = "Data ini benar: mulai menilai", "Segel dan serahkan"
FIELD = "Frasa sandi yang Anda pilih di awal"
CONSULTED = "Pernah menjadi konsultan"
LEAVE_OPEN, NOT_DISCUSSED = "Tidak menilai", "Tidak dibahas dalam wawancara"
ACTS, RECUSE, RELOCATE = "Tindakan lain", "Tidak menilai: benturan", "Keliru daerah"
ADVISED, WRONG_ONE, SWAP = "Saya pernah mendampingi", "Daerah yang terbuka keliru", "Tukar nilai"
FIND, BELONGS = "Cari daerah", "Cari nama, kode, atau provinsi"
NOTE, WRITTEN = "Catatan", "Perlu dilihat lagi <b>halaman</b> 4"
ABSTAINED, NOTED, UNDONE = 4, 2, 6
"""Places of indicators in the instrument."""


def in_mind(code: str, place: int) -> int:
    """The score that the judge has in mind."""
    return 1 + hashlib.sha256(f"{code} {place}".encode()).digest()[0] % 4


class Day:
    """Where the judge is, what he does in which order, and what must come of it."""

    def __init__(self, window: DeskWindow, shop: Workshop, stick: Path, hands: Hands) -> None:
        self.window, self.shop, self.stick, self.hands = window, shop, stick, hands
        self.expected: dict[str, list[int | None]] = {}

    def live(self) -> None:
        """The whole day."""
        self.open()
        self.enrol()
        wait_for(self.window, ScoringPage)
        codes = self.to_score()
        self.score_all(codes)
        self.expected = {
            code: [in_mind(code, place) for place in range(len(self.window.state.ids))]
            for code in codes
        }
        self.work_on(*codes[1:6])
        self.window.wait_saved()
        self.seal()
        self.hands.until(self.is_sealed)

    def open(self) -> None: ...

    def enrol(self) -> None: ...

    def score_all(self, codes: list[str]) -> None: ...

    def work_on(self, abstained: str, recused: str, one: str, other: str, undone: str) -> None:
        """Abstain, write a note, recuse, swap, undo."""
        self.abstain(abstained)
        self.note(abstained)
        self.expected[abstained][ABSTAINED] = None
        self.recuse(recused)
        del self.expected[recused]
        self.swap(one, other)
        both = self.expected[one], self.expected[other]
        self.expected[other], self.expected[one] = both
        self.recuse_and_undo(undone)
        self.abstained, self.recused = abstained, recused

    def abstain(self, code: str) -> None: ...

    def note(self, code: str) -> None: ...

    def recuse(self, code: str) -> None: ...

    def swap(self, one: str, other: str) -> None: ...

    def recuse_and_undo(self, code: str) -> None: ...

    def seal(self) -> None: ...

    @property
    def conflict(self) -> str:
        """The region with which the judge declares a conflict of interest."""
        return self.shop.regions[7]

    @property
    def file(self) -> Path:
        return self.shop.panels[ISSUE]

    @property
    def page(self) -> ScoringPage:
        page = self.window.page
        assert isinstance(page, ScoringPage)
        return page

    def here(self) -> str:
        return self.page.sheet.place()[0]

    def to_score(self) -> list[str]:
        """The regions in the order of the list, without those of a conflict of interest."""
        excused = self.window.state.facts.excused
        return [code for code in self.page.regions.model.listed() if code not in excused]

    def row(self, place: int) -> IndicatorRow:
        return self.page.sheet.rows.row(self.window.state.ids[place])

    def is_left_out(self, code: str) -> bool:
        return self.window.state.sheet(code).state is SheetState.RECUSED

    def is_sealed(self) -> bool:
        page = self.window.page
        return isinstance(page, SealingPage) and not page.run.is_busy and bool(page.run.outcome)

    def merged_values(self) -> dict[str, list[int | None]]:
        """Merge on the other side; returns the values of every region that was scored.

        What is not a value, as what was recused and why, is looked at here.
        """
        (copy,) = self.stick.glob("*.panel")
        merged = self.shop.merge(copy)
        assert [each.outcome.value for each in merged.applied.plan.files] == ["new"]
        ids = [indicator.id for indicator in self.shop.instrument.indicators()]
        with self.shop.assessment() as file:
            found = [read_sheet(data, ids) for data in file.seals.sheets().values()]
        sheets = {sheet.region: sheet for sheet in found}
        # A declared conflict of interest has no sheet at all.
        assert set(sheets) == {*self.expected, self.recused}
        assert self.window.state.facts.excused[self.conflict] == CONSULTED
        assert len(sheets) == len(self.shop.regions) - 2
        assert sheets[self.recused].state is SheetState.RECUSED
        assert sheets[self.recused].reason.startswith(ADVISED)
        of = sheets[self.abstained]
        assert dict(of.abstained) == {ids[ABSTAINED]: NOT_DISCUSSED}
        assert dict(of.notes) == {ids[NOTED]: WRITTEN}
        scored = sheets.keys() - {self.recused}
        return {code: list(sheets[code].values) for code in scored}


class ByKeyboard(Day):
    """The mouse lies in the drawer."""

    def __init__(self, window: DeskWindow, shop: Workshop, stick: Path) -> None:
        self.keys = Keyboard(window.bot, window.main)
        super().__init__(window, shop, stick, self.keys)

    def open(self) -> None:
        self.keys.use(OPEN)
        self.keys.choose_path(self.file)
        wait_for(self.window, EnrolmentPage)

    def enrol(self) -> None:
        keys = self.keys
        keys.choose(ME)
        keys.press(Qt.Key.Key_Tab)
        keys.choose(SOME)
        keys.fill(REGION, self.conflict)
        keys.fill(WHY, CONSULTED)
        keys.use(ADD)
        keys.fill(FIRST, PHRASE)
        keys.fill(AGAIN, PHRASE)
        keys.use(CONFIRM)

    def score_all(self, codes: list[str]) -> None:
        """Digits only; one key to the next region, one back to the first."""
        keys = self.keys
        while self.here() != codes[0]:
            keys.press(Qt.Key.Key_PageUp)
        for _ in self.page.regions.model.listed():
            code = self.here()
            if code in codes:
                for place in range(len(self.window.state.ids)):
                    keys.write(str(in_mind(code, place)))
            keys.press(Qt.Key.Key_PageDown)

    def find(self, code: str) -> None:
        """One key to the search, the code, Enter."""
        self.keys.press(Qt.Key.Key_Slash)
        self.keys.write(code)
        self.keys.press(Qt.Key.Key_Return)
        assert self.here() == code, (self.here(), self.keys.focused())
        self.keys.press(Qt.Key.Key_Escape)

    def go_to_row(self, place: int) -> None:
        """Tab until the levels of an indicator have the focus."""
        row = self.row(place)

        def arrived() -> bool:
            focused = self.keys.focus()
            return isinstance(focused, LevelCard) and row.isAncestorOf(focused)

        self.keys.walk(arrived, row.accessibleName())

    def abstain(self, code: str) -> None:
        self.find(code)
        self.go_to_row(ABSTAINED)
        self.keys.use(LEAVE_OPEN)
        self.keys.use(NOT_DISCUSSED)

    def note(self, code: str) -> None:
        self.find(code)
        self.go_to_row(NOTED)
        self.keys.use(NOTE)
        self.keys.press(Qt.Key.Key_Tab)
        self.keys.walk(lambda: isinstance(self.keys.focus(), QPlainTextEdit), NOTE)
        self.keys.write(WRITTEN)
        self.keys.press(Qt.Key.Key_Tab)

    def choose_act(self, code: str, entry: str) -> None:
        self.find(code)
        self.keys.go_to(ACTS)
        self.keys.in_menu(
            lambda: self.keys.choose_entry(entry), lambda: self.keys.press(Qt.Key.Key_Space)
        )

    def recuse(self, code: str) -> None:
        self.choose_act(code, RECUSE)
        self.hands.until(lambda: isinstance(QApplication.activeWindow(), LeaveOutDialog))
        self.keys.choose(ADVISED)
        self.keys.use(LEAVE_OPEN)
        self.hands.until(lambda: self.is_left_out(code))

    def swap(self, one: str, other: str) -> None:
        self.choose_act(one, RELOCATE)
        self.hands.until(lambda: isinstance(QApplication.activeWindow(), RelocateDialog))
        self.keys.fill(BELONGS, other)
        self.keys.choose(WRONG_ONE)
        self.keys.use(SWAP)

    def recuse_and_undo(self, code: str) -> None:
        """Undo brings every score back; and a score that was typed over comes back too."""
        self.recuse(code)
        self.keys.press(Qt.Key.Key_Z, CONTROL)
        self.hands.until(lambda: not self.is_left_out(code))
        self.find(code)
        self.go_to_row(UNDONE)
        self.keys.write(str(5 - in_mind(code, UNDONE)))
        self.window.wait_saved()
        self.keys.press(Qt.Key.Key_Z, CONTROL)

    def seal(self) -> None:
        keys = self.keys
        keys.use(SEAL)
        wait_for(self.window, SealingPage)
        keys.fill(FIELD, PHRASE)
        keys.go_to(CHOOSE_FOLDER)
        keys.in_dialog(lambda: keys.choose_path(self.stick), lambda: keys.press(Qt.Key.Key_Space))
        keys.use(SEAL)


class ByMouse(Day):
    """The keyboard writes texts only."""

    def __init__(self, window: DeskWindow, shop: Workshop, stick: Path) -> None:
        self.mouse = Mouse(window.bot, window.main)
        super().__init__(window, shop, stick, self.mouse)

    def open(self) -> None:
        self.mouse.use(OPEN)
        self.mouse.choose_path(self.file)
        wait_for(self.window, EnrolmentPage)

    def enrol(self) -> None:
        mouse = self.mouse
        mouse.use(ME, QRadioButton)
        mouse.use(SOME, QRadioButton)
        mouse.pick(REGION, self.conflict)
        mouse.fill(WHY, CONSULTED)
        mouse.use(ADD, QPushButton)
        for name in (FIRST, AGAIN):
            mouse.fill(name, PHRASE)
        mouse.use(CONFIRM, QPushButton)

    def score_all(self, codes: list[str]) -> None:
        """One click a score; the wheel brings the next indicator into sight."""
        for code in codes:
            self.find(code)
            for place in range(len(self.window.state.ids)):
                cards = self.row(place).input
                assert isinstance(cards, LevelCards)
                value = in_mind(code, place)
                self.mouse.click(next(card for card in cards.cards if card.value == value))

    def find(self, code: str) -> None:
        """Click the region in the list."""
        regions = self.page.regions
        place = regions.model.place(code)
        self.mouse.click_item(regions.list, lambda: regions.list.visualRect(place).center())
        assert self.here() == code

    def use_in_row(self, place: int, start: str, kind: type[QPushButton] = QPushButton) -> None:
        found = [
            each
            for each in self.row(place).findChildren(kind)
            if each.isVisible() and each.accessibleName().startswith(start)
        ]
        self.mouse.click(found[0])

    def abstain(self, code: str) -> None:
        self.find(code)
        self.use_in_row(ABSTAINED, LEAVE_OPEN)
        self.use_in_row(ABSTAINED, NOT_DISCUSSED)

    def note(self, code: str) -> None:
        self.find(code)
        self.use_in_row(NOTED, NOTE)
        QApplication.processEvents()
        self.mouse.click(self.row(NOTED).findChildren(QPlainTextEdit)[0])
        self.mouse.write(WRITTEN)

    def choose_act(self, code: str, entry: str) -> None:
        self.find(code)
        self.mouse.in_menu(
            lambda: self.mouse.choose_entry(entry), lambda: self.mouse.use(ACTS, QToolButton)
        )

    def recuse(self, code: str) -> None:
        self.choose_act(code, RECUSE)
        self.hands.until(lambda: isinstance(QApplication.activeWindow(), LeaveOutDialog))
        self.mouse.use(ADVISED, QRadioButton)
        self.mouse.use(LEAVE_OPEN, QPushButton)
        self.hands.until(lambda: self.is_left_out(code))

    def swap(self, one: str, other: str) -> None:
        self.choose_act(one, RELOCATE)
        self.hands.until(lambda: isinstance(QApplication.activeWindow(), RelocateDialog))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, RelocateDialog)
        self.mouse.fill(BELONGS, other)
        self.mouse.click_item(
            dialog.list,
            lambda: dialog.list.visualRect(dialog._model.place(other)).center(),
        )
        self.mouse.use(WRONG_ONE, QRadioButton)
        self.mouse.use(SWAP, QPushButton)

    def recuse_and_undo(self, code: str) -> None:
        """Undo brings every score back; so does the button beside a score that was replaced."""
        self.recuse(code)
        self.window.wait_saved()
        self.mouse.in_menu(
            lambda: self.mouse.choose_entry("Urungkan"),
            lambda: self.mouse.use("Menu", QToolButton),
        )
        self.hands.until(lambda: not self.is_left_out(code))
        self.find(code)
        cards = self.row(UNDONE).input
        assert isinstance(cards, LevelCards)
        other = 5 - in_mind(code, UNDONE)
        self.mouse.click(next(card for card in cards.cards if card.value == other))
        self.use_in_row(UNDONE, f"Kembali ke {in_mind(code, UNDONE)}")

    def seal(self) -> None:
        mouse = self.mouse
        mouse.use(SEAL, QPushButton)
        wait_for(self.window, SealingPage)
        mouse.fill(FIELD, PHRASE)
        mouse.in_dialog(
            lambda: mouse.choose_path(self.stick), lambda: mouse.use(CHOOSE_FOLDER, QPushButton)
        )
        mouse.use(SEAL, QPushButton)
