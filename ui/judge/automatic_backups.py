"""Backups of the open file: at opening, after enrolment and seals, and every half hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.workplace.backups import backup_folder, keep_backup

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from ui.context import Context
    from ui.judge.state import JudgeState

HALF_AN_HOUR = 30 * 60_000


class AutomaticBackups(QObject):
    """Keeps backups in the user's data folder, on the lane of the file.

    Attributes:
        folder: of this issue. timer: rings every half hour.
    """

    failed = Signal(object)
    """An ExpectedError; said once, for the scores themselves are safe."""
    kept = Signal()
    """A backup was made, or the newest one holds the same bytes."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Back up at once, and from then on."""
        super().__init__()
        self._clock, self._state = context.clock, state
        issue = state.facts.issue
        key = f"{issue.assessment.id} {issue.issue.id}"
        self.folder: Path = backup_folder(context.memory.folder, key)
        self._changes = -1
        self._told = False
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._each_half_hour)
        self.timer.start(HALF_AN_HOUR)
        state.facts_changed.connect(self.back_up)
        self.back_up()

    def back_up(self) -> None:
        """Make a backup after everything that waits for the disk."""
        self._changes = self._state.facts.history.changes
        folder, clock = self.folder, self._clock
        self._state.ask(
            lambda desk, _job: keep_backup(desk.panel, folder, clock),
            lambda _: self.kept.emit(),
            self._fail,
        )

    def end(self) -> None:
        """Make no more."""
        self.timer.stop()
        self._state.facts_changed.disconnect(self.back_up)

    def _each_half_hour(self) -> None:
        if self._state.facts.history.changes != self._changes:
            self.back_up()

    def _fail(self, error: ExpectedError) -> None:
        self._changes = -1
        if not self._told:
            self._told = True
            self.failed.emit(error)
