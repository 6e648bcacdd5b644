"""The way of a new assessment: from nothing, or a draft, to a file that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft_file import delete_draft
from ui.coordinator.founding.state import FoundingState
from ui.dialogs.question import Question
from ui.menus import general_entries
from ui.pages.founding_page import FoundingPage
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.founding.reading import DraftReader, Reading
    from ui.context import Context
    from ui.jobs import Lane
    from ui.main_window import MainWindow
    from ui.page import Page


class FoundingJourney(QObject):
    """One draft in the window.

    Attributes:
        state: the draft as the page sees it. path: where it lies.
    """

    left = Signal()
    """The draft is closed; the start page comes next."""
    made = Signal(object)
    """Path of the assessment that was made of it; the draft is closed."""

    def __init__(
        self,
        window: MainWindow,
        found: tuple[Path, Reading, DraftReader],
        lane: Lane,
    ) -> None:
        """Begin with what the lane read."""
        super().__init__()
        self._window = window
        self.path = found[0]
        self.state = FoundingState(*found, lane)
        window.dressed.connect(self._fill_header)
        self.state.reading_changed.connect(self._tell)

    def begin(self) -> None:
        """Show the first part."""

        def make(context: Context) -> Page:
            page = FoundingPage(context, self.state)
            page.made.connect(self._open_made)
            return page

        self._window.show_page(make)
        self._fill_header()

    def leave(self) -> bool:
        """Close the draft and go back to the start page."""
        self.close()
        self.left.emit()
        return True

    def close(self) -> None:
        """Save what is not on the disk yet."""
        if self._window.page is not None:
            self._window.page.leave()
        self._window.dressed.disconnect(self._fill_header)
        self.state.close()

    def _ask_deleting(self) -> None:
        context = self._window.context
        say = context.words.say
        title = self.state.draft.full_title() or say(message("No title yet"))
        asked = Question(
            context,
            self._window,
            say(message("Delete the draft {title}?", title=title)),
            say(message("Delete the draft")),
        )
        text = message("Everything typed for this assessment is gone then. Files made are not.")
        asked.put([label(say(text))])
        asked.accepted.connect(self._delete)
        asked.open()

    def _delete(self) -> None:
        self.close()
        delete_draft(self.path)
        self.left.emit()

    def _open_made(self, path: Path) -> None:
        self.close()
        # Everything that was typed is in the assessment now.
        delete_draft(self.path)
        self.made.emit(path)

    def _tell(self) -> None:
        if self.state.failure is not None:
            problems = self._window.context.words.problems(self.state.failure.problems)
            self._window.clear_notices()
            self._window.show_notice(problems, "danger")
        self._say_saved()

    def _say_saved(self) -> None:
        context = self._window.context
        if self.state.failure is None:
            when = context.words.time(context.clock())
            self._window.header.show_status(message("Saved {when}", when=when), "")
        else:
            self._window.header.show_status(message("Not saved"), "danger")

    def _fill_header(self) -> None:
        header = self._window.header
        header.show_nothing()
        header.show_menu(
            [
                *general_entries(self._window),
                None,
                (message("Close this draft"), self.leave),
                (message("Delete this draft ..."), self._ask_deleting),
            ]
        )
