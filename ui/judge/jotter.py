"""The jotter: free notes for oneself on a region, never sealed, never sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.scoring.jotting import LONGEST_JOTTING
from ui.theme import GAP_4, JOTTER_HEIGHT
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from ui.context import Context
    from ui.judge.state import JudgeState

PAUSE_MS = 1500
"""Time without typing after which a jotting is saved."""


class Jotter(QWidget):
    """One region's private notes, saved when one stops typing, goes elsewhere or closes."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make an empty jotter."""
        super().__init__()
        say = context.words.say
        self._state, self._region = state, ""
        self.field = _Field(self.leave)
        self.field.setAccessibleName(say(message("Private jottings on this region")))
        kept = say(message("Only for you: never sealed, never sent."))
        self.field.setAccessibleDescription(kept)
        self.field.setPlaceholderText(say(message("Half a thought, a question ...")))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(context.theme.pixels(JOTTER_HEIGHT))
        self.field.textChanged.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.leave)
        self._said = label(kept, "quiet")
        self._kept = kept
        self._full = say(
            message("Full: {longest} letters are kept; shorten it.", longest=LONGEST_JOTTING)
        )
        title = label(say(message("Private jottings")), "strong")
        self.setLayout(column([title, self.field, self._said], gap=GAP_4))

    def show_region(self, code: str) -> None:
        """Save what was typed and show another region's jottings."""
        self.leave()
        if code != self._region:
            self._region = code
            kept = self._state.facts.marks.jottings.get((code, REGION_NOTE), "")
            self.field.blockSignals(True)  # noqa: FBT003 - Qt's own
            self.field.setPlainText(kept)
            self.field.blockSignals(False)  # noqa: FBT003 - Qt's own

    def leave(self) -> None:
        """Save what was typed."""
        self._pause.stop()
        if self._region:
            self._state.jot(self._region, REGION_NOTE, self.field.toPlainText().strip())

    def _take(self) -> None:
        text = self.field.toPlainText()
        if len(text) > LONGEST_JOTTING:
            self.field.undo()
        self._said.setText(self._full if len(text) >= LONGEST_JOTTING else self._kept)
        self._pause.start()


class _Field(QPlainTextEdit):
    def __init__(self, left: object) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._left()  # type: ignore[operator]
