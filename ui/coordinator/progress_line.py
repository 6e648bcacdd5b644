"""One line that says how far long work has come, and lets it be cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.jobs import Job


class ProgressLine(QWidget):
    """Shows nothing until something is at work or has been said.

    Attributes:
        cancel: stops the work at its next step. said: what came of it.
    """

    def __init__(self, context: Context) -> None:
        """Make an empty line."""
        super().__init__()
        self._words = context.words
        self._job: Job[object] | None = None
        say = context.words.say
        self.bar = QProgressBar()
        self.bar.setAccessibleName(say(message("How far it has come")))
        self.cancel = button(say(message("Cancel")), self._stop)
        self.said = label("")
        line = row([self.bar, self.cancel, self.said], gap=GAP_8)
        line.setStretch(0, 1)
        line.setStretch(2, 3)
        self.setLayout(line)
        self._show(on=False)

    def begin(self, job: Job[object] | None = None) -> None:
        """Show that work goes on; with a job, it can be cancelled."""
        self._job = job
        self.bar.setRange(0, 0)
        self._show(on=True)
        self.cancel.setVisible(job is not None)

    def step(self, done: int, total: int) -> None:
        """Show how many steps are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def end(self, text: Message | None = None, kind: str = "") -> None:
        """Show that it is over, and what came of it."""
        self._job = None
        self._show(on=False)
        if text is not None:
            self.tell(self._words.say(text), kind)

    def fail(self, error: ExpectedError) -> None:
        """Show why it could not be done."""
        self._job = None
        self._show(on=False)
        self.tell(self._words.problems(error.problems), "danger")

    def tell(self, text: str, kind: str = "") -> None:
        """Say something in this line."""
        change_kind(self.said, kind)
        self.said.setText(text)
        self.said.show()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        self.cancel.setVisible(on)
        self.said.setVisible(False)
