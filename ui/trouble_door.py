"""Files that cannot be opened: what is the matter, and putting a backup in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.backups import backup_folder, list_backups, restore_backup
from smartcity_desktop.workplace.trouble import diagnose
from ui.pages.trouble_page import TroublePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.workplace.backups import Backup
    from smartcity_desktop.workplace.trouble import Trouble
    from ui.context import Context
    from ui.main_window import MainWindow
    from ui.page import Page

    Work = Callable[..., None]


class TroubleDoor(QObject):
    """Shows why a file cannot be opened; works on a lane that it is handed."""

    left = Signal()
    open_requested = Signal(object)
    """Path of a file to try."""
    restored = Signal(object, object)
    """Path that a backup was put at, and the Message to say once it is open."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        """Serve one window; ``work(act, done, failed)`` runs an act beside it."""
        super().__init__(window)
        self._window, self._work = window, work

    def show(self, path: Path, error: ExpectedError) -> None:
        """Say why a file cannot be opened, what is safe, and what to do."""
        memory = self._window.context.memory

        def find_out() -> tuple[Trouble, tuple[Backup, ...]]:
            issue = next((f.issue for f in memory.now.recent if f.path == str(path.absolute())), "")
            backups = list_backups(backup_folder(memory.folder, issue)) if issue else ()
            return diagnose(path, error), backups

        def show(found: tuple[Trouble, tuple[Backup, ...]]) -> None:
            trouble, backups = found

            def make(context: Context) -> Page:
                page = TroublePage(context, path, (trouble, error), backups)
                page.back_requested.connect(self.left)
                page.open_requested.connect(self.open_requested)
                page.restore_requested.connect(self.restore)
                return page

            self._window.show_page(make)

        self._work(find_out, show)

    def restore(self, path: Path, backup: Backup) -> None:
        """Put an automatic backup in the place of a file that is not open."""
        context = self._window.context
        target = path if path.parent.is_dir() else context.own_folder / path.name

        def work() -> Path | None:
            target.parent.mkdir(parents=True, exist_ok=True)
            return restore_backup(backup.path, target, context.clock)

        def done(kept: Path | None) -> None:
            context.memory.forget(str(path.absolute()))
            news = message("The backup was put back.")
            if kept is not None:
                news = message(
                    "The backup was put back. The replaced file was kept beside it: {path}",
                    path=str(kept),
                )
            self.restored.emit(target, news)

        self._work(work, done, lambda error: self.show(path, error))
