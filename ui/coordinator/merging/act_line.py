"""The line at the foot: one button that says exactly what it will do, or how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from smartcity_desktop.domain.message import message
from ui.coordinator.merging.run import Phase
from ui.theme import GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.merging.session import PlannedMerge
    from ui.coordinator.merging.run import MergeRun
    from ui.words import Words


class ActLine(QWidget):
    """Button, or progress with a way to cancel.

    Attributes:
        act: merges. forget: takes everything off the page. why: why ``act`` is off.
        cancel: stops what is being done.
    """

    act_requested = Signal()
    forget_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, words: Words) -> None:
        """Show nothing to do."""
        super().__init__()
        self._words = words
        self.act = button("", self.act_requested.emit, "primary")
        self.forget = button(words.say(message("Clear the list")), self.forget_requested.emit)
        self.why = label("", "quiet")
        self.cancel = button(words.say(message("Cancel")), self.cancel_requested.emit)
        self._told = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._acting, self._waiting = QWidget(), QWidget()
        acting = row([self.why, self.forget, self.act], gap=GAP_12)
        acting.setStretch(0, 1)
        self._acting.setLayout(acting)
        waiting = row([column([self._told, self._bar]), self.cancel], gap=GAP_12)
        waiting.setStretch(0, 1)
        self._waiting.setLayout(waiting)
        # One place for both, as high as the higher: what stands above does not move.
        place = QGridLayout()
        place.setContentsMargins(0, 0, 0, 0)
        for part in (self._acting, self._waiting):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            place.addWidget(part, 0, 0)
        self.setLayout(place)

    def show_run(self, run: MergeRun, refused: Message | None) -> None:
        """Show what can be done now; ``refused`` says why nothing may be merged, or None."""
        busy = run.phase is not Phase.IDLE
        self.setVisible(busy or run.planned is not None)
        self._waiting.setVisible(busy)
        self._acting.setVisible(not busy)
        if busy:
            self.show_progress(run)
        elif run.planned is not None:
            says, why = _act(run.planned)
            why = refused or why
            self.act.setText(self._words.say(says))
            self.act.setAccessibleName(self.act.text())
            self.why.setText(self._words.say(why) if why is not None else "")
            self.act.setEnabled(why is None)
            self.act.setAccessibleDescription(self.why.text())

    def show_progress(self, run: MergeRun) -> None:
        """Show how far it is."""
        checking = run.phase is Phase.CHECKING
        words = _CHECKING if checking else _MERGING if run.may_be_cancelled else _STORED
        self._told.setText(self._words.say(words))
        self._bar.setMaximum(max(1, run.total))
        self._bar.setValue(run.done)
        self._bar.setAccessibleName(self._told.text())
        self.cancel.setEnabled(run.may_be_cancelled)


_CHECKING = message("Checking the files; nothing is written ...")
_MERGING = message("Merging; until everything is stored nothing has changed ...")
_STORED = message("Storing; it can no longer be cancelled ...")


_ONE = message("Merge 1 file")


def _act(planned: PlannedMerge) -> tuple[Message, Message | None]:
    """Return what the button says, and why it is off, or None."""
    count = sum(bool(each.seals) for each in planned.plan.files)
    if count:
        return (message("Merge {count} files", count=count) if count > 1 else _ONE), None
    archives = len(planned.archives)
    if archives:
        return message("Take in the evidence ({count})", count=archives), None
    nothing = message("No file of these brings anything new, so there is nothing to merge.")
    return message("Merge"), nothing
