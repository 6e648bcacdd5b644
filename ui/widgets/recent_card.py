"""A file opened lately: whose it is, official or rehearsal, when, and whether it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QWidget

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from ui.theme import GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.early_values import CENTRED
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.workplace.recent import RecentFile
    from ui.words import Words

_BADGES = (
    (message("OFFICIAL"), "badge-official"),
    (message("REHEARSAL"), "badge-rehearsal"),
)


class RecentCard(QFrame):
    """One line of the list; it never shows a score.

    Attributes:
        file: what it lists. is_gone: it is known not to be where it was.
    """

    opened = Signal(object)
    """A Path."""
    forgotten = Signal(str)
    """The path of a file that shall not be listed any more."""

    def __init__(self, words: Words, file: RecentFile) -> None:
        """Show the file as if it were there; ``show_gone`` says that it is not."""
        super().__init__()
        self.is_gone = False
        self.file, self._words = file, words
        self.setObjectName("card")
        say = words.say
        official = file.mode == Mode.OFFICIAL.value
        # Both lie behind each other, so that names begin at the same place on every card.
        badge = QStackedWidget()
        for word, kind in _BADGES:
            each = label(say(word), kind, wraps=False)
            badge.addWidget(each)
            each.setProperty("alignment", CENTRED)
            each.ensurePolished()
        badge.setCurrentIndex(0 if official else 1)
        badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        when = message("Last opened {when}", when=words.moment(file.opened_at))
        self._state = label(say(when), "quiet")
        self._where = label(file.path, "quiet")
        self._open = button(say(message("Open")), lambda: self.opened.emit(Path(file.path)))
        self._open.setAccessibleName(
            say(message("Open: {judge}, {title}", judge=file.judge, title=file.title))
        )
        self._open.setAccessibleDescription(file.path)
        self._forget = button(
            say(message("Take off the list")), lambda: self.forgotten.emit(file.path), "link"
        )
        self._forget.setAccessibleDescription(file.path)
        self._forget.hide()
        judge = label(file.judge, "strong")
        if not file.judge:
            judge.hide()
        lines = [judge, label(file.title), self._state, self._where]
        # A part of its own: it is read whole before the button beside it.
        text = QWidget()
        text.setLayout(column(lines, gap=0))
        self._line = row([badge, self._forget, self._open], gap=GAP_12, margin=GAP_8)
        self._line.insertWidget(1, text, 1)
        self.setLayout(self._line)

    def show_gone(self) -> None:
        """Say that the file is not where it was."""
        gone = message(
            "Not there now: it was moved or deleted, or its drive is not plugged in. Last opened "
            "{when}",
            when=self._words.moment(self.file.opened_at),
        )
        self._state.setText(self._words.say(gone))
        self._state.setObjectName("attention")
        self._state.style().polish(self._state)
        self._forget.show()
        self.is_gone = True
