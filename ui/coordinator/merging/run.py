"""Merging, step by step; it goes on while the page is made anew or another one is shown."""

from __future__ import annotations

import os
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.merging.apply import steps_of
from smartcity_desktop.merging.second_process import MANY
from smartcity_desktop.merging.session import MergeWish, merge_as_planned
from smartcity_desktop.merging.spare_process import SpareProcess, own_command
from ui.coordinator.merging.offering import plan_offered
from ui.coordinator.merging.run_steps import counting, counting_twice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.merging.session import Merged, PlannedMerge
    from ui.coordinator.merging.offering import Found
    from ui.coordinator.state import OfficeState
    from ui.jobs import Job


PAINTED = 100
"""Milliseconds between two steps that are told: painting each of them would slow down the lane."""


class Phase(Enum):
    """What is being done."""

    IDLE = "idle"
    CHECKING = "checking"
    MERGING = "merging"


class MergeRun(QObject):
    """One merge at a time for an open assessment: files in, a plan, and what became of it.

    Attributes:
        phase: what is being done. done, total: how far it is.
        paths: what was named. planned: what a merge of it would do; None before it is checked.
        merged: what the last merge did, until something else is named.
        error: why the last check or merge came to nothing.
        passed: files of a watched folder that were not offered: refused, or merged before.
    """

    changed = Signal()
    """There is something else to show."""
    progressed = Signal()
    """``done`` moved; a few times in a second at most."""

    def __init__(self, state: OfficeState) -> None:
        """Begin with nothing; ``of`` finds the one of an assessment."""
        super().__init__(state)
        self._state = state
        self._identities: tuple[str, ...] = ()
        self._watched: set[Path] = set()
        self._job: Job[Found] | Job[Merged] | None = None
        self._again = False
        self._spare: SpareProcess | None = None
        self.paths: tuple[Path, ...] = ()
        self.planned: PlannedMerge | None = None
        self.merged: Merged | None = None
        self.error: ExpectedError | None = None
        self.passed: tuple[FilePlan, ...] = ()
        self.phase, self.done, self.total = Phase.IDLE, 0, 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAINTED)
        self._soon.timeout.connect(self.progressed)
        state.facts_changed.connect(self._check_anew)

    @classmethod
    def of(cls, state: OfficeState) -> MergeRun:
        """Return the run of an open assessment, whichever page began it."""
        found = state.findChild(cls)
        return cls(state) if found is None else found

    @property
    def may_be_cancelled(self) -> bool:
        """Whether nothing is stored yet."""
        if self.phase is Phase.MERGING and self.planned is not None:
            return self.done < steps_of(self.planned.plan)
        return self.phase is Phase.CHECKING

    def prepare(self) -> None:
        """Start the process that will share the proving, where so many files may come."""
        facts = self._state.facts
        may_come = facts.standing is None and not facts.read_only
        many = len(facts.roster.issues) >= MANY and (os.cpu_count() or 1) > 1
        if self._spare is None and may_come and many:
            self._spare = SpareProcess(own_command())

    def close(self) -> None:
        """End that process; nothing is checked any more."""
        if self._spare is not None:
            self._spare.close()

    def take(self, paths: Iterable[Path], *, watched: bool = False) -> None:
        """Check further files, folders or archives together with those named before.

        Of files that were found by watching, only those are planned whose seal holds and is new.
        """
        named = tuple(paths)
        fresh = [path for path in named if path not in self.paths]
        if watched:
            self._watched.update(fresh)
        else:
            self._watched.difference_update(named)
            self.passed = tuple(p for p in self.passed if p.source.path not in named)
            self.merged = None
        self.paths += tuple(fresh)
        self.check()

    def open_with(self, identities: tuple[str, ...]) -> None:
        """Check everything again with age identities for encrypted copies."""
        self._identities += identities
        self.check()

    def check(self) -> None:
        """Scan and plan what is named, after what is being done now."""
        if self.phase is not Phase.IDLE:
            self._again = True
            if self.phase is Phase.CHECKING and self._job is not None:
                self._job.cancel()
            return
        if not self.paths:
            return
        wish, watched = MergeWish(self.paths, self._identities), frozenset(self._watched)
        # First the lane has its work, then the page is told.
        self._job = self._state.ask(
            lambda office, job: plan_offered(office, wish, watched, counting(job), self._spare),
            self._take_plan,
            self._fail,
            progressed=self._step,
            cancelled=self._stop,
        )
        self._enter(Phase.CHECKING)

    def merge(self, clock: Clock) -> None:
        """Apply the plan."""
        planned = self.planned
        if planned is None or self.phase is not Phase.IDLE:
            return
        self.total = steps_of(planned.plan) + len(planned.archives)
        self._job = self._state.act(
            lambda office, job: merge_as_planned(
                office.file, office.instrument, planned, clock, counting_twice(job, planned)
            ),
            self._take_result,
            self._fail,
            progressed=self._step,
            cancelled=self._stop,
        )
        self._enter(Phase.MERGING)

    def cancel(self) -> None:
        """Stop; once something is stored it is too late."""
        self._again = False
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Take everything off the page that is not merged."""
        if self.phase is Phase.IDLE:
            self._clear()
            self.changed.emit()

    def fail(self, error: ExpectedError) -> None:
        """Say what came to nothing beside the run, such as reading an identity."""
        self.error = error
        self.changed.emit()

    def _clear(self) -> None:
        self.paths, self.passed = (), ()
        self.planned = self.merged = self.error = None
        self._watched.clear()

    def _take_plan(self, found: Found) -> None:
        self.planned, self.passed = found
        if self.planned is None:
            self.paths = ()
        else:
            kept = {s.path for s in self.planned.archives}
            kept |= {each.source.path for each in self.planned.plan.files}
            self.paths = tuple(p for p in self.paths if p in kept or p not in self._watched)
        self._end(None)

    def _take_result(self, merged: Merged) -> None:
        self.merged, self.planned, self.paths = merged, None, ()
        self._watched.clear()
        self._end(None)

    def _fail(self, error: ExpectedError) -> None:
        if self.phase is Phase.CHECKING:
            self.planned, self.paths = None, ()
        self._end(error)

    def _stop(self) -> None:
        if self.phase is Phase.CHECKING and not self._again:
            self.planned, self.paths = None, ()
        self._end(None)

    def _end(self, error: ExpectedError | None) -> None:
        self._job, self.error = None, error
        again, self._again = self._again, False
        self._enter(Phase.IDLE)
        if again:
            self.check()

    def _check_anew(self) -> None:
        """Plan again after a decision, a reopening or anything else that came in between."""
        if self.planned is not None and self.phase is Phase.IDLE:
            self.check()

    def _step(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        if not self._soon.isActive():
            self._soon.start()

    def _enter(self, phase: Phase) -> None:
        self.phase, self.done = phase, 0
        self._soon.stop()
        self.changed.emit()
