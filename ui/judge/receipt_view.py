"""After sealing: the receipt as the one large figure, what is safe, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.message import message
from ui.judge.receipt_paper import COMPARE, ask_and_print
from ui.judge.sealing_outline import Outline
from ui.judge.sealing_target import breakable
from ui.judge.sealing_tree import SealingTree
from ui.theme import GAP_8, GAP_12, GAP_16, SIDE_BY_SIDE_FROM, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import card, clear_layout, column, row, scrolled
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.scoring.handing_over import HandedOver
    from smartcity_desktop.scoring.sealing_plan import SealPlan
    from ui.context import Context
    from ui.judge.sealing_run import Outcome
    from ui.widgets.layouts import Item

KILOBYTE = 1024


class ReceiptView(QWidget):
    """Shows the last seal of the file and how its copy came out."""

    again_requested = Signal()
    """The same folder once more."""
    elsewhere_requested = Signal()
    """Another folder."""
    documents_requested = Signal()
    """The user's own documents, to send the copy from there."""
    paper_requested = Signal()
    """``lembar-juri``, to sign by hand."""
    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._words = context, context.words
        self._facts: DeskFacts | None = None
        self._both: QBoxLayout | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(GAP_16)
        self._body.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._body)
        self.setLayout(column([scrolled(inside)]))

    def show_seal(self, facts: DeskFacts, plan: SealPlan, outcome: Outcome | None) -> None:
        """Show the last seal.

        Args:
            facts: with at least one seal.
            plan: what has changed since.
            outcome: how handing over ended; None when nothing was handed over just now.
        """
        self._facts, self._both = facts, None
        clear_layout(self._body)
        if outcome is not None:
            self._body.addWidget(self._verdict(outcome))
        self._body.addWidget(self._receipt(facts))
        lines = [self._next_steps(outcome), self._seals(facts, plan)]
        self._both = row(lines, gap=GAP_16)
        self._both.setStretch(0, 1)
        self._both.setStretch(1, 1)
        self._body.addLayout(self._both, 1)
        self._turn(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the two lower parts below each other where they have too little room."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        wide = width >= self._context.theme.pixels(SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction
        if self._both is not None:
            self._both.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _verdict(self, outcome: Outcome) -> QWidget:
        words = self._words
        if outcome.given is not None:
            said = message("Saved and read back: {path} ({size} KB)",
                           path=breakable(outcome.given.copy),
                           size=-(-outcome.given.size // KILOBYTE))  # fmt: skip
            return Notice(words.say(said), "verified")
        why = words.problems(outcome.error.problems) if outcome.error else ""
        said = message(
            "The copy was not saved: {why}\nWhat is safe: the seal and all scores stand in your "
            "own file. Nothing has to be sealed again. Try another folder, save the copy in your "
            "documents and send it by messenger, or print the sheets and sign them by hand.",
            why=why,
        )
        steps = flow(
            [
                button(words.say(message("Try again")), self.again_requested.emit),
                button(words.say(message("Another folder ...")), self.elsewhere_requested.emit),
                button(words.say(message("Save in my documents")), self.documents_requested.emit),
                button(words.say(message("Print the sheets ...")), self.paper_requested.emit),
            ],
            gap=GAP_8,
        )
        both = QWidget()
        both.setLayout(column([Notice(words.say(said), "danger"), steps]))
        return both

    def _receipt(self, facts: DeskFacts) -> QWidget:
        say, last = self._words.say, facts.seals[-1]
        title = say(message("Receipt of seal {number}", number=last.number))
        figure = label(last.receipt, "figure", wraps=False)
        figure.setAccessibleName(f"{title}: {last.receipt}")
        figure.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        told = message("{moment} · score sheets: {count}", moment=self._words.moment(last.at),
                       count=len(last.sheets))  # fmt: skip
        self._copied = label("", "quiet", wraps=False)
        buttons = flow(
            [
                button(say(message("Copy the receipt")), self.copy),
                button(say(message("Print the receipt ...")), self._print),
                self._copied,
            ],
            gap=GAP_8,
        )
        parts: list[Item] = [label(title, "section"), figure, label(say(told), "quiet"), buttons]
        return card(column(parts), margin=GAP_16)

    def copy(self) -> None:
        """Put the receipt on the clipboard."""
        if self._facts is not None:
            QGuiApplication.clipboard().setText(self._facts.seals[-1].receipt)
            self._copied.setText(self._words.say(message("Copied")))

    def _print(self) -> None:
        if self._facts is not None:
            ask_and_print(self, self._context, self._facts, self._tell_printed)

    def _tell_printed(self, printer: str) -> None:
        said = message("Handed to the printer {printer}.", printer=printer)
        self._copied.setText(self._words.say(said))

    def _next_steps(self, outcome: Outcome | None) -> QWidget:
        say = self._words.say
        given = outcome.given if outcome else None
        steps = self._steps(given)
        lines: list[QWidget] = [label(say(message("What to do next")), "section")]
        lines += [label(f"{at}. {say(step)}") for at, step in enumerate(steps, start=1)]
        again = flow(
            [
                button(say(message("Hand over again ...")), self.elsewhere_requested.emit),
                button(say(message("Print the sheets ...")), self.paper_requested.emit),
                button(say(message("Back to sealing")), self.closed.emit),
            ],
            gap=GAP_8,
        )
        return card(column([*lines, again, None], gap=GAP_12))

    def _steps(self, given: HandedOver | None) -> list[Message]:
        steps = []
        if given is None:
            steps.append(message("Hand over a copy; without one the coordinator has nothing."))
        else:
            steps.append(_hand(given.copy, given.evidence))
            if given.encrypted:
                steps.append(message("The copy is encrypted: only the coordinator can open it."))
        return [
            *steps,
            message("Write the receipt down, or copy or print it."),
            COMPARE,
            message("You may score on and seal again every evening: each seal holds all finished "
                    "sheets, so nothing handed over before is lost."),
        ]  # fmt: skip

    def _seals(self, facts: DeskFacts, plan: SealPlan) -> QWidget:
        say = self._words.say
        tree = SealingTree(self._context.theme, say(message("Seals in this file")))
        tree.setMinimumHeight(self._context.theme.pixels(TREE_HEIGHT))
        outline = Outline(facts, plan, self._words)
        tree.show_lines(outline.seals())
        said = (
            message("Nothing has changed since the last seal.")
            if plan.is_unchanged
            else message("Sheets changed or added since the last seal: {count}",
                         count=len(plan.changes))
        )  # fmt: skip
        parts = [label(say(message("Seals in this file")), "section"), label(say(said)), tree]
        return card(column(parts, gap=GAP_8))


def _hand(copy: Path, evidence: Path | None) -> Message:
    if evidence is None:
        return message("Give the stick or the file {file} to the coordinator.", file=copy.name)
    return message(
        "Give the stick or both files to the coordinator: {file} and the evidence {evidence}.",
        file=copy.name,
        evidence=evidence.name,
    )
