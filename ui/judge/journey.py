"""The judge's way: from a file to enrolment, scoring, sealing; and back to the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.arriving import describe
from ui.judge.safety import Safety
from ui.judge.save_status import SaveStatus
from ui.judge.state import JudgeState
from ui.menus import general_entries

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.workplace.backups import Backup
    from ui.context import Context
    from ui.jobs import Lane
    from ui.main_window import MainWindow
    from ui.page import Page
    from ui.pages.scoring_page import ScoringPage


class Journey(QObject):
    """One open panel file in the window.

    Attributes:
        state: the file as the pages see it. path: where it lies. safety: backups and lock.
    """

    left = Signal()
    """The judge closed the file; the start page comes next."""
    open_requested = Signal(object, object)
    """A Path to open in place of this file, which is closed, and a Message to say then."""
    restore_requested = Signal(object, object)
    """Path and Backup: the file is closed; the backup shall take its place."""

    def __init__(self, window: MainWindow, path: Path, opened: tuple[Desk, DeskFacts],
                 lane: Lane) -> None:  # fmt: skip
        """Begin with what the lane opened."""
        super().__init__()
        self._window, self.path, self._lane = window, path, lane
        self.state = state = JudgeState(*opened, lane)
        self.status = SaveStatus(window, state)
        self.safety = Safety(window, path, state)
        self._connect()
        self._at_sealing = False
        self._ready: ScoringPage | None = None
        self._shortcuts = [
            self._shortcut(QKeySequence.StandardKey.Undo, state.undo),
            self._shortcut(QKeySequence.StandardKey.Redo, state.redo),
        ]
        self._fill_header()
        self._note_opened()

    def get_ready(self) -> None:
        """Make the page for scoring before it is shown, where it is the first one."""
        if self.state.facts.enrolled:
            self._ready = self._make_scoring(self._window.context)

    def begin(self) -> None:
        """Show the first page: enrolment, or scoring where that is done."""
        if self.state.facts.enrolled:
            self.show_scoring()
        else:
            self.show_enrolment()
            self.state.facts_changed.connect(self._go_on_enrolled)
        self._offer_text_size()

    def show_enrolment(self) -> None:
        """Confirm the file, declare conflicts of interest, choose a passphrase."""

        def make(context: Context) -> Page:
            from ui.pages.enrolment_page import EnrolmentPage

            page = EnrolmentPage(context, self.state)
            page.leave_requested.connect(self.leave)
            return page

        self._at_sealing = False
        self._window.show_page(make)
        self._fill_header()

    def show_scoring(self, region: str = "", indicator: str = "") -> None:
        """Score; at a region and an indicator where these are named."""

        def make(context: Context) -> Page:
            page, self._ready = self._ready, None
            if page is None or page.context is not context:
                # What was made for another language or size of text is not shown.
                page = self._make_scoring(context)
            if region:
                page.show_place(region, indicator)
            return page

        self._at_sealing = False
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

        self._at_sealing = False
        self._window.show_page(make)
        self._fill_header()

    def show_sealing(self) -> None:
        """Read back, seal, hand over."""

        def make(context: Context) -> Page:
            from ui.pages.sealing_page import SealingPage

            page = SealingPage(context, self.state)
            page.place_requested.connect(self.show_scoring)
            page.back_requested.connect(self.show_scoring)
            page.forgotten_requested.connect(self.safety.show_forgotten)
            return page

        self._at_sealing = True
        self._window.show_page(make)
        self._fill_header()

    def leave(self) -> bool:
        """Close the file and go back to the start page; False where something would be lost."""
        if not self._may_leave():
            return False
        self.close()
        self.left.emit()
        return True

    def close(self) -> None:
        """Save the rest, close the file, end the lane."""
        self._note_opened()
        if self._ready is not None:
            self._ready.deleteLater()
            self._ready = None
        self.safety.end()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        self._window.may_close = lambda: True
        self._window.dressed.disconnect(self._fill_header)
        self._window.covered.disconnect(self._pause_shortcuts)
        self.state.close()
        self._lane.close()

    def _make_scoring(self, context: Context) -> ScoringPage:
        from ui.pages.scoring_page import ScoringPage

        page = ScoringPage(context, self.state)
        page.side_by_side_requested.connect(self.show_side_by_side)
        page.sealing_requested.connect(self.show_sealing)
        return page

    def _connect(self) -> None:
        self._window.dressed.connect(self._fill_header)
        self._window.covered.connect(self._pause_shortcuts)
        self._window.may_close = self.status.may_close
        self.status.elsewhere_requested.connect(self.safety.go_on_elsewhere)
        self.safety.leave_requested.connect(self.leave)
        self.safety.rescued.connect(self._go_on_elsewhere)
        self.safety.restore_chosen.connect(self._restore)

    def _may_leave(self) -> bool:
        if self._window.page is not None:
            self._window.page.leave()
        return self.status.may_close()

    def _go_on_enrolled(self) -> None:
        self.state.facts_changed.disconnect(self._go_on_enrolled)
        self.show_scoring()

    def _go_on_elsewhere(self, path: Path, news: Message) -> None:
        """What is on the screen lies in another file now; the failed one is only closed."""
        self.close()
        self._window.context.memory.forget(str(self.path.absolute()))
        self.open_requested.emit(path, news)

    def _restore(self, backup: Backup) -> None:
        if self._may_leave():
            self.close()
            self.restore_requested.emit(self.path, backup)

    def _fill_header(self) -> None:
        header, safety = self._window.header, self.safety
        header.show_file(self.state.facts.issue)
        self.status.show()
        enrolled = self.state.facts.enrolled
        header.show_menu(
            [
                (message("Undo"), self.state.undo),
                (message("Redo"), self.state.redo),
                None,
                (message("Automatic backups ..."), safety.show_backups),
                *([(message("Lock the window"), safety.lock.lock)] if enrolled else []),
                *(
                    [(message("Forgotten passphrase ..."), safety.show_forgotten)]
                    if enrolled
                    else []
                ),
                None,
                *general_entries(self._window),
                None,
                (message("Change judge: close this file"), self.leave),
            ]
        )
        if enrolled and not self._at_sealing:
            header.show_act(message("Seal and hand over"), self.show_sealing)
        else:
            header.show_act(None)

    def _pause_shortcuts(self, covered: bool) -> None:  # noqa: FBT001 - Qt's signal
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not covered)

    def _shortcut(self, keys: QKeySequence.StandardKey, act: object) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self._window)
        made.activated.connect(act)
        return made

    def _offer_text_size(self) -> None:
        from ui.judge.text_size_offer import offer_text_size

        offer_text_size(self._window)

    def _note_opened(self) -> None:
        context, facts = self._window.context, self.state.facts
        changes = facts.history.changes
        context.memory.note_opened(describe(self.path, facts.issue, changes, context.clock))
