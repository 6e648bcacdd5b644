"""One file on its way in: a look, the questions that follow from it, then opening."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.places import Place
from smartcity_desktop.workplace.role import Role, role_of
from ui.jobs import Job, Lane
from ui.judge.opening import look, open_with_facts, recognise

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context
    from ui.judge.opening import Seen
    from ui.main_window import MainWindow
    from ui.page import Page
    from ui.pages.question_page import Question

SLOW_AFTER = 500
"""Milliseconds after which the window says that it is working."""


class Arrival(QObject):
    """Brings one file to the point where it is open: a panel file, or an assessment.

    Args:
        window: shows the questions.
        path: the file.
        asked: whether the questions were answered before, so that none is asked again.
    """

    opened = Signal(object, object, object)
    """Path, (Desk, DeskFacts) or (Office, OfficeFacts), and the Lane that opened them."""
    failed = Signal(object, object)
    """Path and ExpectedError."""
    elsewhere = Signal(object)
    """Path of another copy to open instead."""
    choosing = Signal()
    """Another file shall be chosen."""
    left = Signal()
    """Back to the start page; nothing was opened."""

    def __init__(self, window: MainWindow, path: Path, *, asked: bool = False) -> None:
        """Prepare; ``begin`` goes on."""
        super().__init__(window)
        self._window, self.path = window, path
        self._other_settled = self._place_settled = asked
        self._lane = Lane("panel file")
        self._handed_on = False
        self._close: Callable[[], None] | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(self._say_slow)

    def begin(self) -> None:
        """Look at the file; where that is not possible, opening says why."""
        path = self.path
        self._run(lambda: role_of(path), self._go_on, lambda _: self._look())

    def end(self) -> None:
        """End the lane, unless an open file lives on it."""
        self._slow.stop()
        if not self._handed_on:
            self._lane.run(Job(lambda _: self._close_file(), lambda _: None, lambda _: None))
            self._lane.close()
        self.deleteLater()

    def _go_on(self, role: object) -> None:
        if role is Role.COORDINATOR:
            self._open_office()
        else:
            self._look()

    def _look(self) -> None:
        context, path = self._window.context, self.path
        if self._other_settled and self._place_settled:
            self._open()
        else:
            self._run(lambda: look(path, context), self._weigh, lambda _: self._open())

    def _open_office(self) -> None:
        path, context = self.path, self._window.context

        def work() -> tuple[Office, OfficeFacts]:
            from ui.coordinator.opening import open_with_facts as open_office_with_facts

            office, facts = open_office_with_facts(path, context)
            self._close = office.close
            return office, facts

        self._run(work, self._take)

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[ExpectedError], None] | None = None,
    ) -> None:
        def after(act: Callable[[], None]) -> None:
            self._slow.stop()
            self._window.clear_notices()
            act()

        fail = failed or (lambda error: self.failed.emit(self.path, error))
        self._slow.start(SLOW_AFTER)
        self._lane.run(
            Job(
                lambda _: work(),
                lambda value: after(lambda: done(value)),
                lambda error: after(lambda: fail(error)),
            )
        )

    def _say_slow(self) -> None:
        self._window.show_notice(message("Opening {path} ...", path=str(self.path)))

    def _weigh(self, seen: object) -> None:
        """Ask what must be asked, or open."""
        question = self._question(seen)  # type: ignore[arg-type] # what the lane's work returned
        if question is None:
            self._open()
        else:
            self._ask(question)

    def _question(self, seen: Seen) -> Callable[[Context], Question] | None:
        from ui.judge.arrival_questions import ask_about_other, ask_about_place

        other = seen.other
        if other is not None and not self._other_settled:
            known = Path(other.file.path)
            instead = lambda: self.elsewhere.emit(known)  # noqa: E731 - named for the line below
            acts = (instead if other.there else self.choosing.emit, self._keep_this, self.left.emit)
            return lambda context: ask_about_other(seen, other, context.words, acts)
        if seen.place is not Place.OWN and not self._place_settled:
            return lambda context: ask_about_place(
                seen, context.own_folder, self._copy, self._stay, self.left.emit
            )
        return None

    def _ask(self, question: Callable[[Context], Question]) -> None:
        def make(context: Context) -> Page:
            from ui.pages.question_page import QuestionPage

            return QuestionPage(context, question(context))

        self._window.show_page(make)

    def _keep_this(self) -> None:
        self._other_settled = True
        self.begin()

    def _stay(self) -> None:
        self._place_settled = self._other_settled = True
        self.begin()

    def _copy(self) -> None:
        from smartcity_desktop.workplace.copying import copy_panel_file

        context, source = self._window.context, self.path

        def copied(target: object) -> None:
            self.path = target  # type: ignore[assignment] # what the lane's work returned
            self._other_settled = self._place_settled = True
            self._open()

        folder, clock = context.own_folder, context.clock
        self._run(lambda: copy_panel_file(source, folder, clock), copied)

    def _open(self) -> None:
        path, context = self.path, self._window.context
        settled = self._other_settled

        def work() -> tuple[Desk, DeskFacts] | Seen:
            """A file that could only be opened for writing is weighed then, before any act."""
            desk, facts = open_with_facts(path, context.clock)
            self._close = desk.panel.close
            seen = None if settled else recognise(path, facts, context)
            if seen is None or seen.other is None:
                return desk, facts
            self._close_file()
            return seen

        self._run(work, self._take)

    def _close_file(self) -> None:
        """Close what nobody will take over; on the lane that opened it."""
        if self._close is not None:
            self._close()
            self._close = None

    def _take(self, found: object) -> None:
        if isinstance(found, tuple):
            self._handed_on = True
            self.opened.emit(self.path, found, self._lane)
        else:
            self._weigh(found)
