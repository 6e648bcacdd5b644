"""Safety at the desk: backups, lock, a drive that fails, a change of judge, faults."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from smartcity_desktop.scoring.opening import open_desk
from smartcity_desktop.workplace.backups import Backup, list_backups
from smartcity_desktop.workplace.preferences import Appearance
from tests.ui.reading import notice, visible, when_there
from tests.workshop import PHRASE, Workshop
from ui.dialogs.backups_dialog import BackupsDialog
from ui.dialogs.fault_dialog import FaultDialog
from ui.dialogs.preferences_dialog import PreferencesDialog
from ui.faults import Faults
from ui.pages.lock_page import LockPage
from ui.pages.scoring_page import ScoringPage
from ui.pages.start_page import StartPage
from ui.widgets.backup_list import BackupList
from ui.widgets.passphrase_field import secret_edit

if TYPE_CHECKING:
    from tests.ui.desk_window import DeskWindow


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    made = Workshop.open(tmp_path / "lokakarya", judges=2, regions=3)
    made.enrol("j01-1")
    made.score("j01-1", {made.regions[0]: (1, 2, 3)})
    return made


@pytest.fixture
def desk(window: DeskWindow, shop: Workshop) -> DeskWindow:
    """The window with the first judge's file, its first backup made."""
    window.open(shop.panels["j01-1"])
    wait_backups(window, 1)
    return window


def wait_backups(window: DeskWindow, count: int) -> None:
    folder = window.journey.safety.backups.folder
    window.bot.waitUntil(lambda: len(list_backups(folder)) == count, timeout=10_000)


def covered(window: DeskWindow) -> bool:
    return window.main.is_covered


def fail_disk(window: DeskWindow, *, fails: bool) -> None:
    """Let SQLite refuse every change, as on a drive that was write-protected meanwhile."""
    connection = window.state._desk.panel._session.connection
    done: list[object] = []
    window.state.ask(
        lambda _desk, _job: connection.execute(f"PRAGMA query_only = {int(fails)}"),
        done.append,
        lambda _: None,
    )
    window.bot.waitUntil(lambda: bool(done))


def test_backups_are_made_at_opening_and_when_something_changed(
    desk: DeskWindow, shop: Workshop
) -> None:
    backups = desk.journey.safety.backups
    assert backups.timer.interval() == 30 * 60_000
    backups.timer.timeout.emit()
    desk.state.record_score(shop.regions[1], "A1", 2)
    desk.wait_saved()
    backups.timer.timeout.emit()
    wait_backups(desk, 2)
    assert [each.changes for each in list_backups(backups.folder)] == [2, 1]


def test_a_backup_that_fails_is_said_once(desk: DeskWindow, shop: Workshop) -> None:
    backups = desk.journey.safety.backups
    folder = backups.folder
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("a file in the way")
    with desk.bot.waitSignal(backups.failed):
        backups.back_up()
    assert "Cadangan otomatis tidak dapat dibuat" in notice(desk)
    desk.state.record_score(shop.regions[1], "A1", 2)
    desk.wait_saved()


