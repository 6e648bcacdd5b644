"""What is released on the plenary screen; it stays there whichever page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.coordinator.results.plenary_lines import Release, find_lines
from ui.coordinator.results.plenary_screen import PlenaryScreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.coordinator.state import OfficeState


class PlenaryRelease(QObject):
    """Keeps the second window of an open assessment.

    After an act it shows the new state of the same thing; another thing only when it is released.

    Attributes:
        screen: the second window, or None. kind, region: what was released last.
    """

    changed = Signal()
    """Something else is shown, another page of it, or nothing any more."""

    def __init__(self, state: OfficeState) -> None:
        """Show nothing yet; ``of`` finds the one of an assessment."""
        super().__init__(state)
        self._state = state
        self._context: Context | None = None
        self.screen: PlenaryScreen | None = None
        self.kind, self.region = Release.NOTHING, ""
        state.facts_changed.connect(self._show_again)

    @classmethod
    def of(cls, state: OfficeState) -> PlenaryRelease:
        """Return the one of an open assessment, whichever page began it."""
        found = state.findChild(cls)
        return cls(state) if found is None else found

    def release(self, context: Context, kind: Release, region: str, beside: QWidget) -> None:
        """Show something else, on a screen on which the window ``beside`` is not."""
        self.kind, self.region, self._context = kind, region, context
        if self.screen is None:
            self.screen = self._make(context)
        self.screen.stand_beside(beside)
        self._show(self.screen, context, anew=True)

    def dress(self, context: Context) -> None:
        """Show the same in other words, colours and sizes."""
        before = self.screen
        if before is None or context is self._context:
            return
        self._context = context
        self.screen = made = self._make(context)
        made.number = before.number
        made.replace(before)
        before.closed.disconnect(self._gone)
        before.close()
        before.deleteLater()
        self._show(made, context, anew=False)

    def close(self) -> None:
        """Take the second window away; harmless when repeated."""
        if self.screen is not None:
            self.screen.close()

    def _make(self, context: Context) -> PlenaryScreen:
        made = PlenaryScreen(context)
        made.closed.connect(self._gone)
        made.turned.connect(self.changed)
        return made

    def _show_again(self) -> None:
        if self.screen is not None and self._context is not None:
            self._show(self.screen, self._context, anew=False)

    def _show(self, screen: PlenaryScreen, context: Context, *, anew: bool) -> None:
        facts = self._state.facts
        lines = find_lines(context.words, facts, self.kind, self.region)
        screen.release(facts, lines, anew=anew)
        self.changed.emit()

    def _gone(self) -> None:
        if self.screen is not None:
            self.screen.deleteLater()
            self.screen = None
            self.changed.emit()
