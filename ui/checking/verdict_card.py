"""The verdict on one file: the sentence large, every check below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from smartcity_desktop.domain.message import message
from smartcity_desktop.verifying.verdict import title_of
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.layouts import column, row
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.verifying.verdict import Verdict
    from ui.context import Context


class VerdictCard(QFrame):
    """One file and what was found; the failing checks stand first."""

    def __init__(self, context: Context, verdict: Verdict) -> None:
        """Show a verdict."""
        super().__init__()
        self._context = context
        say = context.words.say
        self.setObjectName("notice-verified" if verdict.ok else "notice-danger")
        self.sentence = _text(say(verdict.sentence), "section")
        lines = column([_text(str(verdict.path), "quiet"), self.sentence], gap=GAP_8)
        for check in verdict.checks:
            lines.addLayout(self._line(check))
        lines.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        self.setLayout(lines)
        self.setAccessibleName(say(verdict.sentence))

    def _line(self, check: Check) -> QVBoxLayout:
        say = self._context.words.say
        word = message("holds") if check.ok else message("fails")
        shape = MarkShape.FINISHED if check.ok else MarkShape.REFUSED
        title = title_of(check)
        named = say(title) if title is not None else check.name
        mark = StateMark(self._context.theme, shape, say(word))
        head = row([mark, label(f"{named}: {say(word)}", "strong")], gap=GAP_8)
        head.setStretch(1, 1)
        return column([head, _text(say(check.detail))], gap=GAP_4)


def _text(text: str, kind: str = "") -> QLabel:
    made = label(text, kind)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
