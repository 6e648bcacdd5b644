"""In place of a sheet: why this judge does not score the region, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from ui.theme import GAP_12, GAP_16, READABLE_WIDTH
from ui.widgets.buttons import button
from ui.widgets.layouts import card, column, row
from ui.widgets.state_mark import MarkShape, StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.judge.sheet_acts import SheetActs


class ClosedSheet(QFrame):
    """Says whose reason it is, and offers to score after all where that is allowed."""

    def __init__(self, context: Context, acts: SheetActs) -> None:
        """Make it without a region."""
        super().__init__()
        self._words, self._acts = context.words, acts
        say = self._words.say
        self.mark = StateMark(context.theme, MarkShape.LEFT_OUT, "")
        self.title = label("", "section")
        self.reason = label("")
        self.next_step = label("", "quiet")
        self.back = button(say(message("Score this region after all")), acts.resume)
        head = row([self.mark, self.title], gap=GAP_12)
        head.setStretch(1, 1)
        steps = row([self.back, None])
        inside = column([head, self.reason, self.next_step, steps], gap=GAP_12)
        frame = card(inside, margin=GAP_16)
        frame.setMaximumWidth(context.theme.pixels(READABLE_WIDTH))
        self.setLayout(column([row([frame], margin=GAP_16), None]))

    def show_region(self) -> bool:
        """Show why the region is not scored; False where it is."""
        sheet = self._acts.sheet()
        conflict = self._acts.state.facts.excused.get(self._acts.code)
        if conflict is None and sheet.state is SheetState.SCORED:
            return False
        if conflict is not None:
            self._say(
                message("You do not score this region: conflict of interest"),
                conflict,
                message(
                    "It is declared for this panel file and printed in the minutes. If it is "
                    "wrong, tell the coordinator; it cannot be taken back here."
                ),
            )
        elif sheet.state is SheetState.RECUSED:
            self._say(
                message("You do not score this region"),
                sheet.reason,
                message("You left it out yourself, and may take that back until you seal."),
            )
        else:
            self._say(
                message("You reported that this region did not appear"),
                sheet.reason,
                message(
                    "The coordinator confirms or denies it. If the region has come after all, "
                    "take it back and score."
                ),
            )
        self.back.setVisible(conflict is None)
        return True

    def take_focus(self, otherwise: QWidget) -> None:
        """Give the focus to the way back, or where there is none to another part of the sheet."""
        (otherwise if self.back.isHidden() else self.back).setFocus()

    def _say(self, title: Message, reason: str, step: Message) -> None:
        say = self._words.say
        self.title.setText(say(title))
        self.mark.show_state(MarkShape.LEFT_OUT, say(title))
        self.reason.setText(say(message("Reason: {reason}", reason=reason)))
        self.next_step.setText(say(step))
