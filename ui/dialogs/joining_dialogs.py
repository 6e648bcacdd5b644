"""A judge or a region that joins after the assessment was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.message import message
from ui.dialogs.issue_dialogs import MORE_REASONS
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.layouts import column
from ui.widgets.notice import Notice
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.texts import label
from ui.widgets.ticked_choices import TickedChoices

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context

LONGEST = 200


class _Joining(Question):
    """Fields, a list to tick, and a reason."""

    def __init__(self, context: Context, parent: QWidget, title: Message, stays: Message) -> None:
        say = context.words.say
        super().__init__(context, parent, say(title), say(message("Choose a folder and issue")))
        self._context = context
        self.reason = ReasonChoice(context.words, MORE_REASONS)
        self.reason.changed.connect(self._check)
        self._notice = Notice(say(stays))
        self.ticks: TickedChoices | None = None
        self._needed: list[QLineEdit] = []

    def fill(
        self, fields: Sequence[tuple[QLineEdit, Message]], name: Message,
        offers: Sequence[tuple[str, str]], ticked: Collection[str] = (),
    ) -> None:  # fmt: skip
        """Show fields, then a list of which at least one line is ticked, then the reasons."""
        say = self._context.words.say
        text = say(name)
        search = say(message("Search"))
        self.ticks = TickedChoices(self._context, text, offers, ticked, search=search)
        self.ticks.changed.connect(self._check)
        parts = [self._titled(say(words), edit) for edit, words in fields]
        self.put([self._notice, *parts, self._titled(text, self.ticks), self.reason])
        self._check()

    def field(self, name: Message, *, needed: bool = True) -> QLineEdit:
        """Return a field with this name."""
        made = QLineEdit()
        made.setMaxLength(LONGEST)
        made.setAccessibleName(self._context.words.say(name))
        made.textChanged.connect(lambda _: self._check())
        if needed:
            self._needed.append(made)
        return made

    def ticked(self) -> tuple[str, ...]:
        """Return the keys that are ticked."""
        return self.ticks.ticked() if self.ticks is not None else ()

    def _titled(self, text: str, content: QWidget) -> QWidget:
        title, whole = label(text, "strong"), QWidget()
        title.setBuddy(content)
        whole.setLayout(column([title, content], gap=GAP_4))
        return whole

    def _check(self) -> None:
        say = self._context.words.say
        empty = next((edit for edit in self._needed if not edit.text().strip()), None)
        if empty is not None:
            self.need(say(message("Fill in: {field}", field=empty.accessibleName())))
        elif not self.ticked():
            self.need(say(message("Tick at least one line.")))
        else:
            self.need("" if self.reason.reason() else say(message("Choose or write a reason.")))


class LateJudgeDialog(_Joining):
    """Asks who joins, and which regions the judge shall score.

    Attributes:
        code, name, institution, home: as typed.
    """

    def __init__(
        self, context: Context, parent: QWidget, facts: OfficeFacts, regions: Collection[str] = ()
    ) -> None:
        """Offer the regions that take part; ``regions`` come first and are ticked."""
        super().__init__(
            context,
            parent,
            message("Which judge joins?"),
            message("The judge gets a panel file; everything sealed by others stays valid."),
        )
        names = (
            message("Short id, such as juri-22"),
            message("Name with titles"),
            message("Institution (may stay empty)"),
            message("Home region, by name or code (may stay empty)"),
        )
        self.code, self.name = self.field(names[0]), self.field(names[1])
        self.institution = self.field(names[2], needed=False)
        self.home = self.field(names[3], needed=False)
        taking_part = facts.reckoning.state.taking_part()
        offers = [
            (region.code, f"{region.name}\n{region.code} · {region.province}")
            for region in sorted(facts.roster.regions, key=lambda each: each.code not in regions)
            if region.code in taking_part
        ]
        edits = (self.code, self.name, self.institution, self.home)
        titled = list(zip(edits, names, strict=True))
        self.fill(titled, message("Regions to score"), offers, regions)

    def judge(self) -> Judge:
        """Return who joins, as typed."""
        return Judge(
            self.code.text().strip(),
            self.name.text().strip(),
            self.institution.text().strip(),
            self.home.text().strip(),
        )


class LateRegionDialog(_Joining):
    """Asks which region joins, and who shall score it.

    Attributes:
        code, name: as typed.
    """

    def __init__(self, context: Context, parent: QWidget, facts: OfficeFacts) -> None:
        """Offer the judges."""
        super().__init__(
            context,
            parent,
            message("Which region joins?"),
            message("Each judge gets a further panel file; everything scored so far stays valid."),
        )
        names = (message("Code, such as 64.72"), message("Name of the region"))
        self.code, self.name = self.field(names[0]), self.field(names[1])
        offers = [
            (judge.id, f"{judge.name}\n{judge.id} · {judge.institution}".rstrip(" ·"))
            for judge in facts.roster.judges
        ]
        edits = (self.code, self.name)
        self.fill(list(zip(edits, names, strict=True)), message("Judges who score it"), offers)

    def region(self) -> Region:
        """Return which region joins, as typed."""
        return Region(self.code.text().strip(), self.name.text().strip())
