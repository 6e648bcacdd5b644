"""Reopening a declaration, recording an objection, answering one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import ObjectionOutcome
from smartcity_desktop.plenary.recording import LONGEST, is_said
from smartcity_desktop.secretariat.audit_words import OUTCOMES
from smartcity_desktop.secretariat.topics import region_words
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.choice import Choice
from ui.widgets.layouts import column
from ui.widgets.long_field import LongField
from ui.widgets.notice import Notice
from ui.widgets.texts import label
from ui.widgets.ticked_choices import TickedChoices

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context

ANSWERS = tuple(each for each in ObjectionOutcome if each is not ObjectionOutcome.OPEN)


class _Asking(Question):
    """A question whose lines of text must all say something."""

    def __init__(self, context: Context, parent: QWidget, title: Message, act: Message) -> None:
        say = context.words.say
        super().__init__(context, parent, say(title), say(act))
        self._context = context
        self._needed: list[tuple[QLineEdit | LongField, Message]] = []

    def line(self, name: Message, lacking: Message) -> tuple[QLineEdit, QWidget]:
        """Return a field that must say something, with its title."""
        text = self._context.words.say(name)
        made = QLineEdit()
        made.setMaxLength(LONGEST)
        made.setAccessibleName(text)
        return made, self._need_it(made, text, lacking)

    def paragraph(self, name: Message, lacking: Message) -> tuple[LongField, QWidget]:
        """Return a field for a sentence or more that must say something, with its title."""
        text = self._context.words.say(name)
        made = LongField(self._context.theme, text, LONGEST)
        return made, self._need_it(made, text, lacking)

    def _need_it(self, made: QLineEdit | LongField, text: str, lacking: Message) -> QWidget:
        made.textChanged.connect(lambda *_: self.check())
        self._needed.append((made, lacking))
        return self.titled(text, made)

    def titled(self, text: str, content: QWidget) -> QWidget:
        """Return a part with its title above it."""
        title, whole = label(text, "strong"), QWidget()
        title.setBuddy(content)
        whole.setLayout(column([title, content], gap=GAP_4))
        return whole

    def check(self) -> None:
        """Allow it when everything needed was said."""
        lacking = next((what for edit, what in self._needed if not is_said(edit.text())), None)
        self.need("" if lacking is None else self._context.words.say(lacking))


class ReopenDialog(_Asking):
    """Asks who reopens, why, and which objections led to it.

    Attributes:
        by, reason: as typed.
    """

    def __init__(self, context: Context, parent: QWidget, facts: OfficeFacts) -> None:
        """Ask about the declaration in force."""
        super().__init__(
            context,
            parent,
            message("Reopen the declared results?"),
            message("Reopen the results"),
        )
        say = context.words.say
        follows = message(
            "Documents printed from this declaration are superseded from then on, and whoever "
            "checks one beside this assessment is told so. Then panel files can be merged and "
            "decisions recorded again, until you declare anew."
        )
        standing = facts.standing
        led = [o for o in facts.objections if standing and o.declaration == standing.number]
        offers = [(str(o.number), f"{o.number}. {region_words(o.region, facts)}\n{o.claim}")
                  for o in led]  # fmt: skip
        name = say(message("Objections that led to it"))
        self._objections = TickedChoices(context, name, offers)
        self.by, by = self.line(message("Who reopens"), message("Say who reopens the results."))
        self.reason, reason = self.paragraph(
            message("Reason, as it will be printed"), message("Write the reason; it is printed.")
        )
        parts: list[QWidget] = [Notice(say(follows), "attention")]
        if led:
            parts.append(self.titled(name, self._objections))
        self.put([*parts, by, reason])
        self.check()

    def objections(self) -> tuple[int, ...]:
        """Return the numbers of the objections that are ticked."""
        return tuple(map(int, self._objections.ticked()))


class ObjectionDialog(_Asking):
    """Asks who objects, to which region's result, and what is claimed.

    Attributes:
        by, claim: as typed.
    """

    def __init__(self, context: Context, parent: QWidget, facts: OfficeFacts) -> None:
        """Ask about the results declared last."""
        super().__init__(
            context, parent, message("Record an objection?"), message("Record the objection")
        )
        say = context.words.say
        self._codes = [region.code for region in facts.roster.regions]
        name = say(message("Region"))
        self.region = Choice(name, [region_words(code, facts) for code in self._codes])
        self.by, by = self.line(message("Who objects"), message("Say who objects."))
        self.claim, claim = self.paragraph(
            message("What is claimed"), message("Write what is claimed; it is printed.")
        )
        alters = message("An objection alters nothing by itself; it is printed with its answer.")
        self.put([Notice(say(alters)), self.titled(name, self.region), by, claim])
        self.check()

    def code(self) -> str:
        """Return the code of the region."""
        return self._codes[self.region.currentIndex()]


class AnswerDialog(_Asking):
    """Asks what was answered to an objection; an answer is never changed.

    Attributes:
        by, text: as typed.
    """

    def __init__(self, context: Context, parent: QWidget, objection: Objection) -> None:
        """Ask about one objection."""
        title = message("Answer objection {number}?", number=objection.number)
        super().__init__(context, parent, title, message("Record the answer"))
        say = context.words.say
        name = say(message("Outcome of the objection"))
        self._outcome = Choice(name, [say(OUTCOMES[each]) for each in ANSWERS])
        self.by, by = self.line(message("Who answers"), message("Say who answers."))
        self.text, text = self.paragraph(
            message("Answer, as it will be printed"), message("Write the answer; it is printed.")
        )
        claimed = message("{by} claims: {claim}", by=objection.by, claim=objection.claim)
        self.put([Notice(say(claimed)), self.titled(name, self._outcome), by, text])
        self.check()

    def outcome(self) -> ObjectionOutcome:
        """Return what was decided on it."""
        return ANSWERS[self._outcome.currentIndex()]
