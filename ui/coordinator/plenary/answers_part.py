"""The answers to one topic: each as a sentence, or an order to put tied regions into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.topics import describe_ruling, region_words
from ui.theme import GAP_8
from ui.widgets.answer_line import AnswerLine
from ui.widgets.choice import Choice
from ui.widgets.layouts import clear_layout, column
from ui.widgets.order_list import OrderList
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.topics import Ruling, Topic
    from ui.context import Context


FEWEST_LETTERS = 20
"""Of a region's name that the closed choice shows where there is little room."""


class AnswersPart(QWidget):
    """One answer may be chosen; an order appears below the one that needs it.

    Attributes:
        scope: where several regions are concerned: all of them, or one.
        offers: the answers in that scope.
    """

    chosen = Signal()
    """Another answer, another order, or none any more."""

    def __init__(self, context: Context, facts: OfficeFacts, topic: Topic) -> None:
        """Offer the answers of a topic; none is chosen."""
        super().__init__()
        self._context, self._facts, self._topic = context, facts, topic
        say = context.words.say
        self._group = QButtonGroup(self)
        self._orders: dict[int, OrderList] = {}
        self._rulings: tuple[Ruling, ...] = ()
        self.offers: list[AnswerLine] = []
        together = message("For all {count} regions together", count=len(topic.questions))
        alone = [region_words(question.region, facts) for question in topic.questions]
        self.scope = Choice(say(message("For which regions")), [say(together), *alone])
        self.scope.let_shrink(FEWEST_LETTERS)
        self._lines = column(gap=GAP_8)
        parts: list[QWidget] = [label(say(message("Answer")), "strong"), self.scope]
        self.scope.setVisible(len(topic.questions) > 1)
        whole = column(parts, gap=GAP_8)
        whole.addLayout(self._lines)
        self.setLayout(whole)
        self.scope.currentIndexChanged.connect(self._offer)
        self._group.idToggled.connect(self._toggled)
        self._offer(0)

    def ruling(self) -> Ruling | None:
        """Return the decision that is chosen, or None."""
        number = self._group.checkedId()
        if number < 0:
            return None
        if number in self._orders:
            return ("tie", *self._orders[number].order())
        return self._rulings[number]

    def _offer(self, scope: int) -> None:
        for line in self.offers:
            self._group.removeButton(line.button)
        clear_layout(self._lines)
        self.offers, self._orders = [], {}
        questions = self._topic.questions
        self._rulings = questions[scope - 1].answers if scope > 0 else self._topic.answers
        for number, ruling in enumerate(self._rulings):
            line = AnswerLine(self._sentence(ruling))
            self._group.addButton(line.button, number)
            self.offers.append(line)
            self._lines.addWidget(line)
            if ruling[0] == "tie":
                self._lines.addWidget(self._order(number, ruling[1:]))
        self.chosen.emit()

    def _sentence(self, ruling: Ruling) -> str:
        if ruling[0] == "tie":
            text = message("Put these regions into an order, best first")
        else:
            text = describe_ruling(ruling, self._facts)
        return self._context.words.say(text)

    def _order(self, number: int, codes: tuple[str, ...]) -> OrderList:
        offers = [(code, region_words(code, self._facts)) for code in codes]
        name = self._context.words.say(message("Order, best first"))
        made = self._orders[number] = OrderList(self._context, name, offers)
        made.setEnabled(False)
        made.changed.connect(self.chosen)
        return made

    def _toggled(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if number in self._orders:
            self._orders[number].setEnabled(on)
        if on:
            self.chosen.emit()
