"""Plenary: what only people decide, one topic at a time, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.steps import NAMES, Step
from smartcity_desktop.secretariat.topics import NAMES as KINDS
from smartcity_desktop.secretariat.topics import codes_of, find_topics
from ui.coordinator.plenary.recording import ask_decision, record_decision
from ui.coordinator.plenary.topic_view import TopicView
from ui.coordinator.progress_line import ProgressLine
from ui.coordinator.step_page import StepPage
from ui.item_models.decisions_model import Column, DecisionsModel
from ui.theme import GAP_8, GAP_12, TOPICS_WIDTH, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.layouts import clear_layout, column, row, scrolled
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.plenary.recording import Backing
    from smartcity_desktop.secretariat.topics import Ruling, Topic
    from ui.context import Context
    from ui.coordinator.state import OfficeState


DECISION_LETTERS = 48
"""Of a decision's sentence in one line, before the other columns give way."""
MOST_OF_PAGE = 4
"""The list of questions takes at most one part in so many, unless letters are small."""
MOST_NAMED = 3
"""Tied regions that stand by name in the list of questions."""


class PlenaryPage(StepPage):
    """Open topics at the left, the chosen one beside them; decisions below.

    Attributes:
        topics: the list. view: the chosen topic, or None. decisions: what was recorded.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, NAMES[Step.PLENARY])
        say = context.words.say
        self._found: tuple[Topic, ...] = ()
        self.stand = label("", "strong")
        self.topics = QListWidget()
        self.topics.setAccessibleName(say(message("Open questions")))
        self.topics.setObjectName("lines")
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.currentRowChanged.connect(self._show_topic)
        self.view: TopicView | None = None
        self._place = column(gap=0)
        beside = QWidget()
        beside.setLayout(column([self._place, None], gap=0))
        self.topics.setFixedWidth(context.theme.pixels(TOPICS_WIDTH))
        halves = row([self.topics, scrolled(beside)], gap=GAP_12)
        halves.setStretch(1, 1)
        self.other = button(say(message("Record another decision ...")), self._ask_other)
        self.decisions = PlainTable(say(message("Decisions")))
        self.decisions.setFixedHeight(context.theme.pixels(TREE_HEIGHT))
        self.decisions.setItemDelegate(TwoLineDelegate(self.decisions, context.theme))
        self.decisions.let_rows_grow()
        self.decisions.least_letters = DECISION_LETTERS
        self._decided = Fold(say(message("Decisions recorded so far")), self.decisions)
        self.progress = ProgressLine(context)
        self.why = label("", "quiet")
        head = row([self.stand, self.other], gap=GAP_12)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.why)
        self.body.addLayout(halves, 1)
        self.body.addWidget(self._decided)
        self.body.addWidget(self.progress)
        self.body.setSpacing(GAP_8)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave most of the page to the chosen question."""
        super().resizeEvent(event)
        usual = self.context.theme.pixels(TOPICS_WIDTH)
        self.topics.setFixedWidth(min(usual, max(TOPICS_WIDTH, self.width() // MOST_OF_PAGE)))

    def refresh(self) -> None:
        """Show what is open now."""
        facts, say = self.state.facts, self.context.words.say
        place = max(0, self.topics.currentRow())
        found = find_topics(facts.reckoning.questions)
        # What the declaration waits for comes first.
        self._found = tuple(sorted(found, key=lambda topic: not topic.blocking))
        waiting = sum(topic.blocking for topic in self._found)
        if not self._found:
            self.stand.setText(say(message("Nothing is open.")))
        else:
            stand = message(
                "Open topics: {count}; the declaration waits for {waiting} of them.",
                count=len(self._found),
                waiting=waiting,
            )
            self.stand.setText(say(stand))
        self.topics.setVisible(bool(self._found))
        self.setFocusProxy(self.topics if self._found else self.other)
        self.topics.blockSignals(True)  # noqa: FBT003 - Qt's signals take no names
        self.topics.clear()
        for topic in self._found:
            QListWidgetItem(self._line(topic), self.topics)
        self.topics.blockSignals(False)  # noqa: FBT003 - Qt's signals take no names
        self._allow()
        self.decisions.show_model(
            DecisionsModel(self.context.words, facts), stretched=Column.WHAT,
            squeezed=(Column.BY, Column.STATE), lines=2,
        )  # fmt: skip
        self.topics.setCurrentRow(min(place, len(self._found) - 1))
        self._show_topic(self.topics.currentRow())

    def _allow(self) -> None:
        """Say why nothing can be decided now, where that is so."""
        facts, say = self.state.facts, self.context.words.say
        why = ""
        if facts.read_only:
            why = say(message("Nothing can be decided here: the file is open for looking only."))
        elif facts.standing is not None:
            why = say(message("The results are declared. Reopen them before deciding."))
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.other.setEnabled(not why)
        self.other.setAccessibleDescription(why)

    def _line(self, topic: Topic) -> str:
        say = self.context.words.say
        question = topic.questions[0]
        about = [part for part in (question.judge, question.region) if part]
        if len(topic.questions) > 1:
            count = message("regions: {count}", count=len(topic.questions))
            about = [question.judge, say(count)]
        waits = message("The declaration waits for it") if topic.blocking else message("May wait")
        lines = [say(KINDS[topic.kind]), " · ".join(about) or say(waits)]
        codes = codes_of(topic)
        if codes:
            names = {region.code: region.name for region in self.state.facts.roster.regions}
            more = len(codes) - MOST_NAMED
            rest = [say(message("and {count} more", count=more))] if more > 0 else []
            lines.append(", ".join([*(names[code] for code in codes[:MOST_NAMED]), *rest]))
        return "\n".join(lines)

    def _show_topic(self, number: int) -> None:
        clear_layout(self._place)
        self.view = None
        if 0 <= number < len(self._found):
            self.view = TopicView(self.context, self.state, self._found[number])
            self.view.recorded.connect(self._record)
            self._place.addWidget(self.view)
            return
        text = message(
            "When a merge brings something that only people can decide, it is listed here."
        )
        self._place.addWidget(label(self.context.words.say(text), "quiet"))

    def _ask_other(self) -> None:
        ask_decision(self, self.progress)

    def _record(self, ruling: Ruling, backing: Backing, present: str) -> None:
        record_decision(self, self.progress, ruling, backing, present)
