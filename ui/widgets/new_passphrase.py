"""A new passphrase: typed twice, its strength in words, and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.passphrase_strength import WORDS, Strength, estimate_strength
from ui.theme import GAP_4, GAP_12
from ui.widgets.layouts import column, row
from ui.widgets.passphrase_field import secret_edit, show_letters_box
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from ui.words import Words

_KINDS = {
    Strength.TOO_SHORT: "attention",
    Strength.WEAK: "attention",
    Strength.FAIR: "",
    Strength.STRONG: "verified",
}


class NewPassphrase(QWidget):
    """Two fields and what is to be said of them.

    Args:
        words: of the screen.
        known: words that others would try first, such as the judge's name.
    """

    changed = Signal()

    def __init__(self, words: Words, known: tuple[str, ...] = ()) -> None:
        """Make empty fields."""
        super().__init__()
        self._words, self._known = words, known
        first, again = message("New passphrase"), message("The same passphrase once more")
        self.first, self.again = secret_edit(words.say(first)), secret_edit(words.say(again))
        self._strength, self._same = label("", "quiet"), label("", "quiet")
        titles = [label(words.say(text), "strong") for text in (first, again)]
        for title, edit in zip(titles, (self.first, self.again), strict=True):
            title.setBuddy(edit)
            edit.textChanged.connect(self._show)
        box = show_letters_box(words, self.first, self.again)
        self.setLayout(
            column(
                [
                    column([titles[0], self.first, self._strength], gap=GAP_4),
                    column([titles[1], self.again, self._same], gap=GAP_4),
                    row([box, None]),
                ],
                gap=GAP_12,
            )
        )  # fmt: skip
        self._show()

    def text(self) -> str:
        """Return the passphrase, or nothing while it may not be used."""
        return "" if self.lack() else self.first.text()

    def lack(self) -> Message | None:
        """Return what is still missing."""
        if estimate_strength(self.first.text()).strength is Strength.TOO_SHORT:
            return message("a passphrase of at least 8 letters")
        if self.first.text() != self.again.text():
            return message("the same passphrase in both fields")
        return None

    def _show(self) -> None:
        say = self._words.say
        if self.first.text():
            found = estimate_strength(self.first.text(), self._known)
            lines = [
                say(message("Strength: {word}.", word=WORDS[found.strength])),
                *(say(hint) for hint in found.hints),
            ]
            change_kind(self._strength, _KINDS[found.strength])
        else:
            lines = [say(message("At least 8 letters. Four unrelated words are strong."))]
            change_kind(self._strength, "quiet")
        self._strength.setText(" ".join(lines))
        self.first.setAccessibleDescription(self._strength.text())
        self._same.setText(say(self._comparison()))
        self.changed.emit()

    def _comparison(self) -> Message:
        if not self.again.text():
            return message("Typed twice, so that a slip of the finger locks nobody out.")
        if self.first.text() == self.again.text():
            return message("Both are the same.")
        return message("The two are different.")
