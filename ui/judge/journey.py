"""The judge's way: from a file to enrolment, scoring, sealing; and what the header says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.recent import RecentFile
from ui.judge.state import JudgeState

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from ui.context import Context
    from ui.jobs import Lane
    from ui.main_window import MainWindow
    from ui.page import Page


class Journey(QObject):
    """One open panel file in the window.

    Attributes:
        state: the file as the pages see it. path: where it lies.
    """

    left = Signal()
    """The judge closed the file; the start page comes next."""

    def __init__(self, window: MainWindow, path: Path, opened: tuple[Desk, DeskFacts],
                 lane: Lane) -> None:  # fmt: skip
        """Begin with what the lane opened."""
        super().__init__()
        self._window, self.path, self._lane = window, path, lane
        self.state = JudgeState(*opened, lane)
        state = self.state
        state.saving.connect(self._show_saving)
        state.saved.connect(self._show_saved)
        state.not_saved.connect(self._show_not_saved)
        state.refused.connect(self._show_refused)
        window.dressed.connect(self._fill_header)
        window.may_close = self._may_close
        self._shortcuts = [
            self._shortcut(QKeySequence.StandardKey.Undo, state.undo),
            self._shortcut(QKeySequence.StandardKey.Redo, state.redo),
        ]
        self._status = (message("No change since opening"), "quiet")
        self._fill_header()
        self._note_opened()

    def begin(self) -> None:
        """Show the first page: enrolment, or scoring where that is done."""
        if self.state.facts.enrolled:
            self.show_scoring()
        else:
            self.show_enrolment()

    def show_enrolment(self) -> None:
        """Confirm the file, declare conflicts of interest, choose a passphrase."""

        def make(context: Context) -> Page:
            from ui.pages.enrolment_page import EnrolmentPage

            page = EnrolmentPage(context, self.state)
            page.enrolled.connect(self.show_scoring)
            return page

        self._window.show_page(make)
        self._fill_header()

    def show_scoring(self, region: str = "", indicator: str = "") -> None:
        """Score; at a region and an indicator where these are named."""

        def make(context: Context) -> Page:
            from ui.pages.scoring_page import ScoringPage

            page = ScoringPage(context, self.state)
            page.side_by_side_requested.connect(self.show_side_by_side)
            page.sealing_requested.connect(self.show_sealing)
            if region:
                page.show_place(region, indicator)
            return page

        self._window.show_page(make)
        self._fill_header()

    def show_side_by_side(self) -> None:
        """All regions beside each other, the judge's own scores only."""

        def make(context: Context) -> Page:
            from ui.pages.side_by_side_page import SideBySidePage

            page = SideBySidePage(context, self.state)
            page.place_requested.connect(self.show_scoring)
            page.back_requested.connect(self.show_scoring)
            return page

        self._window.show_page(make)

    def show_sealing(self) -> None:
        """Read back, seal, hand over."""

        def make(context: Context) -> Page:
            from ui.pages.sealing_page import SealingPage

            page = SealingPage(context, self.state)
            page.place_requested.connect(self.show_scoring)
            page.back_requested.connect(self.show_scoring)
            return page

        self._window.show_page(make)
        self._window.header.show_act(None)

    def leave(self) -> None:
        """Close the file and go back to the start page."""
        if self._window.page is not None:
            self._window.page.leave()
        if self._may_close():
            self.close()
            self.left.emit()

    def close(self) -> None:
        """Save the rest, close the file, end the lane."""
        self._note_opened()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        self._window.may_close = lambda: True
        self._window.dressed.disconnect(self._fill_header)
        self.state.close()
        self._lane.close()

    def _may_close(self) -> bool:
        if not self.state.has_waiting():
            return True
        self.state.try_again()
        self._window.show_notice(
            self._window.context.words.say(
                message(
                    "Not everything is on the disk yet. Wait until the header says saved, or try "
                    "again; the window stays open so that nothing is lost."
                )
            ),
            "danger",
            [(self._window.context.words.say(message("Try again")), self.state.try_again)],
        )
        return False

    def _fill_header(self) -> None:
        header = self._window.header
        header.show_file(self.state.facts.issue)
        header.show_status(*self._status)
        window = self._window
        header.show_menu(
            [
                (message("Undo"), self.state.undo),
                (message("Redo"), self.state.redo),
                None,
                (message("Light or dark"), window.change_appearance),
                (message("Bahasa Indonesia / English"), self._change_language),
                None,
                (message("Close this file"), self.leave),
            ]
        )
        if self.state.facts.enrolled:
            header.show_act(message("Seal and hand over"), self.show_sealing)

    def _change_language(self) -> None:
        from smartcity_desktop.domain.local_text import Language

        now = self._window.context.words.language
        other = Language.ENGLISH if now is Language.INDONESIAN else Language.INDONESIAN
        self._window.speak(other)

    def _show_saving(self) -> None:
        self._set_status(message("Saving ..."))

    def _show_saved(self, at: str) -> None:
        self._set_status(message("Saved {time}", time=self._window.context.words.time(at)))

    def _show_not_saved(self, error: ExpectedError) -> None:
        words = self._window.context.words
        self._set_status(message("NOT SAVED"), "danger")
        self._window.show_notice(
            words.say(
                message("Your last scores are on the screen, but not on the disk: {problem}",
                        problem=words.problems(error.problems))
            ),
            "danger",
            [(words.say(message("Try again")), self.state.try_again)],
        )  # fmt: skip

    def _show_refused(self, error: ExpectedError) -> None:
        words = self._window.context.words
        self._window.show_notice(words.problems(error.problems), "attention")

    def _set_status(self, text: object, kind: str = "quiet") -> None:
        self._status = (text, kind)  # type: ignore[assignment]
        self._window.header.show_status(*self._status)

    def _shortcut(self, keys: QKeySequence.StandardKey, act: object) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self._window)
        made.activated.connect(act)
        return made

    def _note_opened(self) -> None:
        context, facts = self._window.context, self.state.facts
        issue = facts.issue
        from smartcity_desktop.domain.instant import write_instant

        context.memory.note_opened(
            RecentFile(
                str(self.path),
                "panel",
                f"{issue.assessment.id} {issue.issue.id}",
                issue.assessment.title,
                f"{issue.judge.id} {issue.judge.name}",
                issue.assessment.mode.value,
                facts.history.changes,
                write_instant(context.clock()),
            )
        )
