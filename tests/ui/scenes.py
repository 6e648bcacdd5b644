"""Every page of the window with something real on it: for pictures and for tests of all pages."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop

from smartcity_desktop.domain.assessment import Mode
from tests.ui.sample_files import ISSUE, make_panel
from ui.front import Front
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.context import Context

LONGEST_WAIT = 30


@dataclass
class Stage:
    """Where scenes are played: one window, and files made once.

    Attributes:
        folder: for files. window, front: what is looked at.
    """

    folder: Path
    window: MainWindow
    front: Front

    def wait(self, happened: Callable[[], bool]) -> None:
        """Let the window work until something has happened."""
        until = time.monotonic() + LONGEST_WAIT
        while not happened():
            if time.monotonic() > until:
                raise TimeoutError
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            time.sleep(0.002)

    def show_file(self, name: str, **wishes: object) -> None:
        """Open a panel file, made at its first use, and wait for its page."""
        folder = self.folder / name
        if not folder.exists():
            make_panel(folder, **wishes)  # type: ignore[arg-type]
        self.front.close()
        self.front.open(folder / "issued" / f"{ISSUE}.panel", asked=True)
        self.wait(lambda: self.front.journey is not None)


def open_stage(folder: Path, context: Context) -> Stage:
    """Make a window without a file."""
    window = MainWindow(context)
    front = Front(window)
    front.begin()
    return Stage(folder, window, front)


def start(stage: Stage) -> None:
    """The start page with recent files."""
    stage.front.close()
    stage.front.show_start()


def trouble(stage: Stage) -> None:
    """A file that is none of ours."""
    path = stage.folder / "catatan.panel"
    path.write_bytes(b"bukan berkas juri" * 400)
    before = stage.window.page
    stage.front.open(path)
    stage.wait(lambda: stage.window.page is not before)


def enrolment(stage: Stage) -> None:
    """The first opening."""
    stage.show_file("baru", enrolled=False)


def rehearsal(stage: Stage) -> None:
    """The first opening of a rehearsal."""
    stage.show_file("latihan", enrolled=False, mode=Mode.REHEARSAL)


def scoring(stage: Stage) -> None:
    """The half scored region of the default instrument."""
    stage.show_file("bawaan")


def scoring_three_tiers(stage: Stage) -> None:
    """47 indicators in three tiers."""
    stage.show_file("spbe", instrument="contoh-spbe-47")


def scoring_ranges(stage: Stage) -> None:
    """Ranges from 0 to 100."""
    stage.show_file("rentang", instrument="contoh-0-100")


def scoring_empty(stage: Stage) -> None:
    """Nothing scored yet."""
    stage.show_file("kosong", finished=0)


def side_by_side(stage: Stage) -> None:
    """The judge's own scores beside each other."""
    stage.show_file("bawaan")
    _journey(stage).show_side_by_side()


def sealing(stage: Stage) -> None:
    """What will be sealed."""
    stage.show_file("bawaan")
    _journey(stage).show_sealing()


def sealing_empty(stage: Stage) -> None:
    """Nothing to seal yet."""
    stage.show_file("satu", regions=1, finished=0)
    _journey(stage).show_sealing()


def _journey(stage: Stage):  # type: ignore[no-untyped-def]  # noqa: ANN202
    assert stage.front.journey is not None
    return stage.front.journey


SCENES: dict[str, Callable[[Stage], None]] = {
    "mulai": start,
    "tidak-dapat-dibuka": trouble,
    "pendaftaran": enrolment,
    "pendaftaran-latihan": rehearsal,
    "menilai": scoring,
    "menilai-47": scoring_three_tiers,
    "menilai-0-100": scoring_ranges,
    "menilai-kosong": scoring_empty,
    "berdampingan": side_by_side,
    "menyegel": sealing,
    "menyegel-kosong": sealing_empty,
}
