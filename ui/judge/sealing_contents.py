"""Block 1: what will be sealed, what stays open, what has changed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QWidget

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.scoring.wording import LONGEST_REASON
from ui.judge.sealing_outline import Outline
from ui.judge.sealing_tree import SealingTree
from ui.theme import GAP_8, GAP_12, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.menu_button import MenuButton
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.scoring.sealing_plan import SealPlan
    from ui.context import Context
    from ui.widgets.layouts import Item


class SealingContents(QFrame):
    """Counts, lists that lead to their places, and the reason for a change."""

    read_back_requested = Signal()
    paper_requested = Signal(object)
    """A Language: ``lembar-juri`` in it."""
    scoring_requested = Signal()
    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Make it without a plan."""
        super().__init__()
        self._words = context.words
        self.setObjectName("card")
        say = self._words.say
        title = label(say(message("1. What will be sealed")), "section")
        self.summary = label("", "strong")
        self.details = label("", "quiet")
        self.read = button(say(message("Read the sheets back")), self.read_back_requested.emit)
        self.go_on = button(say(message("Go on scoring")), self.scoring_requested.emit, "primary")
        self.paper = self._paper_button()
        self.tree = SealingTree(context.theme, say(message("What will be sealed and what not")))
        self.tree.setMinimumHeight(context.theme.pixels(TREE_HEIGHT))
        name = say(message("Why sealed sheets changed (it is printed)"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setAccessibleName(name)
        self.reason.textChanged.connect(self.changed)
        reason_title = label(name, "strong")
        reason_title.setBuddy(self.reason)
        self._reason = QWidget()
        self._reason.setLayout(column([reason_title, self.reason], gap=0))
        line = flow([self.read, self.paper, self.go_on], gap=GAP_8)
        hint = label(say(message("A click or Enter on a line opens its sheet.")), "quiet")
        parts: list[Item] = [
            title, self.summary, self.details, line, hint, self.tree, self._reason
        ]  # fmt: skip
        whole = column(parts, gap=GAP_8, margin=GAP_12)
        whole.setStretch(5, 1)
        self.setLayout(whole)

    def show_plan(self, facts: DeskFacts, plan: SealPlan) -> None:
        """Show what a seal made now would hold."""
        say = self._words.say
        self.summary.setText(say(_summary(facts, plan)))
        # A line ends between parts, never before the figure of one.
        parts = (say(part).replace(" ", "\u00a0") for part in _details(plan))
        self.details.setText(" · ".join(parts))
        self.details.setVisible(bool(plan.sheets))
        self.read.setVisible(bool(plan.sheets))
        self.paper.setVisible(bool(plan.sheets))
        self.go_on.setVisible(plan.is_empty)
        self._reason.setVisible(plan.needs_reason)
        self.tree.show_lines(Outline(facts, plan, self._words).lines())

    def _paper_button(self) -> MenuButton:
        say = self._words.say
        made = MenuButton(say(message("Print the sheets ...")))
        menu = QMenu(made)
        for language, words in _PAPER.items():
            menu.addAction(say(words)).triggered.connect(
                lambda _checked=False, language=language: self.paper_requested.emit(language)
            )
        made.setMenu(menu)
        return made


_PAPER = {
    Language.INDONESIAN: message("PDF in Indonesian ..."),
    Language.ENGLISH: message("PDF in English ..."),
}


def _summary(facts: DeskFacts, plan: SealPlan) -> Message:
    if plan.is_empty:
        return message(
            "No sheet is finished yet, so there is nothing to seal. A sheet is finished when every "
            "indicator is scored or left out with a reason."
        )
    if plan.is_unchanged:
        return message(
            "Nothing has changed since seal {seal}; the same seal is handed over again.",
            seal=facts.seals[-1].number,
        )
    return message(
        "{count} of {all} regions will be sealed.",
        count=len(plan.sheets),
        all=len(facts.issue.regions),
    )


def _details(plan: SealPlan) -> list[Message]:
    counts = (
        (plan.count(SheetState.SCORED), message("scored: {count}",
                                                 count=plan.count(SheetState.SCORED))),
        (plan.count(SheetState.RECUSED), message("conflict of interest: {count}",
                                                  count=plan.count(SheetState.RECUSED))),
        (plan.count(SheetState.ABSENT), message("reported absent: {count}",
                                                 count=plan.count(SheetState.ABSENT))),
        (len(plan.open), message("stay open: {count}", count=len(plan.open))),
        (len(plan.doubts), message("to look at again: {count}", count=len(plan.doubts))),
    )  # fmt: skip
    return [words for count, words in counts if count]
