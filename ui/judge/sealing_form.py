"""Blocks 2 and 3: the passphrase and the place; and the one act, or how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from smartcity_desktop.domain.errors import KeyRefusedError
from smartcity_desktop.domain.message import message
from ui.judge.sealing_run import Phase
from ui.judge.sealing_target import SealingTarget
from ui.theme import GAP_12, GAP_16
from ui.widgets.buttons import button
from ui.widgets.layouts import card, clear_layout, column, row
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.sealing_plan import SealPlan
    from ui.context import Context

_PHASES = {
    Phase.SAVING: (0, message("Waiting until everything is on the disk ...")),
    Phase.UNLOCKING: (1, message("Opening your key ...")),
    Phase.SEALING: (2, message("Sealing ...")),
    Phase.WRITING: (3, message("Writing the copy ...")),
    Phase.READING_BACK: (4, message("Reading the copy back ...")),
}


class SealingForm(QWidget):
    """What the judge gives, and the act.

    Attributes:
        footer: the act and what it still needs, or how far it is; the page shows it always.
    """

    act_requested = Signal()
    again_requested = Signal()
    """The last seal once more, without what has changed since."""
    cancel_requested = Signal()
    forgotten = Signal()

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._words = context.words
        say = self._words.say
        self._plan: SealPlan | None = None
        self._reason = ""
        self.passphrase = PassphraseField(
            self._words, message("The passphrase that you chose at the beginning")
        )
        self.passphrase.entered.connect(self._entered)
        self.passphrase.forgotten.connect(self.forgotten)
        self.passphrase.edit.textChanged.connect(self._show_lack)
        self._not_needed = label(say(message("Not needed: the seal exists already.")), "quiet")
        self.target = SealingTarget(context)
        self.target.changed.connect(self._show_lack)
        self._notices = column()
        self.act = button("", self._entered, "primary")
        self.again = button("", self.again_requested.emit, "link")
        self.lack = label("", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximum(len(_PHASES))
        self._phase = label("")
        self._cancel = button(say(message("Cancel")), self.cancel_requested.emit)
        self.footer = QWidget()
        self._arrange()
        self.show_phase(Phase.IDLE)

    def _arrange(self) -> None:
        say = self._words.say
        second = column(
            [label(say(message("2. Passphrase")), "section"), self._not_needed, self.passphrase]
        )
        third = column([label(say(message("3. Where to")), "section"), self.target])
        self.setLayout(column([card(second), card(third), None], gap=GAP_16))
        self._acting, self._waiting = QWidget(), QWidget()
        acting = row([self.lack, self.again, self.act], gap=GAP_12)
        acting.setStretch(0, 1)
        self._acting.setLayout(acting)
        waiting = row([column([self._phase, self._bar]), self._cancel], gap=GAP_12)
        waiting.setStretch(0, 1)
        self._waiting.setLayout(waiting)
        self.footer.setLayout(column([self._notices, self._acting, self._waiting]))

    def show_plan(self, plan: SealPlan, last: int) -> None:
        """Say what the act will be; ``last`` is the number of the last seal, or 0."""
        self._plan = plan
        again = message("Hand over seal {number} again", number=last)
        act = again if plan.is_unchanged else message("Seal and hand over")
        self.act.setText(self._words.say(act))
        self.act.setAccessibleName(self.act.text())
        self.again.setText(self._words.say(again))
        self.again.setAccessibleName(self.again.text())
        self.again.setVisible(plan.sealed_before and not plan.is_unchanged)
        self.passphrase.setVisible(not plan.is_unchanged)
        self._not_needed.setVisible(plan.is_unchanged)
        self._show_lack()

    def show_reason(self, reason: str) -> None:
        """Take the reason that stands in block 1."""
        self._reason = reason
        self._show_lack()

    def show_phase(self, phase: Phase) -> None:
        """Show the act, or how far it is."""
        busy = phase is not Phase.IDLE
        self._acting.setVisible(not busy)
        self._waiting.setVisible(busy)
        self.setEnabled(not busy)
        if busy:
            done, words = _PHASES[phase]
            self._bar.setValue(done)
            self._phase.setText(self._words.say(words))
            self._bar.setAccessibleName(self._phase.text())
            self._cancel.setVisible(phase.may_be_cancelled)
            self.show_refusal(None)

    def show_refusal(self, error: ExpectedError | None) -> None:
        """Say why nothing was sealed, or nothing."""
        clear_layout(self._notices)
        if error is None:
            return
        text = self._words.problems(error.problems)
        if isinstance(error, KeyRefusedError):
            text += "\n" + self._words.say(message("You may try as often as you like."))
        self._notices.addWidget(Notice(text, "attention"))
        # It stands above them, so it is read before them.
        self._acting.raise_()
        self._waiting.raise_()
        if isinstance(error, KeyRefusedError):
            self.passphrase.edit.selectAll()
            self.passphrase.edit.setFocus()

    def _lacking(self) -> list[Message]:
        plan = self._plan
        if plan is None or plan.is_empty:
            return [message("a finished sheet")]
        missing = []
        if plan.needs_reason and not self._reason.strip():
            missing.append(message("the reason for the changes"))
        if not plan.is_unchanged and not self.passphrase.text():
            missing.append(message("the passphrase"))
        if self.target.folder() is None:
            missing.append(message("a stick or a folder"))
        return missing

    def _show_lack(self) -> None:
        missing = [self._words.say(each) for each in self._lacking()]
        said = self._words.say(message("Still needed: {things}", things=", ".join(missing)))
        self.lack.setText(said if missing else "")
        self.act.setEnabled(not missing)
        self.act.setAccessibleDescription(self.lack.text())
        self.again.setEnabled(self.target.folder() is not None)

    def _entered(self) -> None:
        if not self._lacking():
            self.act_requested.emit()
