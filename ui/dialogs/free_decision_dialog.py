"""A decision that answers no open question, with what would follow from it.

A region's status, a judge who does not score it, or a seal that does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.topics import STATUSES, describe_ruling, standing_seals
from ui.coordinator.plenary.backing_part import BackingPart
from ui.coordinator.plenary.consequence_part import ConsequencePart
from ui.coordinator.plenary.foresight import Foresight
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.choice import Choice
from ui.widgets.layouts import card, column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.topics import Ruling
    from ui.context import Context
    from ui.coordinator.state import OfficeState


FEWEST_LETTERS = 20
"""Of what is chosen, that the closed choice shows where there is little room."""


class FreeDecisionDialog(Question):
    """Asks what is decided of which region or seal, says what would follow, and who decided.

    Attributes:
        kind, region, status, judge, seal, scope: what is chosen. backing: who decided and why.
        sentence: the decision as it will be recorded. consequence: what would follow.
    """

    def __init__(self, context: Context, parent: QWidget, state: OfficeState) -> None:
        """Offer every region, status, judge and seal of an assessment."""
        say, self._facts = context.words.say, state.facts
        super().__init__(
            context,
            parent,
            say(message("Which other decision is recorded?")),
            say(message("Record the decision")),
        )
        self._words = context.words
        self._offer()
        self.sentence = label("", "strong")
        self.consequence = ConsequencePart(context)
        self._foresight = Foresight(state, self.consequence)
        self.backing = BackingPart(context)
        self.put(
            [self._kind, self._seal, self._scope, self._region, self._status, self._judge,
             self.sentence, card(column([self.consequence])), self.backing]
        )  # fmt: skip
        for choice in (self.kind, self.seal, self.scope, self.region, self.status, self.judge):
            choice.currentIndexChanged.connect(lambda _: self._chosen())
        self.backing.changed.connect(self._check)
        self._chosen()
        self._check()

    def ruling(self) -> Ruling:
        """Return the decision that is chosen."""
        region = str(self.region.currentData())
        match self.kind.currentData():
            case "status":
                return ("status", region, str(self.status.currentData()))
            case "recuse":
                return ("recuse", str(self.judge.currentData()), region)
        scope = str(self.scope.currentData())
        return ("void", str(self.seal.currentData()), *([scope] if scope else []))

    def _offer(self) -> None:
        say, facts = self._words.say, self._facts
        seals = [(say(each.said), each.digest) for each in standing_seals(facts)]
        kinds = [
            (say(message("Status of a region")), "status"),
            (say(message("A judge does not score a region")), "recuse"),
        ]
        if seals:
            kinds.append((say(message("A seal does not count")), "void"))
        regions = [
            (f"{region.name} ({region.code})", region.code) for region in facts.roster.regions
        ]
        everywhere = (say(message("For all its regions")), "")
        judges = [(f"{judge.name} ({judge.id})", judge.id) for judge in facts.roster.judges]
        statuses = [(say(words), value) for value, words in STATUSES.items()]
        self.kind, self._kind = self._choice(message("Kind of decision"), kinds)
        self.seal, self._seal = self._choice(message("Seal"), seals)
        self.scope, self._scope = self._choice(
            message("For which regions"), [everywhere, *regions]
        )  # fmt: skip
        self.region, self._region = self._choice(message("Region"), regions)
        self.status, self._status = self._choice(message("Status"), statuses)
        self.judge, self._judge = self._choice(message("Judge"), judges)

    def _chosen(self) -> None:
        kind = self.kind.currentData()
        for part, kinds in (
            (self._seal, ("void",)),
            (self._scope, ("void",)),
            (self._region, ("status", "recuse")),
            (self._status, ("status",)),
            (self._judge, ("recuse",)),
        ):
            part.setVisible(kind in kinds)
        ruling = self.ruling()
        self.sentence.setText(self._words.say(describe_ruling(ruling, self._facts)))
        self._foresight.look(ruling)

    def _check(self) -> None:
        lacks = self.backing.lacks()
        self.need("" if lacks is None else self._words.say(lacks))

    def _choice(self, name: Message, offers: list[tuple[str, str]]) -> tuple[Choice, QWidget]:
        text = self._words.say(name)
        made = Choice(text, [words for words, _ in offers])
        # What does not fit stands in the sentence below.
        made.let_shrink(FEWEST_LETTERS)
        for place, (_, value) in enumerate(offers):
            made.setItemData(place, value)
        whole, title = QWidget(), label(text, "strong")
        title.setBuddy(made)
        whole.setLayout(column([title, made], gap=GAP_4))
        return made, whole
