"""Saving the results' data from the page into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.results_export import STEPS, save_results_data
from ui.coordinator.progress_line import ProgressLine
from ui.dialogs.file_choice import choose_folder
from ui.judge.sealing_target import breakable
from ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.results_export import SavedData
    from ui.context import Context
    from ui.coordinator.state import OfficeState
    from ui.jobs import Job


class DataExport(QObject):
    """A button, and below it how far the work is and what came of it.

    Attributes:
        save: asks for the folder. progress: the line that tells.
    """

    def __init__(self, page: QWidget, context: Context, state: OfficeState) -> None:
        """Serve one page."""
        super().__init__(page)
        self._page, self._context, self._state = page, context, state
        self.save = button(context.words.say(message("Save the data ...")), self._choose)
        self.progress = ProgressLine(context)
        self.progress.hide()

    def save_into(self, folder: Path) -> None:
        """Save what stands now into a folder."""
        facts, language = self._state.facts, self._context.words.language

        def work(office: Office, job: Job[SavedData]) -> SavedData:
            done = 0

            def advance() -> None:
                nonlocal done
                job.step(done, STEPS)
                done += 1

            return save_results_data(office, facts, folder, language, advance)

        job = self._state.ask(
            work,
            lambda saved: self._tell(saved, folder),
            self.progress.fail,
            progressed=self.progress.step,
            cancelled=lambda: self.progress.end(message("Cancelled; nothing was saved.")),
            owner=self._page,
        )
        self.progress.show()
        self.progress.begin(job)  # type: ignore[arg-type] # any job can be cancelled

    def _tell(self, saved: SavedData, folder: Path) -> None:
        self.progress.end()
        said = " ".join(self._context.words.say(each) for each in _sentences(saved, folder))
        self.progress.tell(said, "verified" if saved.declaration else "attention")

    def _choose(self) -> None:
        context = self._context
        title = message("Folder for the results' data")
        choose_folder(self._page, context.words, title, self.save_into, context.documents)


def _sentences(saved: SavedData, folder: Path) -> Iterator[Message]:
    count, where = len(saved.files), breakable(folder)
    if saved.declaration:
        yield message(
            "{count} files with the data of declaration {number} lie in {folder}.",
            count=count, number=saved.declaration, folder=where,
        )  # fmt: skip
    else:
        yield message(
            "{count} files with provisional data lie in {folder}.",
            count=count, folder=where,
        )  # fmt: skip
    if saved.names_judges:
        yield message("The scores name judges: hand them out only where that was agreed.")
    if saved.scores_left_out:
        yield message(
            "Single scores are left out: the letters that stand for judges are drawn at the "
            "declaration."
        )
