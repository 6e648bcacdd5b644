"""The first opening: whose file it is, conflicts of interest, the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.desk_facts import DeskFacts, read_desk
from smartcity_desktop.scoring.enrolling import KeyMaking, enrol_judge, enrol_with_p12
from ui.judge.conflicts_part import ConflictsPart
from ui.judge.identity_part import IdentityPart
from ui.judge.key_part import KeyPart
from ui.page import Page
from ui.theme import GAP_8, GAP_12, GAP_16, PAGE_MARGIN, START_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row, scrolled
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk import Desk
    from ui.context import Context
    from ui.jobs import Job
    from ui.judge.state import JudgeState

TIMES_SENT = message(
    "For every score sheet these are sent with it: when it was first changed, when last, and how "
    "often. Also the times at which you confirmed this file, moved sheets and sealed. Your private "
    "jotter, your doubts and single changes are never sent."
)
LARGEST_P12 = 1024 * 1024


class EnrolmentPage(Page):
    """Four numbered blocks and one button; no score comes before it."""

    leave_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page with nothing confirmed."""
        super().__init__(context)
        self._state, self._busy = state, False
        facts, words = state.facts, context.words
        self.identity = IdentityPart(words, facts)
        self.conflicts = ConflictsPart(words, facts.issue)
        self.key = KeyPart(context, facts.issue)
        self.identity.leave_requested.connect(self.leave_requested)
        for part in (self.identity, self.conflicts, self.key):
            part.changed.connect(self._show_lack)
        blocks = column(
            [
                self._block(message("1. Is this your file?"), self.identity),
                self._block(message("2. Conflicts of interest"), self.conflicts),
                self._block(message("3. Your key and its passphrase"), self.key),
                self._block(message("4. What is sent with your scores"), self._times()),
            ],
            gap=GAP_16,
        )
        blocks.addStretch(1)
        blocks.setContentsMargins(PAGE_MARGIN, GAP_16, PAGE_MARGIN, GAP_16)
        self._blocks = scrolled(centred(blocks, context.theme.pixels(START_WIDTH)))
        self.setLayout(column([self._blocks, self._foot()], gap=0))
        self.setAccessibleName(words.say(message("First opening of a panel file")))
        self.setFocusProxy(self.identity.me)
        self._show_lack()

    def bookmark(self) -> object:
        """Return everything that was typed and chosen."""
        return self.identity.bookmark(), self.conflicts.bookmark(), self.key.bookmark()

    def return_to(self, bookmark: object) -> None:
        """Show it again."""
        if isinstance(bookmark, tuple):
            identity, conflicts, key = bookmark
            self.identity.return_to(identity)
            self.conflicts.return_to(conflicts)
            self.key.return_to(key)

    def confirm(self) -> None:
        """Sign the declaration and make the key, on the lane of the file."""
        if self._lacks() or self._busy:
            return
        self._set_busy(busy=True)
        key, context = self.key, self.context
        passphrase, declared = key.passphrase(), dict(self.conflicts.declared)
        own = key.own_file if key.brings_own else None
        making = KeyMaking(passphrase, context.random_bytes, context.clock, context.key_work)

        def work(desk: Desk, _job: Job[object]) -> DeskFacts:
            if own is None:
                enrol_judge(desk.panel, making, declared)
            else:
                with own.open("rb") as file:
                    data = file.read(LARGEST_P12)
                enrol_with_p12(desk.panel, data, passphrase, declared, context.clock)
            return read_desk(desk)

        self._state.ask(work, self._done, self._failed)

    def _done(self, facts: object) -> None:
        """Whoever watches the state goes on; this page may be gone by now."""
        if isinstance(facts, DeskFacts):
            self._state.renew(facts)

    def _failed(self, error: ExpectedError) -> None:
        if not isValid(self):
            return
        self._set_busy(busy=False)
        change_kind(self._lack, "danger")
        self._lack.setText(self.context.words.problems(error.problems))

    def _lacks(self) -> list[Message]:
        found = (self.identity.lack(), self.conflicts.lack(), self.key.lack())
        return [lack for lack in found if lack is not None]

    def _show_lack(self) -> None:
        say, lacks = self.context.words.say, self._lacks()
        self.begin.setEnabled(not lacks and not self._busy)
        change_kind(self._lack, "quiet")
        if lacks:
            still = message("Still needed: {what}.", what="; ".join(say(each) for each in lacks))
            self._lack.setText(say(still))
        else:
            self._lack.setText(say(message("This is done once, and cannot be taken back.")))
        self.begin.setAccessibleDescription(self._lack.text())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._blocks.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._show_lack()
        if busy:
            self._lack.setText(self.context.words.say(message("Making your key ...")))

    def _foot(self) -> QFrame:
        say = self.context.words.say
        self.begin = button(say(message("This is correct: begin scoring")), self.confirm, "primary")
        self._lack = label("", "quiet")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(say(message("Making your key ...")))
        self._progress.hide()
        line = row([self._lack, self.begin], gap=GAP_16)
        line.setStretch(0, 1)
        return card(column([self._progress, line], gap=GAP_8), "header", margin=GAP_12)

    def _block(self, title: Message, content: QWidget) -> QFrame:
        heading = label(self.context.words.say(title), "section")
        content.setAccessibleName(heading.text())
        return card(column([heading, content], gap=GAP_12), margin=GAP_16)

    def _times(self) -> QWidget:
        return label(self.context.words.say(TIMES_SENT))
