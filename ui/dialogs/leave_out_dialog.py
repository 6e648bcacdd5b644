"""Recusing from regions, or reporting them absent: with a reason, after saying what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from ui.dialogs.question import Question
from ui.widgets.notice import Notice
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.region_names import RegionNames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.judge.state import JudgeState

RECUSAL_REASONS = (
    message("I work or have worked there"),
    message("A close relative works there"),
    message("I have advised this region"),
)
ABSENCE_REASONS = (
    message("The region did not appear at its session"),
    message("The region could not be reached"),
)


class LeaveOutDialog(Question):
    """Asks for the reason; ``reason.reason()`` is it, once accepted."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        state: JudgeState,
        kind: SheetState,
        codes: Sequence[str],
    ) -> None:
        """Ask about regions.

        Args:
            context: words and theme.
            parent: the widget over whose window it stands.
            state: the open file.
            kind: ``RECUSED`` or ``ABSENT``.
            codes: the regions, at least one.
        """
        say = context.words.say
        recused = kind is SheetState.RECUSED
        super().__init__(
            context,
            parent,
            say(message("Not score because of a conflict of interest?"))
            if recused
            else say(message("Report as absent?")),
            say(message("Do not score")) if recused else say(message("Report absent")),
        )
        names = RegionNames(context, [state.region(code) for code in codes])
        self.reason = ReasonChoice(context.words, RECUSAL_REASONS if recused else ABSENCE_REASONS)
        self.reason.changed.connect(self._check)
        self._lacking = say(message("Choose or write a reason first."))
        follows = " ".join(say(each) for each in _consequences(state, kind, codes))
        lost = any(_scores(state, code) for code in codes)
        self.put([names, Notice(follows, "attention" if lost else "plain"), self.reason])
        self._check()

    def _check(self) -> None:
        self.need("" if self.reason.reason() else self._lacking)


def _consequences(state: JudgeState, kind: SheetState, codes: Sequence[str]) -> tuple[Message, ...]:
    counted = (
        message(
            "You give no score, and each sheet is sealed as not scored by you; that is never a "
            "zero."
        )
        if kind is SheetState.RECUSED
        else message(
            "Each sheet is sealed as reported absent by you; the coordinator confirms or denies "
            "the absence."
        )
    )
    scores = sum(_scores(state, code) for code in codes)
    if not scores:
        return (counted,)
    return (
        counted,
        message(
            "What you have already scored ({count}) is taken away; Undo brings it back.",
            count=scores,
        ),
    )


def _scores(state: JudgeState, code: str) -> int:
    sheet = state.sheet(code)
    return sum(value is not None for value in sheet.values) + len(sheet.abstained)
