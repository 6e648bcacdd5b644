"""The note on an indicator or the remark on a region; saved when the judge leaves the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from smartcity_desktop.domain.message import message
from ui.theme import NOTE_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from smartcity_desktop.domain.dossier import Answer
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.sheet_acts import SheetActs


class NoteField(QPlainTextEdit):
    """Shows the note of one indicator (``*`` for the region), and hands on what is typed."""

    def __init__(self, context: Context, acts: SheetActs, indicator: str, name: str) -> None:
        """Make an empty field."""
        super().__init__()
        self._acts, self._indicator = acts, indicator
        self._code = ""
        self.setFixedHeight(context.theme.pixels(NOTE_HEIGHT))
        self.setAccessibleName(name)
        sealed = message("Part of the sheet: it is sealed and printed.")
        self.setPlaceholderText(context.words.say(sealed))
        self.setTabChangesFocus(True)

    def show_line(self, line: SheetLine, answer: Answer | None) -> None:
        """Show the note, unless the judge is writing another one on the same region."""
        del answer
        writing = self.document().isModified() and self._code == self._acts.code
        if writing:
            return
        self._code = self._acts.code
        draft = self._acts.drafts.get(self._place(), "")
        if self.toPlainText() != (draft or line.note):
            self.setPlainText(draft or line.note)
        self.document().setModified(bool(draft))

    def leave(self) -> None:
        """Save what was typed; what cannot be saved stays a draft of this region."""
        if not self.document().isModified() or self._code != self._acts.code:
            return
        text = self.toPlainText()
        self.document().setModified(False)
        if self._acts.note(self._indicator, text):
            self._acts.drafts.pop(self._place(), None)
        else:
            self._acts.drafts[self._place()] = text
            self.document().setModified(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Save when the judge goes elsewhere."""
        super().focusOutEvent(event)
        self.leave()

    def _place(self) -> tuple[str, str, str]:
        return self._code, self._indicator, "note"
