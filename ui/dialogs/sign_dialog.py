"""Signing a document with a certificate file, in one of its prepared fields."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.signing_documents import SigningWish, fields_to_sign
from ui.dialogs.file_choice import choose_file
from ui.dialogs.question import Question
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import secret_edit, show_letters_box
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.signing_documents import SigningField
    from ui.context import Context

P12 = (message("Choose the certificate file"), message("Certificate files"), "*.p12 *.pfx")


class SignDialog(Question):
    """Asks which field, with which certificate.

    Attributes:
        field, p12, passphrase, tsa: what was chosen and typed.
    """

    def __init__(
        self, context: Context, parent: QWidget, name: str, fields: Sequence[SigningField]
    ) -> None:
        """Ask about a document; ``fields`` are those that are still empty.

        While the chair's is among them, it is the only one that is offered.
        """
        say = context.words.say
        super().__init__(
            context, parent, say(message("Sign {name}?", name=name)), say(message("Sign"))
        )
        self._context, self._fields = context, fields_to_sign(fields)
        roles = [field.role or field.name for field in self._fields]
        turn = message(
            "The chair signs first and certifies the document; the others sign it after that."
        )
        waits = label(say(turn), "quiet")
        waits.setVisible(len(self._fields) < len(fields))
        title = say(message("Signs as"))
        self.field = Choice(title, roles)
        self.p12 = QLineEdit()
        self.p12.setAccessibleName(say(message("Certificate file (.p12)")))
        choose = button(say(message("Choose ...")), self._choose)
        self.passphrase = secret_edit(say(message("Passphrase of the certificate file")))
        self.tsa = QLineEdit()
        self.tsa.setAccessibleName(say(message("Address of a time-stamp service (may stay empty)")))
        file = QWidget()
        line = row([self.p12, choose], gap=GAP_8)
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        file.setLayout(line)
        warns = message(
            "The signature is added to the document where it lies. Never save the document with "
            "another program afterwards, or the signatures no longer hold."
        )
        self.put(
            [
                Notice(say(warns)),
                self._titled(message("Signs as"), self.field),
                waits,
                self._titled(message("Certificate file (.p12)"), file),
                self._titled(message("Passphrase of the certificate file"), self.passphrase),
                show_letters_box(context.words, self.passphrase),
                self._titled(message("Address of a time-stamp service (may stay empty)"), self.tsa),
            ]
        )
        for edit in (self.p12, self.passphrase):
            edit.textChanged.connect(lambda _: self._check())
        self._check()

    def wish(self) -> SigningWish:
        """Return how the document shall be signed."""
        field = self._fields[self.field.currentIndex()].name
        return SigningWish(Path(self.p12.text()), field, self.tsa.text().strip())

    def _choose(self) -> None:
        context = self._context
        choose_file(self, context.words, P12, lambda path: self.p12.setText(str(path)),
                    context.documents)  # fmt: skip

    def _check(self) -> None:
        say = self._context.words.say
        if not self.p12.text().strip():
            self.need(say(message("Choose the certificate file.")))
        elif not self.passphrase.text():
            self.need(say(message("Type the passphrase.")))
        else:
            self.need("")

    def _titled(self, name: Message, content: QWidget) -> QWidget:
        title, whole = label(self._context.words.say(name), "strong"), QWidget()
        title.setBuddy(content)
        whole.setLayout(column([title, content], gap=GAP_4))
        return whole
