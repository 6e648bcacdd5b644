"""The frame of a question: what, what follows, and two buttons of which the safe one is first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from smartcity_desktop.domain.message import message
from ui.dialogs.fitted import FittedDialog
from ui.theme import GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class Question(FittedDialog):
    """A question that stands over the page until it is answered.

    Attributes:
        confirm: does it; off until everything needed was said, with the reason beside it.
        cancel: the safe answer, and what Escape and Enter mean.
    """

    def __init__(self, context: Context, parent: QWidget, title: str, confirm: str) -> None:
        """Make an empty question.

        Args:
            context: words and theme.
            parent: the widget over whose window it stands.
            title: the question, as a sentence.
            confirm: what the confirming button does, a verb first.
        """
        lines, foot = column(gap=GAP_12), row(gap=GAP_12)
        super().__init__(parent.window(), context, title, lines, foot)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.title = label(title, "title")
        self.missing = label("", "quiet")
        self.cancel = button(context.words.say(message("Cancel")), self.reject)
        self.confirm = button(confirm, self.accept, "primary")
        self.cancel.setDefault(True)
        self._parts = column(gap=GAP_12)
        for end in (self.missing, self.cancel, self.confirm):
            foot.addWidget(end)
        foot.setStretch(0, 1)
        lines.addWidget(self.title)
        lines.addLayout(self._parts)

    def put(self, parts: Sequence[QWidget]) -> None:
        """Put the parts between title and buttons."""
        for part in parts:
            self._parts.addWidget(part)

    def need(self, what: str) -> None:
        """Say what is still missing; with nothing missing the act may be done."""
        self.missing.setText(what)
        self.confirm.setEnabled(not what)
        self.confirm.setAccessibleDescription(what)
