"""The passphrase of a new key, or the judge's own certificate file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from smartcity_desktop.domain.message import message
from ui.dialogs.file_choice import choose_file
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.layouts import column, row
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.passphrase_field import secret_edit, show_letters_box
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from ui.context import Context

    KeyMark = tuple[bool, Path | None, tuple[str, str, str]]

FORGOTTEN = message(
    "Nobody can find out or reset your passphrase, not even the coordinator. If you forget it, "
    "your scores stay: you make a new key in the same file and tell the coordinator its "
    "fingerprint, who must accept it before your scores count. You find this under Forgotten "
    "passphrase beside every passphrase field."
)


class KeyPart(QWidget):
    """Asks for a new passphrase; or for a certificate file and its passphrase.

    Attributes:
        own_file: the certificate file, or None.
    """

    changed = Signal()

    def __init__(self, context: Context, issue: PanelIssue) -> None:
        """Ask for a new passphrase."""
        super().__init__()
        self._context = context
        say = context.words.say
        self.own_file: Path | None = None
        known = (issue.judge.name, issue.judge.id, issue.judge.institution, issue.assessment.title)
        self.new = NewPassphrase(context.words, known)
        self.new.changed.connect(self.changed)
        self.make_key = self._radio(message("Make a new key with a passphrase (usual)"))
        self.bring_key = self._radio(message("Use my own certificate file (.p12)"))
        self._own = self._make_own()
        forgotten = label(say(FORGOTTEN))
        self.setLayout(
            column(
                [
                    self.make_key,
                    self.bring_key,
                    self.new,
                    self._own,
                    Fold(say(message("What if I forget the passphrase?")), forgotten),
                ],
                gap=GAP_8,
            )
        )
        self._own.hide()
        self.make_key.setChecked(True)

    @property
    def brings_own(self) -> bool:
        """Whether the judge's own certificate is used."""
        return self.bring_key.isChecked()

    def passphrase(self) -> str:
        """Return what opens the key."""
        return self.own_passphrase.text() if self.brings_own else self.new.text()

    def lack(self) -> Message | None:
        """Return what is still missing."""
        if not self.brings_own:
            return self.new.lack()
        return message("the certificate file (.p12)") if self.own_file is None else None

    def bookmark(self) -> KeyMark:
        """Return everything that was typed and chosen."""
        typed = (self.new.first.text(), self.new.again.text(), self.own_passphrase.text())
        return self.brings_own, self.own_file, typed

    def return_to(self, bookmark: KeyMark) -> None:
        """Show it again."""
        own, file, (first, again, other) = bookmark
        self.bring_key.setChecked(own)
        self.new.first.setText(first)
        self.new.again.setText(again)
        self.own_passphrase.setText(other)
        if file is not None:
            self.take_file(file)

    def take_file(self, path: Path) -> None:
        """Use this certificate file."""
        self.own_file = path
        self._file_name.setText(str(path))
        self.changed.emit()

    def _make_own(self) -> QWidget:
        words = self._context.words
        text = message("Passphrase of the .p12 file")
        self.own_passphrase = secret_edit(words.say(text))
        choose = button(words.say(message("Choose the .p12 file")), self._choose_file)
        self._file_name = label(words.say(message("No file chosen yet.")), "quiet")
        line = row([choose, self._file_name], gap=GAP_8)
        line.setStretch(1, 1)
        made = QWidget()
        box = show_letters_box(words, self.own_passphrase)
        title = label(words.say(text), "strong")
        title.setBuddy(self.own_passphrase)
        made.setLayout(column([line, title, self.own_passphrase, row([box, None])]))
        return made

    def _choose_file(self) -> None:
        asked = (message("Choose the .p12 file"), message("Certificate files"), "*.p12 *.pfx")
        context = self._context
        choose_file(self, context.words, asked, self.take_file, context.documents)

    def _radio(self, text: Message) -> QRadioButton:
        words = self._context.words.say(text)
        made = QRadioButton(words)
        made.setAccessibleName(words)
        made.toggled.connect(self._choose)
        return made

    def _choose(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.new.setVisible(not self.brings_own)
        self._own.setVisible(self.brings_own)
        self.changed.emit()
