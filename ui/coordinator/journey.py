"""The coordinator's way: one open assessment, page by page, and back to the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.steps import Step, next_step
from smartcity_desktop.workplace.arriving_assessment import describe_assessment
from ui.coordinator.merging.folder_watch import FolderWatch
from ui.coordinator.merging.run import MergeRun
from ui.coordinator.places import DocumentAt, Place
from ui.coordinator.rail import Rail
from ui.coordinator.results.plenary_release import PlenaryRelease
from ui.coordinator.second_copy import SecondCopyKeeper
from ui.coordinator.state import OfficeState
from ui.coordinator.step_pages import make_page
from ui.menus import general_entries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.secretariat.office import Office
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context
    from ui.coordinator.places import Somewhere
    from ui.jobs import Lane
    from ui.main_window import MainWindow
    from ui.page import Page


class OfficeJourney(QObject):
    """One open assessment in the window.

    Attributes:
        state: the file as the pages see it. path: where it lies. here: the page shown.
        second: keeps the copy in the second place.
    """

    left = Signal()
    """The file is closed; the start page comes next."""

    def __init__(self, window: MainWindow, path: Path, opened: tuple[Office, OfficeFacts],
                 lane: Lane) -> None:  # fmt: skip
        """Begin with what the lane opened."""
        super().__init__()
        self._window, self.path, self._lane = window, path, lane
        self.state = OfficeState(*opened, lane)
        self.second = SecondCopyKeeper(window, self.state)
        self._merging, self._watch = MergeRun.of(self.state), FolderWatch.of(self.state)
        self._release = PlenaryRelease.of(self.state)
        self._watch.rested.connect(lambda paths: self._merging.take(paths, watched=True))
        self.here: Somewhere = next_step(self.state.facts)
        window.dressed.connect(self._dress)
        window.may_close = self._may_leave
        self.state.facts_changed.connect(self._fill_header)
        self.second.changed.connect(self._fill_header)
        self._note_opened()

    def begin(self) -> None:
        """Show the step that comes next."""
        self.go(self.here)
        self.state.glance(_check_chain, self._tell_chain, self)
        if self.state.facts.read_only:
            self._window.show_notice(
                message(
                    "This assessment is open elsewhere or write-protected. You can look at "
                    "everything, and nothing can be changed here."
                ),
                "attention",
            )
        else:
            self.second.begin()

    def _tell_chain(self, chain: Check) -> None:
        """Warn where the record of what was done was tampered with; a whole one is no news."""
        if not chain.ok:
            steps = [(message("Open the audit log"), lambda: self.go(Place.AUDIT))]
            self._window.show_notice(chain.detail, "danger", steps)

    def go(self, place: Somewhere | DocumentAt) -> None:
        """Show the page of a step, with a kind of document chosen in it, or a page apart."""
        if isinstance(place, DocumentAt):
            self._go_to_document(place)
            return
        self.here = place

        def make(context: Context) -> Page:
            page = make_page(place, context, self.state)
            page.place_requested.connect(self.go)
            return page

        self._window.show_page(make, self._make_rail)
        if isinstance(self._window.side, Rail):
            self._window.side.show_here(place)
        self._fill_header()

    def _go_to_document(self, wanted: DocumentAt) -> None:
        from ui.pages.documents_page import DocumentsPage

        self.go(Step.DOCUMENTS)
        if isinstance(self._window.page, DocumentsPage):
            self._window.page.choose_kind(wanted.kind)

    def _make_rail(self, context: Context) -> Rail:
        rail = Rail(context, self.state, self.here)
        rail.place_requested.connect(self.go)
        return rail

    def offer(self, paths: Iterable[Path]) -> None:
        """Plan to merge files, folders or archives, and show the plan."""
        if self.here is not Step.MERGING:
            self.go(Step.MERGING)
        if self.state.facts.standing is None:
            self._merging.take(paths)

    def leave(self) -> bool:
        """Close the file and go back to the start page; False while something is at work."""
        if not self._may_leave():
            return False
        self.close()
        self.left.emit()
        return True

    def close(self) -> None:
        """Close the file and end the lane."""
        self._note_opened()
        self._window.may_close = lambda: True
        self._window.dressed.disconnect(self._dress)
        self._watch.close()
        self._release.close()
        self.state.close()
        self._lane.close()
        self._merging.close()

    def _may_leave(self) -> bool:
        if self._window.page is not None:
            self._window.page.leave()
        if self.state.is_working:
            self._window.show_notice(
                message(
                    "Something is still at work in this assessment. Wait until it is done, or "
                    "cancel it; then close."
                ),
                "attention",
            )
            return False
        return True

    def _dress(self) -> None:
        self._fill_header()
        self._release.dress(self._window.context)

    def _fill_header(self) -> None:
        facts, header = self.state.facts, self._window.header
        standing = facts.standing
        if standing is None:
            line = message("Provisional")
        else:
            line = message(
                "Declared {when}, digest {digest}",
                when=self._window.context.words.moment(standing.at),
                digest=standing.results_sha256[:12],
            )
        header.show_assessment(facts.assessment, line)
        header.show_status(*self.second.words())
        header.show_act(None)
        header.show_menu(
            [
                (message("Second copy ..."), self.second.choose),
                None,
                *general_entries(self._window),
                None,
                (message("Close this assessment"), self.leave),
            ]
        )

    def _note_opened(self) -> None:
        context = self._window.context
        assessment = self.state.facts.assessment
        context.memory.note_opened(describe_assessment(self.path, assessment, context.clock))


def _check_chain(office: Office) -> Check:
    from smartcity_desktop.secretariat.audit_trail import check_trail

    return check_trail(office)
