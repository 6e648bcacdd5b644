"""Leaving one indicator unscored: a few reasons to choose from, or one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import button, toggle
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.dossier import Answer
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.sheet_acts import SheetActs

REASONS = (
    message("Outside my field of expertise"),
    message("The region gave no information on this"),
    message("The evidence could not be opened or read"),
    message("Not discussed in the interview"),
)


class AbstainPanel(QWidget):
    """Why an indicator is not scored; choosing a reason is the act."""

    def __init__(self, context: Context, acts: SheetActs, indicator: str, title: str) -> None:
        """Offer the reasons; ``title`` names the indicator for those who hear the page."""
        super().__init__()
        words = context.words
        self._acts, self._indicator = acts, indicator
        self._shown = ("", "")
        self.reasons = {
            words.say(reason): toggle(words.say(reason), lambda _: None, "choice")
            for reason in REASONS
        }
        for text, made in self.reasons.items():
            made.clicked.connect(lambda _=False, text=text: self._abstain(text))
        self.own = QLineEdit()
        self.own.setPlaceholderText(words.say(message("Another reason")))
        self.own.setAccessibleName(words.say(message("Another reason")))
        self.own.returnPressed.connect(self._take_own)
        take = button(words.say(message("Do not score")), self._take_own)
        for part in (*self.reasons.values(), self.own, take):
            part.setAccessibleDescription(title)
        line = row([self.own, take], gap=GAP_8)
        line.setStretch(0, 1)
        told = message(
            "This indicator gets no score from you, with a reason. It is not a zero, and the "
            "reason is printed."
        )
        self.setLayout(
            column(
                [label(words.say(told), "quiet"), flow(self.reasons.values(), gap=GAP_8), line],
                gap=GAP_4,
            )
        )

    def show_line(self, line: SheetLine, answer: Answer | None) -> None:
        """Show the reason that was given, if any."""
        del answer
        for text, made in self.reasons.items():
            made.setChecked(text == line.abstained)
        now = (self._acts.code, "" if line.abstained in self.reasons else line.abstained)
        if now != self._shown:
            self._shown = now
            self.own.setText(self._acts.drafts.pop(self._place(), now[1]))

    def leave(self) -> None:
        """Keep a reason that was not confirmed: it is no act yet."""
        if self._shown[0] == self._acts.code and self.own.text() != self._shown[1]:
            self._acts.drafts[self._place()] = self.own.text()
            self._shown = ("", "")

    def _place(self) -> tuple[str, str, str]:
        return self._acts.code, self._indicator, "reason"

    def _take_own(self) -> None:
        if self.own.text().strip():
            self._abstain(self.own.text())

    def _abstain(self, reason: str) -> None:
        self._acts.abstain(self._indicator, reason)
        self.show_line(self._acts.lines()[self._indicator], None)
