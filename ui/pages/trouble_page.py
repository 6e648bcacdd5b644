"""A file that cannot be opened: which trouble it is, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.trouble import ADVICE
from ui.dialogs.file_choice import PANEL_FILES, choose_file
from ui.page import Page
from ui.theme import GAP_8, GAP_12, GAP_24, PAGE_MARGIN, READABLE_WIDTH
from ui.widgets.backup_list import BackupList
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.fold import Fold
from ui.widgets.layouts import centred, column, scrolled
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.workplace.backups import Backup
    from smartcity_desktop.workplace.trouble import Trouble
    from ui.context import Context


class TroublePage(Page):
    """Says why, what is safe and what to do; the details are folded away.

    Args:
        context: words and theme. path: the file.
        found: which trouble it is, and the error that says the details.
        backups: automatic backups of this file, newest first.
    """

    open_requested = Signal(object)
    """A Path: the same file once more, or another one."""
    restore_requested = Signal(object, object)
    """A Path and a Backup to put in its place."""
    back_requested = Signal()

    def __init__(
        self,
        context: Context,
        path: Path,
        found: tuple[Trouble, ExpectedError],
        backups: Sequence[Backup] = (),
    ) -> None:
        """Make the page."""
        super().__init__(context)
        self._path = path
        trouble, error = found
        advice, say = ADVICE[trouble], context.words.say
        lines = column(
            [
                label(say(advice.title), "title"),
                label(str(path), "quiet"),
                Notice(say(advice.safe)),
                label(say(message("What to do")), "section"),
                *(label(f"{n}. {say(step)}") for n, step in enumerate(advice.steps, 1)),
                self._buttons(again=advice.again),
            ],
            gap=GAP_12,
        )
        if backups and advice.backups:
            lines.addWidget(self._backups(backups))
        lines.addWidget(self._details(error))
        lines.addStretch(1)
        lines.setContentsMargins(PAGE_MARGIN, GAP_24, PAGE_MARGIN, GAP_24)
        whole = scrolled(centred(lines, context.theme.pixels(READABLE_WIDTH) + 2 * PAGE_MARGIN))
        self.setLayout(column([whole], gap=0))
        self.setAccessibleName(say(advice.title))

    def _buttons(self, *, again: bool) -> QWidget:
        say = self.context.words.say
        other = button(
            say(message("Choose another file")), self._choose, "" if again else "primary"
        )
        back = button(say(message("Back to the start page")), self.back_requested.emit)
        shown: list[QWidget] = [other, back]
        if again:
            act = lambda: self.open_requested.emit(self._path)  # noqa: E731 - named for the line
            shown.insert(0, button(say(message("Try again")), act, "primary"))
        self.setFocusProxy(shown[0])
        return flow(shown, gap=GAP_8)

    def _backups(self, backups: Sequence[Backup]) -> QWidget:
        words = self.context.words
        made = BackupList(words, backups)
        made.chosen.connect(lambda backup: self.restore_requested.emit(self._path, backup))
        text = message("Automatic backups of this file on this laptop")
        whole = QWidget()
        whole.setLayout(column([label(words.say(text), "section"), made]))
        return whole

    def _details(self, error: ExpectedError) -> QFrame:
        words = self.context.words
        return Fold(words.say(message("Details")), label(words.problems(error.problems), "quiet"))

    def _choose(self) -> None:
        words = self.context.words
        choose_file(self, words, PANEL_FILES, self.open_requested.emit, self.context.own_folder)
