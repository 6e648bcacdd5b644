"""A decision that answers no open question: a region's status, or a judge who does not score it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.topics import STATUSES
from ui.coordinator.plenary.backing_part import BackingPart
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.choice import Choice
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.topics import Ruling
    from ui.context import Context


class FreeDecisionDialog(Question):
    """Asks for the region, what is decided of it, and who decided.

    Attributes:
        kind, region, status, judge: what is chosen. backing: who decided and why.
    """

    def __init__(self, context: Context, parent: QWidget, facts: OfficeFacts) -> None:
        """Offer every region, status and judge of an assessment."""
        say = context.words.say
        super().__init__(
            context,
            parent,
            say(message("Which other decision is recorded?")),
            say(message("Record the decision")),
        )
        self._words = context.words
        kinds = [
            (say(message("Status of a region")), "status"),
            (say(message("A judge does not score a region")), "recuse"),
        ]
        regions = [
            (f"{region.name} ({region.code})", region.code) for region in facts.roster.regions
        ]
        judges = [(f"{judge.name} ({judge.id})", judge.id) for judge in facts.roster.judges]
        statuses = [(say(words), value) for value, words in STATUSES.items()]
        self.kind, kind = self._choice(message("Kind of decision"), kinds)
        self.region, region = self._choice(message("Region"), regions)
        self.status, self._status = self._choice(message("Status"), statuses)
        self.judge, self._judge = self._choice(message("Judge"), judges)
        self.backing = BackingPart(context)
        self.put([kind, region, self._status, self._judge, self.backing])
        self.kind.currentIndexChanged.connect(lambda _: self._show_kind())
        self.backing.changed.connect(self._check)
        self._show_kind()
        self._check()

    def ruling(self) -> Ruling:
        """Return the decision that is chosen."""
        region = str(self.region.currentData())
        if self.kind.currentData() == "status":
            return ("status", region, str(self.status.currentData()))
        return ("recuse", str(self.judge.currentData()), region)

    def _show_kind(self) -> None:
        about_status = self.kind.currentData() == "status"
        self._status.setVisible(about_status)
        self._judge.setVisible(not about_status)

    def _check(self) -> None:
        lacks = self.backing.lacks()
        self.need("" if lacks is None else self._words.say(lacks))

    def _choice(self, name: Message, offers: list[tuple[str, str]]) -> tuple[Choice, QWidget]:
        text = self._words.say(name)
        made = Choice(text, [words for words, _ in offers])
        for place, (_, value) in enumerate(offers):
            made.setItemData(place, value)
        whole, title = QWidget(), label(text, "strong")
        title.setBuddy(made)
        whole.setLayout(column([title, made], gap=GAP_4))
        return made, whole
