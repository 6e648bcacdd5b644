"""A forgotten passphrase: what it costs, a new key, and the fingerprint to read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.desk_facts import DeskFacts, read_desk
from smartcity_desktop.scoring.enrolling import KeyMaking, add_key
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import button
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.scoring.desk import Desk
    from ui.context import Context
    from ui.jobs import Job
    from ui.judge.state import JudgeState

COST = message(
    "Nobody can find out your passphrase. Your scores stay. A new key is made in this file, with a "
    "new passphrase; the old one then opens nothing more."
)
TELL = message(
    'Tell the coordinator: "I have forgotten my passphrase and made a new key." Until the '
    "coordinator accepts the new key by its fingerprint, nothing of yours counts that this file "
    "seals. Try to remember first: capital letters, keyboard language, a space too many."
)


class ForgottenPassphraseDialog(Dialog):
    """Makes a new key, after saying what that means; usable beside every passphrase field."""

    key_made = Signal(str)
    """The thumbprint of the new key."""

    def __init__(self, parent: QWidget, context: Context, state: JudgeState) -> None:
        """Say what it costs and ask for a new passphrase."""
        super().__init__(parent, context, message("Forgotten passphrase"))
        self._state, self._busy = state, False
        judge = state.facts.issue.judge
        self.new = NewPassphrase(context.words, (judge.name, judge.id))
        self.new.changed.connect(self._show_lack)
        self.make = button(self.say(message("Make a new key")), self._make, "primary")
        self._lack = label("", "quiet")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        cancel = button(self.say(message("Cancel")), self.reject)
        self.fill(
            [
                label(self.say(COST)),
                Notice(self.say(TELL), "attention"),
                self.new,
                self._lack,
                self._progress,
            ],
            [cancel, self.make],
        )
        self._show_lack()

    def reject(self) -> None:
        """Close, unless a key is being made."""
        if not self._busy:
            super().reject()

    def _show_lack(self) -> None:
        lack = self.new.lack()
        self.make.setEnabled(lack is None)
        self._lack.setVisible(lack is not None)
        if lack is not None:
            self._lack.setText(self.say(message("Still needed: {what}.", what=self.say(lack))))
        self.make.setAccessibleDescription("" if lack is None else self._lack.text())

    def _make(self) -> None:
        context = self.context
        making = KeyMaking(self.new.text(), context.random_bytes, context.clock, context.key_work)
        self._set_busy(busy=True)

        def work(desk: Desk, _job: Job[object]) -> DeskFacts:
            add_key(desk.panel, making)
            return read_desk(desk)

        self._state.ask(work, self._done, self._failed)

    def _done(self, facts: object) -> None:
        self._busy = False
        if not isinstance(facts, DeskFacts):
            return
        self._state.renew(facts)
        thumbprint = facts.thumbprint
        shown = label(in_groups(thumbprint), "section")
        shown.setAccessibleName(thumbprint)
        judge = facts.issue.judge
        read_out = message(
            "Read this fingerprint of the new key of {judge} out to the coordinator, or send it. "
            "Capital and small letters differ.",
            judge=f"{judge.id} {judge.name}",
        )
        clipboard = QGuiApplication.clipboard()
        copy = button(self.say(message("Copy")), lambda: clipboard.setText(thumbprint))
        close = button(self.say(message("Close")), self.accept, "primary")
        self.fill(
            [
                Notice(self.say(message("The new key is made. Your scores are unchanged."))),
                label(self.say(read_out)),
                shown,
            ],
            [copy, close],
        )
        close.setFocus()
        self.key_made.emit(thumbprint)

    def _failed(self, error: ExpectedError) -> None:
        self._set_busy(busy=False)
        self._lack.setText(self.context.words.problems(error.problems))
        self._lack.show()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._progress.setVisible(busy)
        self.new.setEnabled(not busy)
        self.make.setEnabled(not busy)


def in_groups(thumbprint: str) -> str:
    """Return a thumbprint in groups of four, to be read out."""
    return " ".join(thumbprint[at : at + 4] for at in range(0, len(thumbprint), 4))
