"""The window is locked: nothing of the file is shown until the passphrase is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.enrolling import unlock_key
from ui.dialogs.forgotten_passphrase_dialog import ForgottenPassphraseDialog
from ui.page import Page
from ui.theme import GAP_8, GAP_12, GAP_24, READABLE_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from ui.context import Context
    from ui.judge.state import JudgeState


class LockPage(Page):
    """Asks for the passphrase of the judge whose file is open."""

    unlocked = Signal()
    leave_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Ask."""
        super().__init__(context)
        self._state = state
        say, judge = context.words.say, state.facts.issue.judge
        self.field = PassphraseField(context.words, message("Passphrase"))
        self.field.entered.connect(self._unlock)
        self.field.forgotten.connect(self._forgotten)
        self._problem = label("", "danger")
        self._problem.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._open = button(say(message("Unlock")), self._unlock, "primary")
        leave = button(say(message("Change judge: close this file")), self.leave_requested.emit)
        truth = message(
            "Everything entered so far is in the file. The lock only hides the window: the file "
            "itself is not encrypted, so do not leave the laptop alone with strangers."
        )
        lines = column(
            [
                label(say(message("Locked")), "title"),
                label(f"{judge.id} · {judge.name}", "section"),
                self.field,
                self._problem,
                self._progress,
                row([self._open, leave, None], gap=GAP_8),
                label(say(truth), "quiet"),
            ],
            gap=GAP_12,
        )
        framed = column([card(lines, margin=GAP_24)])
        whole = centred(framed, context.theme.pixels(READABLE_WIDTH))
        self.setLayout(column([None, whole, None], gap=0))
        self.setAccessibleName(say(message("Locked")))
        self.setFocusProxy(self.field)

    def _unlock(self) -> None:
        passphrase = self.field.text()
        if not passphrase:
            return
        self._set_busy(busy=True)
        self._state.ask(
            lambda desk, _job: unlock_key(desk.panel, passphrase).public.thumbprint,
            lambda _: self.unlocked.emit() if isValid(self) else None,
            self._failed,
        )

    def _failed(self, error: ExpectedError) -> None:
        if isValid(self):
            self._set_busy(busy=False)
            self._problem.setText(self.context.words.problems(error.problems))
            self._problem.show()
            self.field.edit.selectAll()
            self.field.edit.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        self.field.setEnabled(not busy)
        self._open.setEnabled(not busy)

    def _forgotten(self) -> None:
        ForgottenPassphraseDialog(self, self.context, self._state).open()
