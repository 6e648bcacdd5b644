"""Whether everything is on the disk: said in the header always, and loudly when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from ui.judge.state import JudgeState
    from ui.main_window import MainWindow


class SaveStatus(QObject):
    """Tells what the disk says."""

    elsewhere_requested = Signal()
    """The person wants to go on on another drive."""

    def __init__(self, window: MainWindow, state: JudgeState) -> None:
        """Begin with nothing changed."""
        super().__init__()
        self._window, self._state = window, state
        self._told: tuple[Message, str] = (message("No change since opening"), "quiet")
        self._saved_at = ""
        state.saving.connect(self._saving)
        state.saved.connect(self._saved)
        state.not_saved.connect(self._not_saved)
        state.refused.connect(self._refused)
        self._warned = False

    def show(self) -> None:
        """Fill the header, also after it was made anew."""
        if self._saved_at:
            self._tell(
                message("Saved {time}", time=self._window.context.words.time(self._saved_at))
            )
        else:
            self._window.header.show_status(*self._told)

    def may_close(self) -> bool:
        """Whether everything is on the disk; says so where it is not."""
        if not self._state.has_waiting():
            return True
        self._state.try_again()
        text = message(
            "Not everything is on the disk yet. Wait until the header says saved, or try again; "
            "the window stays open so that nothing is lost."
        )
        self._warn(text)
        return False

    def _saving(self) -> None:
        if not self._warned:
            self._saved_at = ""
            self._tell(message("Saving ..."))

    def _saved(self, at: str) -> None:
        self._saved_at = at
        if self._warned:
            self._warned = False
            self._window.clear_notices()
        self.show()

    def _not_saved(self, error: ExpectedError) -> None:
        words = self._window.context.words
        self._saved_at = ""
        self._tell(message("NOT SAVED"), "danger")
        text = message(
            "Your last scores are on the screen, but not on the disk: {problem}",
            problem=words.problems(error.problems),
        )
        self._warn(text)

    def _warn(self, text: Message) -> None:
        self._warned = True
        steps = [
            (message("Try again"), self._state.try_again),
            (message("Continue on another drive"), self.elsewhere_requested.emit),
        ]
        self._window.show_notice(text, "danger", steps)

    def _refused(self, error: ExpectedError) -> None:
        self._window.show_notice(self._window.context.words.problems(error.problems), "attention")

    def _tell(self, text: Message, kind: str = "quiet") -> None:
        self._told = (text, kind)
        self._window.header.show_status(*self._told)
