"""The place for notices above the page; a notice survives a change of language or text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import Message, message
from ui.theme import GAP_8, PAGE_MARGIN
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.notice import Notice
    from ui.words import Words

    Step = tuple[Message | str, Callable[[], object]]


class Told(Struct, frozen=True):
    """One notice: a message is said anew in another language, a string stays as it is."""

    text: Message | str
    kind: str
    steps: tuple[Step, ...]


class NoticeArea(QWidget):
    """Shows at most one notice.

    Attributes:
        told, shown: what the notice says, and the notice itself; None where there is none.
    """

    def __init__(self, words: Words, told: Told | None = None) -> None:
        """Make the area with the notice that was shown before."""
        super().__init__()
        self._words = words
        self._lines = column(gap=GAP_8)
        self._lines.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self.setLayout(self._lines)
        self.told: Told | None = None
        self.shown: Notice | None = None
        if told is None:
            self.hide()
        else:
            self.tell(told)

    def tell(self, told: Told) -> Notice:
        """Show a notice in place of the one before."""
        from ui.widgets.notice import Notice

        self._take_away()
        steps = [(self._say(words), act) for words, act in told.steps]
        steps.append((self._say(message("Close")), self.clear))
        made = Notice(self._say(told.text), told.kind, steps)
        self._lines.setContentsMargins(PAGE_MARGIN, GAP_8, PAGE_MARGIN, 0)
        self._lines.addWidget(made)
        self.told, self.shown = told, made
        if self.parentWidget() is not None:
            self.show()
        return made

    def clear(self) -> None:
        """Take the notice away."""
        self.told = self.shown = None
        self.hide()
        self._take_away()

    def _take_away(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _say(self, text: Message | str) -> str:
        return self._words.say(text) if isinstance(text, Message) else text
