"""Safety at the desk: backups, the lock, and going on when a drive has failed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message
from ui.judge.automatic_backups import AutomaticBackups
from ui.judge.idle_lock import IdleLock

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from ui.judge.state import JudgeState
    from ui.main_window import MainWindow


class Safety(QObject):
    """Watches over one open file.

    Attributes:
        backups: automatic ones. lock: after idle time.
    """

    leave_requested = Signal()
    rescued = Signal(object, object)
    """The Path of a file that holds everything on the screen, and the Message to say."""
    restore_chosen = Signal(object)
    """A Backup."""

    def __init__(self, window: MainWindow, path: Path, state: JudgeState) -> None:
        """Begin to watch."""
        super().__init__()
        self._window, self._path, self._state = window, path, state
        self.backups = AutomaticBackups(window.context, state)
        self.backups.failed.connect(self._say_no_backup)
        self.lock = IdleLock(window, state)
        self.lock.leave_requested.connect(self.leave_requested)

    def end(self) -> None:
        """Watch no longer."""
        self.backups.end()
        self.lock.end()

    def show_backups(self) -> None:
        """List the automatic backups of this file."""
        from smartcity_desktop.workplace.backups import list_backups
        from ui.dialogs.backups_dialog import BackupsDialog

        found = list_backups(self.backups.folder)
        dialog = BackupsDialog(self._window, self._window.context, found)
        dialog.chosen.connect(self.restore_chosen)
        dialog.open()

    def show_forgotten(self) -> None:
        """Make a new key."""
        from ui.dialogs.forgotten_passphrase_dialog import ForgottenPassphraseDialog

        ForgottenPassphraseDialog(self._window, self._window.context, self._state).open()

    def go_on_elsewhere(self) -> None:
        """Ask for a folder on another drive, and take everything on the screen there."""
        from ui.dialogs.file_choice import choose_folder

        context = self._window.context
        title = message("Choose a folder on another drive")
        choose_folder(self._window, context.words, title, self.rescue, context.documents)

    def rescue(self, folder: Path) -> None:
        """Take everything on the screen into a file in this folder, and go on there."""
        from smartcity_desktop.scoring.rescuing import rescue

        facts, backups = self._state.facts, self.backups.folder
        clock = self._window.context.clock
        self._state.ask(
            lambda desk, _job: rescue(desk, facts, folder, backups, clock),
            self._rescued,
            self._say_not_rescued,
        )

    def _rescued(self, path: object) -> None:
        if isinstance(path, Path):
            news = message(
                "Everything on the screen is saved. Work goes on in {path}. Do not score in the "
                "file on the drive that failed: {old}",
                path=str(path),
                old=str(self._path),
            )
            self.rescued.emit(path, news)

    def _say_not_rescued(self, error: ExpectedError) -> None:
        text = message(
            "Saving elsewhere did not work either: {problem} Your scores are still on the screen. "
            "Choose another drive, or write them down on paper before you close the window.",
            problem=self._window.context.words.problems(error.problems),
        )
        steps = [
            (message("Try again"), self._state.try_again),
            (message("Continue on another drive"), self.go_on_elsewhere),
        ]
        self._window.show_notice(text, "danger", steps)

    def _say_no_backup(self, error: ExpectedError) -> None:
        text = message(
            "No automatic backup could be made on this laptop. Your scores are saved in the file "
            "itself: {problem}",
            problem=self._window.context.words.problems(error.problems),
        )
        self._window.show_notice(text, "attention")
