"""``lembar-juri`` from the open file: a place is asked, then it is printed beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from ui.jobs import Job
from ui.working_folder import stand_at_home

if TYPE_CHECKING:
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from ui.context import Context
    from ui.judge.beside import Beside


class OwnSheets(QObject):
    """Prints the judge's sheets into a file.

    Attributes:
        path: the file that was written last; None before the first.
    """

    begun = Signal()
    progressed = Signal(int)
    """Hundredths that are done."""
    written = Signal(Path)
    failed = Signal(object)
    """An ExpectedError."""
    cancelled = Signal()

    def __init__(self, parent: QWidget, context: Context, beside: Beside) -> None:
        """Print nothing yet."""
        super().__init__(parent)
        self._window, self._context, self._beside = parent, context, beside
        self._job: Job[Path] | None = None

    def ask(self, facts: DeskFacts, language: Language) -> None:
        """Ask where, then print what the next seal would hold."""
        from smartcity_desktop.plenary.reading_back import own_sheets_name, planned_sheets

        record = planned_sheets(facts, write_instant(self._context.clock()))
        name = own_sheets_name(record, facts, language)
        title = self._context.words.say(message("Save the score sheets as PDF"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(self._context.documents / name), "PDF (*.pdf)"
        )
        stand_at_home()
        if chosen:
            self.print(facts, language, Path(chosen))

    def print(self, facts: DeskFacts, language: Language, target: Path) -> None:
        """Print into a file, replacing it."""
        clock = self._context.clock

        def work(job: Job[Path]) -> Path:
            from smartcity_desktop.instruments.shipped import RESOURCES
            from smartcity_desktop.language.catalogue import load_catalogue
            from smartcity_desktop.language.dates import zone_of
            from smartcity_desktop.plenary.reading_back import planned_sheets, print_own_sheets
            from smartcity_desktop.reports.press import open_press

            moment = clock()
            record = planned_sheets(facts, write_instant(moment))
            zone = zone_of(moment.astimezone()).tzinfo
            press = open_press(RESOURCES, language, load_catalogue(language).translate, zone)
            print_own_sheets(record, press, target, job.step)
            return target

        def done(path: Path) -> None:
            self._job = None
            self.written.emit(path)

        self._job = self._beside.run(
            Job(work, done, self.failed.emit, self.cancelled.emit, self._progress)
        )
        self.begun.emit()

    def _progress(self, done: int, total: int) -> None:
        self.progressed.emit(100 * min(done, total) // max(total, 1))

    def cancel(self) -> None:
        """Stop before anything is written."""
        if self._job is not None:
            self._job.cancel()


def show_file(path: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
