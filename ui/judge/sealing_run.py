"""Sealing and handing over, step by step; it goes on while the page is made anew."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.desk_facts import DeskFacts, read_desk
from smartcity_desktop.scoring.enrolling import unlock_key
from smartcity_desktop.scoring.handing_over import HandedOver, expect_place, hand_over
from smartcity_desktop.scoring.seal import seal_panel_file

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.scoring.desk import Desk
    from ui.jobs import Job
    from ui.judge.state import JudgeState


class Phase(Enum):
    """What is being done; up to ``UNLOCKING`` it can be cancelled."""

    IDLE = "idle"
    SAVING = "saving"
    UNLOCKING = "unlocking"
    SEALING = "sealing"
    WRITING = "writing"
    READING_BACK = "reading_back"

    @property
    def may_be_cancelled(self) -> bool:
        """Whether nothing is sealed yet."""
        return self in (Phase.SAVING, Phase.UNLOCKING)


class SealWish(Struct, frozen=True):
    """What the judge asked for; ``reason`` only where a sealed sheet changes."""

    folder: Path
    passphrase: str
    reason: str


class Outcome(Struct, frozen=True):
    """How it ended.

    Attributes:
        sealed: whether the file holds a seal now; what was asked for is refused otherwise.
        folder: where the copy was to go. given: what lies there, read back; None where it failed.
    """

    sealed: bool
    folder: Path
    given: HandedOver | None = None
    error: ExpectedError | None = None


class SealingRun(QObject):
    """One at a time for an open file.

    Attributes:
        phase: what is being done. outcome: how the last one ended; None before the first.
    """

    changed = Signal()

    def __init__(self, state: JudgeState) -> None:
        """Do nothing yet; ``of`` finds the one of a file."""
        super().__init__(state)
        self._state = state
        self.phase = Phase.IDLE
        self.outcome: Outcome | None = None
        self._wish: SealWish | None = None
        self._clock: Clock | None = None
        self._job: Job[object] | None = None
        state.saved.connect(self._seal_when_saved)
        state.not_saved.connect(self._refuse_unsaved)

    @classmethod
    def of(cls, state: JudgeState) -> SealingRun:
        """Return the run of an open file, whichever page began it."""
        found = state.findChild(cls)
        return cls(state) if found is None else found

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self.phase is not Phase.IDLE

    def seal(self, wish: SealWish, clock: Clock) -> None:
        """Seal every finished sheet and hand over, after everything on screen is on the disk."""
        if self.is_busy:
            return
        self._wish, self._clock, self.outcome = wish, clock, None
        self._enter(Phase.SAVING)
        if self._state.has_waiting():
            self._state.try_again()
        else:
            self._seal_when_saved()

    def hand_over(self, folder: Path) -> None:
        """Hand over the last seal, once more or somewhere else."""
        if self.is_busy:
            return
        self.outcome = None
        self._hand_over(folder)

    def cancel(self) -> None:
        """Stop before anything is sealed; later it is too late."""
        if self.phase is Phase.SAVING:
            self._wish = None
            self._enter(Phase.IDLE)
        elif self.phase is Phase.UNLOCKING and self._job is not None:
            self._job.cancel()

    def _seal_when_saved(self) -> None:
        wish, clock = self._wish, self._clock
        if self.phase is not Phase.SAVING or wish is None or clock is None:
            return
        self._wish = None

        def work(desk: Desk, job: Job[object]) -> object:
            job.step(0, 2)
            expect_place(desk, wish.folder)
            signer = unlock_key(desk.panel, wish.passphrase)
            job.step(1, 2)
            seal_panel_file(desk, signer, wish.reason, clock)
            return read_desk(desk)

        def sealed(facts: object) -> None:
            self._state.renew(cast("DeskFacts", facts))
            self._hand_over(wish.folder)

        self._job = self._state.ask(
            work,
            sealed,
            lambda error: self._end(Outcome(sealed=False, folder=wish.folder, error=error)),
            lambda done, _total: self._enter(Phase.SEALING) if done else None,
            lambda: self._enter(Phase.IDLE),
        )
        self._enter(Phase.UNLOCKING)

    def _refuse_unsaved(self, _error: ExpectedError) -> None:
        if self.phase is Phase.SAVING and self._wish is not None:
            told = StoreError(
                message(
                    "Your last scores are not on the disk yet, so nothing was sealed. Try to save "
                    "them again first."
                )
            )
            folder, self._wish = self._wish.folder, None
            self._end(Outcome(sealed=False, folder=folder, error=told))

    def _hand_over(self, folder: Path) -> None:
        self._enter(Phase.WRITING)
        begun = Outcome(sealed=True, folder=folder)
        self._job = self._state.ask(
            lambda desk, job: hand_over(desk, folder, lambda: job.step(1, 2)),
            lambda given: self._end(replace(begun, given=cast("HandedOver", given))),
            lambda error: self._end(replace(begun, error=error)),
            lambda _done, _total: self._enter(Phase.READING_BACK),
        )

    def _end(self, outcome: Outcome) -> None:
        self._job, self.outcome = None, outcome
        self._enter(Phase.IDLE)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()
