"""Correcting a region's name: which region, the right name, who says so and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.recording import LONGEST, Backing, is_said
from smartcity_desktop.regions.correcting import LONGEST_NAME
from smartcity_desktop.secretariat.renaming import name_to_be
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.choice import Choice
from ui.widgets.layouts import column
from ui.widgets.notice import Notice
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context

REASONS = (
    message("The name was mistyped"),
    message("The region itself writes its name so"),
)


class RegionNameDialog(Question):
    """Shows the name until now, and while the right one is typed how it will be written.

    Attributes:
        region: the choice among all regions. former: the name it bears. name: as typed.
        outcome: how the region will be called, or why it cannot be called so.
        by: who says so. reason: why.
    """

    def __init__(self, context: Context, parent: QWidget, facts: OfficeFacts) -> None:
        """Offer every region of an assessment."""
        say = context.words.say
        super().__init__(
            context,
            parent,
            say(message("Which name is corrected?")),
            say(message("Correct the name")),
        )
        self._words, self._facts = context.words, facts
        self._regions = facts.roster.regions
        stays = message(
            "The code never changes. Panel files issued before keep the former name and stay "
            "valid; all others, the results and every document have the right one. The minutes "
            "list the correction."
        )
        offers = [f"{region.name} ({region.code})" for region in self._regions]
        self.region = Choice(say(message("Region")), offers)
        self.former = label("")
        self.former.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = self._line(message("Right name"), LONGEST_NAME)
        self.outcome = label("", "quiet")
        two_lines = 2 * self.outcome.fontMetrics().lineSpacing()
        self.outcome.setMinimumHeight(two_lines)  # so that nothing moves while somebody types
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.by = self._line(message("Who says so"), LONGEST)
        self.reason = ReasonChoice(context.words, REASONS)
        self.put(
            [
                Notice(say(stays)),
                self._titled(self.region),
                self._titled(self.former, say(message("Name until now"))),
                self._titled(self.name, below=self.outcome),
                self._titled(self.by),
                self.reason,
            ]
        )
        self.region.currentIndexChanged.connect(lambda _: self._show_region())
        self.reason.changed.connect(self._check)
        self._show_region()

    def code(self) -> str:
        """Return the code of the region that is chosen."""
        return self._regions[self.region.currentIndex()].code

    def backing(self) -> Backing:
        """Return who says so, and why."""
        return Backing(self.by.text(), self.reason.reason())

    def _show_region(self) -> None:
        """Begin with the name as it is: mostly one letter of it is wrong."""
        name = self._regions[self.region.currentIndex()].name
        self.former.setText(name)
        self.name.setText(name)
        self._check()

    def _check(self) -> None:
        say, missing = self._words.say, ""
        fault = self._find_fault()
        if fault:
            missing = fault
        elif not is_said(self.by.text()):
            missing = say(message("Say who corrects it."))
        elif not self.reason.reason():
            missing = say(message("Choose or write a reason."))
        self.need(missing)

    def _find_fault(self) -> str:
        """Say how the region will be called; return what the name lacks."""
        say, words = self._words.say, self._words
        former = self.former.text()
        if self.name.text().strip() == former:
            self._tell(say(message("Nothing is changed yet.")), "quiet")
            return say(message("Type the right name."))
        try:
            name = name_to_be(self._facts, self.code(), self.name.text())
        except InputError as error:
            self._tell(words.problems(error.problems), "attention")
            return say(message("Type a name that can stand."))
        self._tell(say(message("It will be called: {name}", name=name)), "quiet")
        return ""

    def _tell(self, text: str, kind: str) -> None:
        change_kind(self.outcome, kind)
        self.outcome.setText(text)
        self.name.setAccessibleDescription(text)

    def _line(self, name: Message, longest: int) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(longest)
        made.setAccessibleName(self._words.say(name))
        made.textChanged.connect(lambda _: self._check())
        return made

    def _titled(self, content: QWidget, text: str = "", below: QWidget | None = None) -> QWidget:
        title, whole = label(text or content.accessibleName(), "strong"), QWidget()
        title.setBuddy(content)
        parts = [title, content] if below is None else [title, content, below]
        whole.setLayout(column(parts, gap=GAP_4))
        return whole
