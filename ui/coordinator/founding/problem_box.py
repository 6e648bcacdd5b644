"""All that is wrong, line by line, to be read, copied and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from ui.theme import DIALOG_LIST_HEIGHT, FOCUS_RING, GAP_4, GAP_8, GAP_12
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.errors import Problem
    from smartcity_desktop.domain.message import Message
    from ui.context import Context


class ProblemBox(QFrame):
    """Hidden while nothing is wrong.

    Attributes:
        lines: the problems, one a line.
    """

    def __init__(self, context: Context) -> None:
        """Show nothing."""
        super().__init__()
        self._context = context
        self.setObjectName("notice-attention")
        self._heading = label("", "strong")
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.setLayout(column([self._heading, self.lines], gap=GAP_8, margin=GAP_12))
        self.hide()

    def show_nothing(self) -> None:
        """Hide the box."""
        self.hide()

    def show_problems(
        self, heading: Message, problems: Sequence[Problem], *, low: bool = False
    ) -> None:
        """Show every problem with its place; ``low`` where the box must leave room to others."""
        said = self._context.words.say(heading)
        text = self._context.words.problems(problems)
        self._heading.setText(said)
        if self.lines.toPlainText() != text:
            self.lines.setPlainText(text)
        self.lines.setAccessibleName(said)
        highest = self._context.theme.pixels(DIALOG_LIST_HEIGHT) // (2 if low else 1)
        around = 2 * (GAP_4 + FOCUS_RING + round(self.lines.document().documentMargin())) + GAP_4
        wanted = 2 * len(problems) * self.lines.fontMetrics().lineSpacing() + around
        self.lines.setFixedHeight(min(wanted, highest))
        self.show()
