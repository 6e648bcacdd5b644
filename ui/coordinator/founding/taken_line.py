"""What was taken over in place of what was there, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.draft import AssessmentDraft
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState


class TakenLine(QWidget):
    """Hidden until something was taken over, and as soon as somebody goes on working on it.

    Attributes:
        said: what was taken over. undo: puts back what was there before.
    """

    undone = Signal()
    """The draft is again as it was."""

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Say nothing."""
        super().__init__()
        self._context, self._state = context, state
        self._before: dict[str, object] = {}
        self._after: dict[str, object] = {}
        self.said = label("", "verified")
        text = context.words.say(message("Put back what was here before"))
        self.undo = button(text, self._undo)
        line = row([self.said, self.undo], gap=GAP_8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.forget()
        state.draft_changed.connect(self._hide_when_changed)

    def tell(self, what: Message, before: AssessmentDraft) -> None:
        """Say what was taken over since the draft was like this."""
        now = self._state.draft
        names = [
            name for name in now.__struct_fields__ if getattr(now, name) != getattr(before, name)
        ]
        self._before = {name: getattr(before, name) for name in names}
        self._after = {name: getattr(now, name) for name in names}
        self.said.setText(self._context.words.say(what))
        self.undo.setAccessibleDescription(self.said.text())
        self.undo.setVisible(bool(names))
        self.show()

    def forget(self) -> None:
        """Say nothing any more."""
        self._before, self._after = {}, {}
        self.hide()

    def _undo(self) -> None:
        before = self._before
        self.forget()
        self._state.change(**before)
        self.undone.emit()

    def _hide_when_changed(self) -> None:
        draft = self._state.draft
        if any(getattr(draft, name) != value for name, value in self._after.items()):
            self.forget()
