"""The start: a panel file for the judge, an assessment for the secretariat, a check for all."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from ui.page import Page
from ui.theme import GAP_8, GAP_12, GAP_16, GAP_24, PAGE_MARGIN, START_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, centred, column, row, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.founding.draft_file import DraftLine
    from smartcity_desktop.workplace.recent import RecentFile
    from ui.context import Context
    from ui.widgets.recent_card import RecentCard


class StartPage(Page):
    """The way to a file."""

    open_requested = Signal(object)
    """A Path."""
    founding_requested = Signal()
    """A new assessment shall be prepared."""
    check_requested = Signal()
    """A document shall be checked."""

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
                label(
                    say(message("For the secretariat, and for whoever checks a document")),
                    "section",
                ),
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
            "Open an assessment to go on with it, or prepare a new one step by step. Anybody can "
            "check a printed document here."
        )
        self._drafts = column(gap=GAP_8)
        opening = button(say(message("Open an assessment")), self._choose)
        self.check_button = button(say(message("Check a document")), self.check_requested.emit)
        acts = row([opening, self.found_button, self.check_button, None], gap=GAP_12)
        lines = column([label(say(text)), acts, self._drafts], gap=GAP_12)
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
