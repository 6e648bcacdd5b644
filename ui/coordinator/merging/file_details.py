"""Everything about one file of the plan: why it is refused, what it changes, what it disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome, RefusalReason
from smartcity_desktop.sealing.receipt import receipt_of
from ui.coordinator.merging.cell_lines import CellLines
from ui.coordinator.merging.cells_table import CellsTable
from ui.coordinator.merging.outcome_words import SHAPES, outcome_word
from ui.item_models.cells_model import CellsModel
from ui.judge.sealing_target import breakable
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import button
from ui.widgets.layouts import clear_layout, column, row, scrolled
from ui.widgets.state_mark import StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context
    from ui.item_models.merge_plan_model import PlanRow
    from ui.widgets.layouts import Item


class FileDetails(QWidget):
    """Shows one row of the plan; scrolls where it has too little room."""

    identity_requested = Signal()
    """Ask for the age identity that opens encrypted copies."""
    plenary_requested = Signal()
    """Go to where conflicts are decided."""

    def __init__(self, context: Context) -> None:
        """Show nothing yet."""
        super().__init__()
        self._context = context
        self._lines = column(gap=GAP_8)
        inside = QWidget()
        inside.setLayout(self._lines)
        area = scrolled(inside)
        area.setAccessibleName(context.words.say(message("Details of the file")))
        self.setLayout(column([area]))
        self._questions: tuple[Question, ...] = ()
        self._cells: CellLines | None = None
        self._decidable = label("")
        self.table: CellsTable | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how to get details."""
        clear_layout(self._lines)
        self.table = None
        self._add(self._text(message("Choose a file to see what becomes of it."), "quiet"))
        self._lines.addStretch(1)

    def show_row(self, shown: PlanRow, facts: OfficeFacts) -> None:
        """Show one file."""
        clear_layout(self._lines)
        self.table = None
        say, file = self._context.words.say, shown.file
        word = say(outcome_word(file))
        mark = StateMark(self._context.theme, SHAPES[file.outcome], word)
        if shown.judge:
            self._add(label(shown.judge, "section"))
        self._add(row([mark, label(word, "strong", wraps=False), None], gap=GAP_8))
        self._add(label(breakable(file.source.label), "quiet"))
        if file.last is not None:
            when = self._context.words.moment(file.last.time)
            self._add(
                self._text(
                    message("Seal {number} of {when}, receipt {receipt}",
                            number=file.last.number, when=when, receipt=file.last.receipt),
                    "quiet",
                )
            )  # fmt: skip
            if file.last.reason:
                self._add(self._text(message("Reason: {reason}", reason=file.last.reason)))
        lines = CellLines(facts.instrument, facts.roster.regions, self._context.words)
        if file.outcome is Outcome.REFUSED:
            self._show_refusal(file, facts)
        elif file.outcome is Outcome.CONFLICT:
            self._show_conflict(shown, lines)
        if shown.differences:
            self._show_differences(shown, lines)
        elif file.outcome in _SAID:
            self._add(self._text(_SAID[file.outcome]))
        if self.table is None:
            self._lines.addStretch(1)

    def _show_refusal(self, file: FilePlan, facts: OfficeFacts) -> None:
        names = {region.code: region.name for region in facts.roster.regions}
        say = self._context.words.say
        for refusal in (file.refusal, *file.also):
            if refusal is None:
                continue
            region = names.get(refusal.region, refusal.region)
            if refusal.reason is RefusalReason.ENCRYPTED:
                self._add(self._text(_ENCRYPTED))
                choose = button(say(message("Choose the age identity ...")),
                                self.identity_requested.emit)  # fmt: skip
                self._add(row([choose, None]))
                continue
            said = say(refusal.what)
            self._add(label(f"{region} · {refusal.region}: {said}" if region else said))
        self._add(self._text(message("Nothing of this file is merged."), "quiet"))

    def _show_conflict(self, shown: PlanRow, lines: CellLines) -> None:
        self._questions = shown.questions
        self._add(self._text(_SAFE))
        apart = [question for question in shown.questions if not question.region]
        for question in apart:
            self._add(self._text(question.what, "attention"))
            for said in lines.answers(question):
                self._add(label(f"• {said}"))
        to_plenary = button(self._context.words.say(message("To the plenary decisions")),
                            self.plenary_requested.emit)  # fmt: skip
        self._add(row([to_plenary, None]))
        seals = lines.seals(shown.questions)
        disputes = lines.disputes(shown.questions, seals)
        if disputes:
            say = self._context.words.say
            titles = [say(message("Indicator")), *map(_in_two_lines, seals)]
            self._put_table(CellsModel(titles, disputes), say(message("Both sides")))
            self._decidable = label("")
            self._add(self._decidable)
            self._cells = lines
            self._show_decidable(0)
            if self.table is not None:
                self.table.selectionModel().currentRowChanged.connect(
                    lambda now: self._show_decidable(now.row())
                )

    def _show_decidable(self, number: int) -> None:
        """Say what may be decided for the region of a line."""
        model = self.table.model() if self.table is not None else None
        if not isinstance(model, CellsModel) or self._cells is None:
            return
        if not 0 <= number < len(model.lines):
            return
        code = model.lines[number].region
        question = next(q for q in self._questions if q.region == code)
        said = [self._context.words.say(question.what)]
        said += [f"• {answer}" for answer in self._cells.answers(question)]
        self._decidable.setText("\n".join(said))

    def _show_differences(self, shown: PlanRow, lines: CellLines) -> None:
        say, replaced = self._context.words.say, shown.file.replaced
        number = replaced.number if replaced is not None else 0
        last = shown.file.last.number if shown.file.last is not None else 0
        titles = [
            say(message("Indicator")),
            say(message("Seal {number}", number=number)),
            say(message("Seal {number}", number=last)),
        ]
        model = CellsModel(titles, lines.changes(shown.differences))
        if self.table is None:
            self._put_table(model, say(message("What changes, cell by cell")))

    def _put_table(self, model: CellsModel, name: str) -> None:
        self.table = CellsTable(name, self._context.theme, model)
        self._add(label(name, "strong"))
        self._lines.addWidget(self.table, 1)

    def _text(self, text: Message, kind: str = "") -> QWidget:
        return label(self._context.words.say(text), kind)

    def _add(self, item: Item) -> None:
        if isinstance(item, QWidget):
            self._lines.addWidget(item)
        elif item is not None:
            self._lines.addLayout(item)
            item.setSpacing(GAP_4)


def _in_two_lines(digest: str) -> str:
    """Return the receipt of a seal as the title of a narrow column."""
    receipt = receipt_of(digest)
    return f"{receipt[:10]}\n{receipt[10:]}"


_ENCRYPTED = message(
    "This copy is encrypted to the coordinator. Choose the file with the age identity that opens "
    "it; the identity is used now and kept nowhere."
)
_SAFE = message(
    "Both seals are kept. Sheets that are the same in both are not in dispute; the others do not "
    "count until the plenary decides, region by region."
)
_SAID = {
    Outcome.NEW: message("The first seal of this panel file: all its sheets are new."),
    Outcome.ALREADY_MERGED: message("This seal was merged before. Nothing changes."),
    Outcome.SUPERSEDED: message(
        "A later seal of the same panel file was merged already. This one is kept and changes "
        "nothing."
    ),
    Outcome.SUPERSEDES: message("It takes the place of the earlier seal; no score differs."),
}
