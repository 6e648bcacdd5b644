"""Keeps a verified copy of the assessment in a second place, and says when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.second_place import copy_to_second_place
from ui.dialogs.file_choice import choose_folder

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.second_place import SecondCopy
    from ui.coordinator.state import OfficeState
    from ui.main_window import MainWindow


class SecondCopyKeeper(QObject):
    """Copies after every act.

    Attributes:
        latest: the latest copy that was proven, or None.
    """

    changed = Signal()
    """There is something else to say."""

    def __init__(self, window: MainWindow, state: OfficeState) -> None:
        """Watch one open assessment."""
        super().__init__(state)
        self._window, self._state = window, state
        self.latest: SecondCopy | None = None
        self._failed = False
        state.acted.connect(self.copy)

    def begin(self) -> None:
        """Copy at once where a place is known; otherwise ask for one."""
        if self.folder is not None:
            self.copy()
        else:
            self._window.show_notice(
                message(
                    "Choose a second place for this assessment, such as a stick. After every "
                    "merge, decision and declaration a verified copy goes there, so that another "
                    "laptop can go on at once."
                ),
                "plain",
                [(message("Choose a folder"), self.choose)],
            )

    @property
    def folder(self) -> Path | None:
        """Where the copy goes, or None where nobody has chosen."""
        known = self._window.context.memory.now.second_places
        folder = known.get(self._state.facts.assessment.id, "")
        return Path(folder) if folder else None

    def choose(self) -> None:
        """Ask for the folder."""
        context = self._window.context
        title = message("Folder for the second copy")
        choose_folder(self._window, context.words, title, self.keep_in, context.documents)

    def keep_in(self, folder: Path) -> None:
        """Copy into this folder from now on."""
        assessment = self._state.facts.assessment.id
        self._window.context.memory.note_second_place(assessment, str(folder))
        self._window.clear_notices()
        self.copy()

    def copy(self) -> None:
        """Copy now, where a place is known."""
        folder = self.folder
        if folder is not None and not self._state.facts.read_only:
            self._state.ask(
                lambda office, _: copy_to_second_place(office, folder), self._copied, self._say
            )

    def words(self) -> tuple[Message, str]:
        """Return what the header says of the second copy, and in which kind."""
        if self.latest is None:
            if self._failed:
                return message("No second copy!"), "danger"
            return message("No second copy yet"), "attention"
        time = self._window.context.words.time(self.latest.at)
        if self._failed:
            return message("Second copy only as of {time}!", time=time), "danger"
        return message("Second copy {time}", time=time), "quiet"

    def _copied(self, copy: SecondCopy) -> None:
        self.latest, self._failed = copy, False
        self.changed.emit()

    def _say(self, error: ExpectedError) -> None:
        self._failed = True
        self.changed.emit()
        told = self._window.context.words.problems(error.problems)
        self._window.show_notice(
            message(
                "The second copy could not be made; the assessment itself is saved. {told}",
                told=told,
            ),
            "attention",
            [(message("Try again"), self.copy), (message("Choose another folder"), self.choose)],
        )
