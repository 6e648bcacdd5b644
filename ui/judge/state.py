"""The open panel file as the judge's pages see it: values in memory, every act saved at once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.score_sheet import empty_sheet
from smartcity_desktop.scoring import edits
from smartcity_desktop.scoring.jotting import write_jotting
from ui.jobs import Job
from ui.judge.acts import Act, save_act

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk import Desk
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from ui.jobs import Lane
    from ui.judge.acts import Saved

    Edit = Callable[[ScoreSheet], ScoreSheet]


class JudgeState(QObject):
    """What every page of the judge reads, and the only way in which they change anything.

    A score is shown at once and saved by the lane. ``saved`` says when the disk has everything;
    when the disk fails, ``not_saved`` says so, the acts wait in their order, and ``try_again``
    saves them.

    Attributes:
        facts: all values, always new ones after a change.
        ids: the indicators' ids in instrument order.
    """

    sheet_changed = Signal(str)
    """A region's sheet looks different now."""
    marks_changed = Signal()
    """Doubts or jottings changed."""
    history_changed = Signal()
    """What undo and redo could do has changed."""
    saving = Signal()
    """Something waits for the disk."""
    saved = Signal(str)
    """The disk has everything; at this instant."""
    not_saved = Signal(object)
    """An ExpectedError: the disk did not take it; what is on screen stays on screen."""
    refused = Signal(object)
    """An ExpectedError: a rule forbids it; the screen is as the file is."""
    facts_changed = Signal()
    """Something else changed: enrolment, seals."""

    def __init__(self, desk: Desk, facts: DeskFacts, lane: Lane) -> None:
        """Work on a desk that was opened on the lane's thread."""
        super().__init__()
        self._desk, self._lane = desk, lane
        self.facts = facts
        self.ids = tuple(i.id for i in facts.instrument.indicators())
        self._regions = {region.code: region for region in facts.issue.regions}
        self._waiting: deque[Act] = deque()
        self._busy = self._stuck = False

    def region(self, code: str) -> Region:
        """Return an assigned region."""
        return self._regions[code]

    def sheet(self, code: str) -> ScoreSheet:
        """Return a region's sheet as the judge sees it now; an empty one where nothing is."""
        found = self.facts.sheets.get(code)
        if found is not None:
            return found
        region = self._regions[code]
        return empty_sheet(self.facts.issue.judge.id, code, region.name, len(self.ids))

    def has_waiting(self) -> bool:
        """Whether anything on the screen is not on the disk yet."""
        return bool(self._waiting)

    def edit(self, code: str, edit: Edit, save: Callable[[Desk], object]) -> bool:
        """Show an edit at once and save it.

        Args:
            code: the region.
            edit: the pure change, for the screen.
            save: the same on the desk.

        Returns:
            False where a rule forbids it; ``refused`` has said why.
        """
        before = self.sheet(code)
        try:
            after = edit(before)
        except edits.REFUSALS as error:
            self.refused.emit(error)
            return False
        if after != before:
            self._show(code, after)

            def saving(desk: Desk) -> tuple[str, ...]:
                save(desk)
                return (code,)

            self.act(Act(saving, (code,)))
        return True

    def record_score(self, code: str, indicator: str, value: int) -> bool:
        """Score one indicator (value x 10**decimals)."""
        return self.edit(
            code,
            lambda s: edits.record_score(s, self.facts.instrument, indicator, value),
            lambda desk: desk.record_score(code, indicator, value),
        )

    def clear_score(self, code: str, indicator: str) -> bool:
        """Open an indicator again."""
        return self.edit(
            code,
            lambda s: edits.clear_score(s, self.facts.instrument, indicator),
            lambda desk: desk.clear_score(code, indicator),
        )

    def abstain(self, code: str, indicator: str, reason: str) -> bool:
        """Leave one indicator unscored, with a reason."""
        return self.edit(
            code,
            lambda s: edits.abstain(s, self.facts.instrument, indicator, reason),
            lambda desk: desk.abstain(code, indicator, reason),
        )

    def write_note(self, code: str, indicator: str, text: str) -> bool:
        """Set a note on an indicator, or on the region (``*``)."""
        return self.edit(
            code,
            lambda s: edits.write_note(s, self.facts.instrument, indicator, text),
            lambda desk: desk.write_note(code, indicator, text),
        )

    def jot(self, code: str, indicator: str, text: str) -> None:
        """Keep a private note on an indicator, or on the region (``*``)."""
        marks = self.facts.marks
        place = (code, indicator)
        if marks.jottings.get(place, "") == text:
            return
        jottings = {key: kept for key, kept in marks.jottings.items() if key != place}
        if text:
            jottings[place] = text
        self.facts = replace(self.facts, marks=replace(marks, jottings=jottings))
        self.marks_changed.emit()

        def save(desk: Desk) -> tuple[str, ...]:
            write_jotting(desk, code, indicator, text)
            return ()

        self.act(Act(save, ()))

    def act(self, act: Act) -> None:
        """Save an act that the screen shows only when it is saved: undo, move, doubts, ..."""
        self._waiting.append(act)
        self.saving.emit()
        self._next()

    def undo(self) -> None:
        """Take the latest step back, at most to the last seal."""
        self.act(Act(lambda desk: desk.undo(), ()))

    def redo(self) -> None:
        """Do again what undo took back."""
        self.act(Act(lambda desk: desk.redo(), ()))

    def try_again(self) -> None:
        """Save what the disk did not take before."""
        self._stuck = False
        self._next()

    def ask(
        self,
        work: Callable[[Desk, Job[object]], object],
        done: Callable[[object], None],
        failed: Callable[[ExpectedError], None],
        progressed: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], None] = lambda: None,
    ) -> Job[object]:
        """Let the lane do something else on the open file, after everything that waits."""
        job: Job[object] = Job(
            lambda job: work(self._desk, job), done, failed, cancelled, progressed
        )
        return self._lane.run(job)

    def renew(self, facts: DeskFacts) -> None:
        """Take facts that were read anew, after enrolment or a seal."""
        self.facts = facts
        self.history_changed.emit()
        self.facts_changed.emit()

    def close(self) -> None:
        """Close the file on the thread that opened it; harmless when repeated."""
        self.ask(lambda desk, _: desk.panel.close(), lambda _: None, lambda _: None)

    def _show(self, code: str, sheet: ScoreSheet) -> None:
        self.facts = replace(self.facts, sheets={**self.facts.sheets, code: sheet})
        self.sheet_changed.emit(code)

    def _next(self) -> None:
        if self._busy or self._stuck or not self._waiting:
            return
        self._busy = True
        act = self._waiting[0]
        self._lane.run(Job(lambda _: save_act(self._desk, act), self._took, self._failed))

    def _took(self, saved: Saved) -> None:
        self._busy = False
        self._waiting.popleft()
        pending = {code for act in self._waiting for code in act.regions}
        before = self.facts.marks
        # While more waits, the screen may already show marks that the disk has not.
        marks = before if self._waiting else saved.marks
        self.facts = replace(self.facts, marks=marks, history=saved.history)
        for code, sheet in saved.sheets.items():
            if code not in pending and self.sheet(code) != sheet:
                self._show(code, sheet)
        if marks != before:
            self.marks_changed.emit()
        self.history_changed.emit()
        if not self._waiting:
            self.saved.emit(saved.at)
        self._next()

    def _failed(self, error: ExpectedError) -> None:
        self._busy = False
        if isinstance(error, StoreError):
            self._stuck = True
            self.not_saved.emit(error)
            return
        refused = self._waiting.popleft()
        self.refused.emit(error)
        self.act(Act(lambda _: refused.regions, refused.regions))