def test_a_backup_is_put_back_from_the_window(desk: DeskWindow, shop: Workshop) -> None:
    path = desk.journey.path
    desk.state.record_score(shop.regions[0], "A1", 4)
    desk.wait_saved()
    desk.journey.safety.show_backups()
    dialog = desk.main.findChild(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    journey = desk.journey
    when_there(desk, dialog, QPushButton, "Pulihkan ").click()
    when_there(desk, dialog, QPushButton, "Batal")
    (put_back,) = visible(dialog, QPushButton, "Pulihkan ")
    put_back.click()
    desk.bot.waitUntil(
        lambda: desk.front.journey is not None and desk.front.journey is not journey,
        timeout=10_000,
    )
    assert desk.state.sheet(shop.regions[0]).values == (1, 2, 3)
    kept = list(path.parent.glob("*.diganti"))
    assert len(kept) == 1
    with open_desk(kept[0], shop.clock).panel as panel:
        assert b'"values":[4,' in panel.sheets.payloads()[shop.regions[0]]


def test_a_failing_drive_keeps_scores_and_they_go_on_elsewhere(
    desk: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    old, other = desk.journey.path, tmp_path / "perangkat lain"
    other.mkdir()
    fail_disk(desk, fails=True)
    desk.state.record_score(shop.regions[1], "B1", 4)
    desk.bot.waitUntil(lambda: "TIDAK TERSIMPAN" in desk.main.header.status.text())
    assert not desk.journey.leave()
    assert desk.state.sheet(shop.regions[1]).values == (None, None, 4)
    desk.main.change_appearance()
    when_there(desk, desk.main, QPushButton, "Lanjutkan di perangkat lain")
    journey = desk.journey
    desk.find(QPushButton, "Lanjutkan di perangkat lain").click()
    dialog = desk.main.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(other))
    dialog.accept()
    desk.bot.waitUntil(
        lambda: desk.front.journey is not None and desk.front.journey is not journey,
        timeout=10_000,
    )
    assert desk.journey.path == other / old.name
    assert desk.state.sheet(shop.regions[1]).values == (None, None, 4)
    assert desk.state.sheet(shop.regions[0]).values == (1, 2, 3)
    assert not desk.state.has_waiting()
    told = notice(desk)
    assert "Semua yang ada di layar sudah tersimpan" in told
    assert str(old) in told
    paths = [file.path for file in desk.main.context.memory.now.recent]
    assert paths == [str(other / old.name)]


def test_where_nothing_can_be_saved_the_scores_stay_on_the_screen(
    desk: DeskWindow, shop: Workshop, tmp_path: Path
) -> None:
    fail_disk(desk, fails=True)
    desk.state.record_score(shop.regions[1], "B1", 4)
    desk.bot.waitUntil(lambda: "TIDAK TERSIMPAN" in desk.main.header.status.text())
    in_the_way = tmp_path / "berkas"
    in_the_way.write_text("no folder")
    desk.journey.safety.rescue(in_the_way)
    desk.bot.waitUntil(lambda: "tempat lain juga tidak berhasil" in notice(desk))
    assert desk.state.sheet(shop.regions[1]).values == (None, None, 4)
    fail_disk(desk, fails=False)
    desk.find(QPushButton, "Coba lagi").click()
    desk.wait_saved()
    assert "Tersimpan" in desk.main.header.status.text()


def test_the_lock_hides_everything_until_the_passphrase_is_typed(
    desk: DeskWindow, shop: Workshop
) -> None:
    page, lock = desk.page, desk.journey.safety.lock
    assert not lock.timer.isActive()
    preferences = desk.main.context.memory.now.preferences
    desk.main.prefer(replace(preferences, idle_minutes=5))
    page = desk.page
    assert lock.timer.interval() == 5 * 60_000
    lock.timer.setInterval(30)
    QTest.keyClick(desk.main, Qt.Key.Key_Shift)
    desk.bot.waitUntil(lambda: covered(desk))
    assert not page.isVisible()
    assert not desk.main.header.isVisible()
    covers = desk.main.findChildren(LockPage)
    said = "\n".join(each.text() for each in covers[0].findChildren(QLabel))
    assert "Terkunci" in said
    assert "tidak dienkripsi" in said
    QTest.keyClick(desk.main, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field = desk.find(QLineEdit, "Frasa sandi")
    field.setText("salah sekali")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.bot.waitUntil(
        lambda: bool(visible(desk.main, QPushButton, "Buka kunci")) and field.isEnabled()
    )
    assert covered(desk)
    lock.timer.setInterval(60_000)
    field.setText(PHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.bot.waitUntil(lambda: not covered(desk))
    desk.bot.waitUntil(page.isVisible)
    assert desk.page is page
    assert desk.state.sheet(shop.regions[0]).values == (1, 2, 3)
    desk.main.prefer(replace(preferences, idle_minutes=0))
    assert not lock.timer.isActive()


def test_the_lock_closes_dialogs_and_outlives_a_change_of_colours(desk: DeskWindow) -> None:
    desk.journey.safety.show_backups()
    dialog = desk.main.findChild(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    desk.journey.safety.lock.lock()
    assert not dialog.isVisible()
    desk.main.change_appearance()
    assert covered(desk)
    when_there(desk, desk.main, QPushButton, "Ganti juri: tutup berkas ini")
    desk.find(QPushButton, "Ganti juri: tutup berkas ini").click()
    assert isinstance(desk.page, StartPage)
    assert not covered(desk)
    assert desk.front.journey is None


def test_the_lock_waits_for_a_passphrase_to_exist(window: DeskWindow, shop: Workshop) -> None:
    window.open(shop.panels["j02-1"])
    window.journey.safety.lock.lock()
    assert not window.main.is_covered


def test_judges_change_at_one_laptop(desk: DeskWindow, shop: Workshop) -> None:
    assert desk.main.header.judge.whole == "j01 · Juri 1"
    entries = {a.text(): a for a in desk.main.header._menu.menu().actions()}
    entries["Ganti juri: tutup berkas ini"].trigger()
    assert isinstance(desk.page, StartPage)
    desk.open(shop.panels["j02-1"])
    assert desk.main.header.judge.whole == "j02 · Juri 2"


def test_preferences_are_kept_and_shown_at_once(desk: DeskWindow) -> None:
    entries = {a.text(): a for a in desk.main.header._menu.menu().actions()}
    entries["Preferensi ..."].trigger()
    dialog = desk.main.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    radios = {r.accessibleName(): r for r in dialog.findChildren(type(next(iter(dialog._idle))))}
    radios["Warna: Gelap"].click()
    radios["Ukuran huruf: 125 %"].click()
    radios["Kunci jendela bila tidak dipakai selama (menit): 10"].click()
    desk.find(QPushButton, "Simpan").click()
    now = desk.main.context.memory.now.preferences
    assert (now.appearance, now.text_percent, now.idle_minutes) == (Appearance.DARK, 125, 10)
    assert desk.main.context.theme.percent == 125
    assert isinstance(desk.page, ScoringPage)
    assert desk.journey.safety.lock.timer.isActive()


def test_a_fault_is_reported_in_words_without_passphrases(desk: DeskWindow) -> None:
    faults, before = Faults(desk.main), sys.excepthook
    field = secret_edit("x")
    desk.bot.addWidget(field)
    field.setText("kuda terbang rendah")
    faults.install()
    try:
        assert sys.excepthook == faults.take
        for _ in range(2):
            fault = ValueError("broken by kuda terbang rendah")
            faults.take(ValueError, fault, None)
    finally:
        faults.uninstall()
    assert sys.excepthook == before
    dialogs = desk.main.findChildren(FaultDialog)
    assert len(dialogs) == 1
    said = "\n".join(each.text() for each in dialogs[0].findChildren(QLabel))
    assert "Tersimpan sudah ada di disk" in said
    assert "Traceback" not in said
    report = Path(said.split(": ")[-1].strip())
    text = report.read_text(encoding="utf-8")
    report.unlink()
    assert "ValueError: broken by ***" in text
    assert "kuda terbang rendah" not in text
    dialogs[0].accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_an_interruption_is_no_fault(desk: DeskWindow) -> None:
    faults = Faults(desk.main)
    seen: list[type[BaseException]] = []
    faults._before = lambda kind, _value, _trace: seen.append(kind)
    faults.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]
    assert desk.main.findChildren(FaultDialog) == []


def test_two_backups_of_one_second_have_names_of_their_own(window: DeskWindow) -> None:
    at = datetime(2026, 11, 26, 8, 15, 45, tzinfo=UTC)
    twins = [Backup(Path(f"{digest}.cadangan"), at, 5, digest) for digest in ("a" * 12, "b" * 12)]
    shown = BackupList(window.main.context.words, twins)
    window.bot.addWidget(shown)
    names = [each.accessibleName() for each in shown.findChildren(QPushButton)]
    assert len(set(names)) == len(twins)
