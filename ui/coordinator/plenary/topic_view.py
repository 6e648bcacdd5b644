"""One topic: the question, both sides, the answers, what would follow, and recording it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.deciding import foresee
from ui.coordinator.plenary.answers_part import AnswersPart
from ui.coordinator.plenary.backing_part import BackingPart
from ui.coordinator.plenary.consequence_part import ConsequencePart
from ui.coordinator.plenary.rivals_table import RivalsModel
from ui.theme import GAP_12, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.layouts import card, column, row
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.deciding import Consequence
    from smartcity_desktop.secretariat.topics import Ruling, Topic
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class TopicView(QWidget):
    """Shows one topic until it is decided.

    Attributes:
        answers, consequence, backing: the parts. record: what the page does when all is said.
    """

    recorded = Signal(object, object, str)
    """The Ruling, its Backing, and who was present."""

    def __init__(self, context: Context, state: OfficeState, topic: Topic) -> None:
        """Show a topic of the open assessment."""
        super().__init__()
        self._context, self._state = context, state
        say, facts = context.words.say, state.facts
        lines = column(gap=GAP_12)
        for question in topic.questions[:1]:
            lines.addWidget(label(say(question.what)))
        if len(topic.questions) > 1:
            more = message("The same holds for {count} regions.", count=len(topic.questions))
            lines.addWidget(label(say(more), "quiet"))
        if topic.questions[0].rivals:
            lines.addWidget(self._rivals(topic))
        self.answers = AnswersPart(context, facts, topic)
        self.answers.chosen.connect(self._foresee)
        self.consequence = ConsequencePart(context)
        self.backing = BackingPart(context)
        self.backing.changed.connect(self._check)
        self.record = button(say(message("Record the decision")), self._record, "primary")
        self._lacking = label("", "quiet")
        lines.addWidget(self.answers)
        lines.addWidget(card(column([self.consequence])))
        lines.addWidget(self.backing)
        end = row([self._lacking, self.record], gap=GAP_12)
        end.setStretch(0, 1)
        lines.addLayout(end)
        self.setLayout(lines)
        self._check()

    def _rivals(self, topic: Topic) -> PlainTable:
        words, facts = self._context.words, self._state.facts
        names = {region.code: region.name for region in facts.roster.regions}
        table = PlainTable(words.say(message("Where the sheets differ")))
        # Figures of both sheets are seen without scrolling; places go on in the next line.
        table.least_letters = 14
        model = RivalsModel(words, facts.instrument, topic.questions, names)
        model.setParent(table)
        table.setItemDelegate(TwoLineDelegate(table, self._context.theme))
        table.show_model(model, stretched=0, lines=2)
        for sheet in range(1, model.columnCount()):
            table.setColumnWidth(sheet, table.columnWidth(sheet) - GAP_12)
        table.let_rows_grow()
        table.setMinimumHeight(self._context.theme.pixels(TREE_HEIGHT))
        return table

    def _foresee(self) -> None:
        ruling = self.answers.ruling()
        self._check()
        if ruling is None:
            return
        self.consequence.wait()
        self._state.ask(
            lambda office, _: foresee(office, ruling),
            lambda found: self._show(ruling, found),
            lambda error: self._fail(ruling, error),
            owner=self,
        )

    def _show(self, ruling: Ruling, found: Consequence) -> None:
        if self.answers.ruling() == ruling:
            self.consequence.show_consequence(found)

    def _fail(self, ruling: Ruling, error: ExpectedError) -> None:
        if self.answers.ruling() == ruling:
            self.consequence.fail(error)

    def _lack(self) -> Message | None:
        facts = self._state.facts
        if facts.read_only:
            return message("Nothing can be decided here: the file is open for looking only.")
        if facts.standing is not None:
            return message("The results are declared. Reopen them before deciding.")
        if self.answers.ruling() is None:
            return message("Choose an answer.")
        return self.backing.lacks()

    def _check(self) -> None:
        lack = self._lack()
        self.record.setEnabled(lack is None)
        self._lacking.setText("" if lack is None else self._context.words.say(lack))
        self.record.setAccessibleDescription(self._lacking.text())

    def _record(self) -> None:
        ruling = self.answers.ruling()
        if ruling is not None and self._lack() is None:
            self.recorded.emit(ruling, self.backing.backing(), self.backing.attendance())
