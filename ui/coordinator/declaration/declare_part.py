"""Declaring: the digest, who declares, the passphrase of the assessment's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.recording import LONGEST, is_said
from smartcity_desktop.secretariat.checklist import is_ready
from smartcity_desktop.secretariat.prepared_facts import in_eights
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.passphrase_field import secret_edit, show_letters_box
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context


class DeclarePart(QFrame):
    """What is asked before the results are frozen.

    Attributes:
        by, passphrase: as typed. declare: freezes the results.
    """

    requested = Signal(str, str)
    """Who declares, and the passphrase; the field is empty from then on."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._words = context.words
        self._facts: OfficeFacts | None = None
        say = context.words.say
        self.setObjectName("card")
        self.digest = label("", "quiet")
        self.digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.by = QLineEdit()
        self.by.setMaxLength(LONGEST)
        self.by.setAccessibleName(say(message("Who declares the results")))
        title = label(say(message("Who declares the results")), "strong")
        title.setBuddy(self.by)
        name = say(message("Passphrase of the assessment's key"))
        self.passphrase = secret_edit(name)
        self._secret_title = label(name, "strong")
        self._secret_title.setBuddy(self.passphrase)
        self._letters = show_letters_box(context.words, self.passphrase)
        self.declare = button(say(message("Declare the results")), self._declare, "primary")
        self._lacking = label("", "quiet")
        for edit in (self.by, self.passphrase):
            edit.textChanged.connect(lambda _: self.check())
        end = row([self._lacking, self.declare], gap=GAP_12)
        end.setStretch(0, 1)
        secret = column([self._secret_title, self.passphrase, self._letters], gap=GAP_4)
        self.setLayout(column([self.digest, title, self.by, secret, end], gap=GAP_8, margin=GAP_12))

    def show_facts(self, facts: OfficeFacts) -> None:
        """Ask for what this assessment needs."""
        self._facts = facts
        for part in (self._secret_title, self.passphrase, self._letters):
            part.setVisible(facts.has_key)
        self.setVisible(facts.standing is None)
        self.check()

    def show_digest(self, digest: str) -> None:
        """Show the digest that the results would have now."""
        said = message("Digest of the results as they stand: {digest}", digest=in_eights(digest))
        self.digest.setText(self._words.say(said))

    def check(self) -> None:
        """Allow it when nothing is missing."""
        lack = self._lack()
        self.declare.setEnabled(lack is None)
        self._lacking.setText("" if lack is None else self._words.say(lack))
        self.declare.setAccessibleDescription(self._lacking.text())

    def _lack(self) -> Message | None:
        facts = self._facts
        if facts is None or facts.read_only:
            return message("Nothing can be declared here: the file is open for looking only.")
        if not is_ready(facts):
            return message("Settle the open points first.")
        if not is_said(self.by.text()):
            return message("Say who declares the results.")
        if facts.has_key and not self.passphrase.text():
            return message("Type the passphrase.")
        return None

    def _declare(self) -> None:
        passphrase = self.passphrase.text()
        self.passphrase.clear()
        self.requested.emit(self.by.text(), passphrase)
