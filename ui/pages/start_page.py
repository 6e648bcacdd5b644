"""Opens a panel file: a recent one, or one that is chosen or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smartcity_desktop.domain.message import message
from ui.page import Page
from ui.theme import GAP_8, GAP_12, GAP_16, GAP_24, PAGE_MARGIN, START_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QFrame, QWidget

    from smartcity_desktop.workplace.recent import RecentFile
    from ui.context import Context
    from ui.widgets.recent_card import RecentCard


class StartPage(Page):
    """The way to a file."""

    open_requested = Signal(object)
    """A Path."""

    def __init__(self, context: Context) -> None:
        """List what was opened lately."""
        super().__init__(context)
        say = context.words.say
        self._cards: dict[str, RecentCard] = {}
        self._list = column(gap=GAP_8)
        self._nothing = label(say(message("Files that you open are listed here.")), "quiet")
        for file in context.memory.now.recent:
            made = self._cards[file.path] = self._card(file)
            self._list.addWidget(made)
        self._list.addWidget(self._nothing)
        if self._cards:
            self._nothing.hide()
        lines = column(
            [
                label(say(message("Score regions on this laptop, without a network")), "title"),
                self._welcome(),
                label(say(message("Opened lately")), "section"),
                self._list,
                None,
            ],
            gap=GAP_16,
        )
        lines.setContentsMargins(PAGE_MARGIN, GAP_24, PAGE_MARGIN, GAP_24)
        whole = scrolled(centred(lines, context.theme.pixels(START_WIDTH)))
        self.setLayout(column([whole], gap=0))
        self.setAccessibleName(say(message("Start page")))

    def show_gone(self, paths: Collection[str]) -> None:
        """Say of these files that they are not there now."""
        for path in paths:
            if path in self._cards:
                self._cards[path].show_gone()

    def _welcome(self) -> QFrame:
        say = self.context.words.say
        self.open_button = button(say(message("Open a panel file")), self._choose, "primary")
        self.setFocusProxy(self.open_button)
        text = label(
            say(
                message(
                    "Open the file that the coordinator gave you; its name ends in .panel. You can "
                    "also drop it anywhere in this window."
                )
            )
        )
        inner: list[QWidget] = [text]
        lines = column(inner, gap=GAP_12)
        lines.addLayout(row([self.open_button, None]))
        return card(lines, margin=GAP_16)

    def _card(self, file: RecentFile) -> RecentCard:
        from ui.widgets.recent_card import RecentCard

        made = RecentCard(self.context.words, file)
        made.opened.connect(self.open_requested)
        made.forgotten.connect(self._forget)
        return made

    def _choose(self) -> None:
        from ui.dialogs.file_choice import PANEL_FILES, choose_file

        words = self.context.words
        folder = self.context.own_folder
        start = folder if folder.is_dir() else self.context.documents
        choose_file(self, words, PANEL_FILES, self.open_requested.emit, start)

    def _forget(self, path: str) -> None:
        self.context.memory.forget(path)
        gone = self._cards.pop(path)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._nothing.setVisible(not self._cards)
        self.open_button.setFocus()
