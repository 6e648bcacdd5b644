"""Scenes around the work: lock, backups, preferences, a drive that fails, a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.backups import list_backups
from ui.dialogs.fault_dialog import FaultDialog
from ui.dialogs.preferences_dialog import PreferencesDialog
from ui.judge.text_size_offer import offer_text_size

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def lock(stage: Stage) -> None:
    """Everything is hidden."""
    stage.show_file("bawaan").safety.lock.lock()


def backups(stage: Stage) -> None:
    """The automatic backups of the open file."""
    safety = stage.show_file("bawaan").safety
    stage.wait(lambda: list_backups(safety.backups.folder))
    safety.show_backups()


def preferences(stage: Stage) -> None:
    """Language, appearance, size of text, idle time."""
    stage.show_file("bawaan")
    PreferencesDialog(stage.window, stage.window.context).open()


def forgotten(stage: Stage) -> None:
    """A new key is wanted."""
    stage.show_file("bawaan").safety.show_forgotten()


def not_saved(stage: Stage) -> None:
    """The drive refuses what was scored."""
    state = stage.show_file("bawaan").state
    connection = state._desk.panel._session.connection
    done: list[object] = []
    state.ask(
        lambda _desk, _job: connection.execute("PRAGMA query_only = 1"), done.append,
        lambda _error: None,
    )  # fmt: skip
    stage.wait(lambda: done)
    state.not_saved.connect(done.append)
    state.record_score(stage.scoring_page().sheet.place()[0], "A1", 1)
    stage.wait(lambda: len(done) > 1)


def fault(stage: Stage) -> None:
    """The program has failed."""
    stage.show_file("bawaan")
    said = message(
        "A fault of the program stopped this work. It is not your fault. What was reported as "
        "saved is safe. Please send this report to those who look after the program; it holds no "
        "passphrase: {report}",
        report="/tmp/laporan-kesalahan-4711.txt",  # noqa: S108 - nothing is written there
    )
    FaultDialog(stage.window, stage.window.context, said).open()


def text_size(stage: Stage) -> None:
    """Larger text is offered."""
    stage.show_file("bawaan")
    memory = stage.window.context.memory
    memory.prefer(replace(memory.now.preferences, size_offered=False))
    offer_text_size(stage.window)


SCENES = {
    "terkunci": lock,
    "cadangan": backups,
    "preferensi": preferences,
    "lupa-frasa-sandi": forgotten,
    "belum-tersimpan": not_saved,
    "kegagalan-program": fault,
    "ukuran-huruf": text_size,
}
