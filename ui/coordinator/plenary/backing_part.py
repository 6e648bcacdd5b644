"""Who decided, why, by consensus or votes, and who was present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.recording import LONGEST, MOST_VOTES, Backing, is_said
from ui.theme import FIGURE_COLUMN, GAP_4, GAP_8
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.theme import Theme


class _Votes(QLineEdit):
    """How many votes; typed, so that no wheel and no slip of the mouse changes it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, MOST_VOTES, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.pixels(FIGURE_COLUMN))
        self.setAccessibleName(name)

    def value(self) -> int:
        """Return the number; 0 where none is typed."""
        return int(self.text()) if self.hasAcceptableInput() else 0


def _beside(*boxes_and_words: _Votes | str) -> QWidget:
    """Return fields, each before its word, that stand in one line."""
    parts = (
        label(each, wraps=False) if isinstance(each, str) else each for each in boxes_and_words
    )
    whole = QWidget()
    whole.setLayout(row(parts, gap=GAP_4))
    return whole


class BackingPart(QWidget):
    """What every decision carries.

    Attributes:
        by, reason, present: as typed.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Make it empty; by consensus."""
        super().__init__()
        self._words = context.words
        say = context.words.say
        self.by, by = self._field(message("Who decided"))
        self.reason, reason = self._field(message("Reason, as it will be printed"))
        self.present, present = self._field(message("Who was present (may stay empty)"))
        self.consensus = QRadioButton(say(message("By consensus (musyawarah)")))
        self.vote = QRadioButton(say(message("By vote")))
        group = QButtonGroup(self)
        group.addButton(self.consensus)
        group.addButton(self.vote)
        self.consensus.setChecked(True)
        self.votes_for = _Votes(context.theme, say(message("Votes for")))
        self.votes_against = _Votes(context.theme, say(message("Votes against")))
        for box in (self.votes_for, self.votes_against):
            box.setEnabled(False)
            box.textChanged.connect(lambda _: self.changed.emit())
        self.vote.toggled.connect(self._choose_manner)
        words_for, words_against = say(message("for")), say(message("against"))
        votes = flow(
            [
                self.consensus,
                self.vote,
                _beside(self.votes_for, words_for, self.votes_against, words_against),
            ],
            gap=GAP_8,
        )
        self.setLayout(column([by, reason, present, votes], gap=GAP_8))

    def backing(self) -> Backing:
        """Return who decided, why, and how."""
        votes = (self.votes_for.value(), self.votes_against.value())
        return Backing(self.by.text(), self.reason.text(), votes if self.vote.isChecked() else None)

    def attendance(self) -> str:
        """Return in words who was present; empty where nobody was named."""
        names = self.present.text().strip()
        return self._words.say(message("present: {names}", names=names)) if names else ""

    def lacks(self) -> Message | None:
        """Return what is still missing, or None."""
        if not is_said(self.by.text()):
            return message("Say who decided.")
        if not is_said(self.reason.text()):
            return message("Write the reason; it is printed.")
        if self.vote.isChecked() and not self.votes_for.value():
            return message("Say how many votes were for it.")
        return None

    def clear_reason(self) -> None:
        """Make room for the reason of the next decision; who decided stays."""
        self.reason.clear()

    def _choose_manner(self, by_vote: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.votes_for.setEnabled(by_vote)
        self.votes_against.setEnabled(by_vote)
        self.changed.emit()

    def _field(self, name: Message) -> tuple[QLineEdit, QVBoxLayout]:
        text = self._words.say(name)
        made, title = QLineEdit(), label(text, "strong")
        made.setAccessibleName(text)
        made.setMaxLength(LONGEST)
        made.textChanged.connect(lambda _: self.changed.emit())
        title.setBuddy(made)
        return made, column([title, made], gap=GAP_4)
