"""Who scores what: the division, conflicts of interest, the timetable, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft import Division
from smartcity_desktop.founding.files import assignment_kind
from smartcity_desktop.founding.lists import assignment_rows
from ui.coordinator.founding.conflicts_part import ConflictsPart
from ui.coordinator.founding.coverage_part import CoveragePart
from ui.coordinator.founding.division_part import DivisionPart
from ui.coordinator.founding.part_form import LISTS, PartForm
from ui.coordinator.founding.timetable_part import TimetablePart
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assignment
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState


class AssignmentsForm(PartForm):
    """Four blocks; nothing but a sentence while regions or judges are not complete.

    Attributes:
        division, conflicts, timetable, coverage: the blocks.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show the division."""
        super().__init__(context, state, message("Who scores what?"))
        self._early = label(
            self.say(
                message(
                    "First complete the lists of regions and judges; then this page divides them."
                )
            )
        )
        self.division = DivisionPart(context, state)
        self.division.import_requested.connect(self._choose)
        self.conflicts = ConflictsPart(context, state)
        self.timetable = TimetablePart(context, state)
        self.coverage = CoveragePart(context, state)
        self._blocks = [
            self.block(message("Division"), [self.division]),
            self.block(message("Conflicts of interest"), [self.conflicts]),
            self.block(message("Timetable (optional)"), [self.timetable]),
            self.block(message("What this comes to"), [self.coverage]),
        ]
        self.body.addWidget(self._early)
        for each in self._blocks:
            self.body.addWidget(each)
        self.setFocusProxy(self.division.answers[state.draft.division])
        self.refresh()

    def refresh(self) -> None:
        """Show the division as it is now."""
        reading = self.state.reading
        ready = reading.regions is not None and reading.judges is not None
        self._early.setVisible(not ready)
        for each in self._blocks:
            each.setVisible(ready)
        if ready:
            for part in (self.division, self.conflicts, self.timetable, self.coverage):
                part.refresh()

    def import_file(self, path: Path) -> None:
        """Take a list of assignments over, or list everything that is wrong with it."""
        reading = self.state.reading
        judges, regions = reading.judges or (), reading.regions or ()

        def taken(assignments: tuple[Assignment, ...]) -> None:
            rows = assignment_rows(assignments)
            self.state.change(division=Division.BY_HAND, assignments=rows)

        self.import_list(path, assignment_kind(judges, regions), taken)

    def _choose(self) -> None:
        self.choose(message("Lists"), LISTS, self.import_file)
