"""Opens a panel file: a recent one, or one that is chosen or dropped."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from ui.dialogs.file_choice import PANEL_FILES, choose_file
from ui.page import Page
from ui.theme import GAP_8, GAP_12, GAP_16, GAP_24, PAGE_MARGIN, START_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row, scrolled
from ui.widgets.recent_card import RecentCard
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.founding.draft_file import DraftLine
    from ui.context import Context


class StartPage(Page):
    """The way to a file."""

    open_requested = Signal(object)
    """A Path."""
    founding_requested = Signal()
    """A new assessment shall be prepared."""

    def __init__(self, context: Context) -> None:
        """List what was opened lately."""
        super().__init__(context)
        say = context.words.say
        self._cards: dict[str, RecentCard] = {}
        self._list = column(gap=GAP_8)
        self._nothing = label(say(message("Files that you open are listed here.")), "quiet")
        for file in context.memory.now.recent:
            made = RecentCard(context.words, file)
            made.opened.connect(self.open_requested)
            made.forgotten.connect(self._forget)
            self._cards[file.path] = made
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
                label(say(message("For the secretariat")), "section"),
                self._founding(),
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

    def show_drafts(self, drafts: Iterable[DraftLine]) -> None:
        """List new assessments that were begun and not made yet."""
        say = self.context.words.say
        for draft in drafts:
            title = draft.title or say(message("No title yet"))
            when = self.context.words.moment(datetime.fromtimestamp(draft.saved_at, UTC))
            go_on = button(say(message("Go on")), partial(self.open_requested.emit, draft.path))
            go_on.setAccessibleName(say(message("Go on with the draft: {title}", title=title)))
            go_on.setAccessibleDescription(str(draft.path))
            text = QWidget()
            saved = message("Draft of a new assessment, saved {when}", when=when)
            lines = [label(title, "strong"), label(say(saved), "quiet")]
            text.setLayout(column(lines, gap=0))
            line = row([text, go_on], gap=GAP_12)
            line.setStretch(0, 1)
            self._drafts.addLayout(line)

    def _founding(self) -> QFrame:
        say = self.context.words.say
        self.found_button = button(say(message("New assessment")), self.founding_requested.emit)
        text = message(
            "Prepare an assessment step by step: instrument, regions, judges, who scores what."
        )
        self._drafts = column(gap=GAP_8)
        lines = column([label(say(text)), row([self.found_button, None]), self._drafts], gap=GAP_12)
        return card(lines, margin=GAP_16)

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
        lines.setAlignment(text, Qt.AlignmentFlag.AlignTop)
        return card(lines, margin=GAP_16)

    def _choose(self) -> None:
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
