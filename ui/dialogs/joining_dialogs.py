"""A judge or a region that joins after the assessment was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.assessment import Judge, Region
from smartcity_desktop.domain.message import message
from smartcity_desktop.preparing.latecomers import judge_problem, next_judge_id, region_problem
from smartcity_desktop.regions.resource import official_regions
from ui.dialogs.issue_dialogs import JOINED_LATER, REGION_ADDED, STANDS_IN
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.layouts import column
from ui.widgets.notice import Notice
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.suggestions import suggest
from ui.widgets.texts import label
from ui.widgets.ticked_choices import TickedChoices

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context

LONGEST = 200


class _Joining(Question):
    """Fields, a list to tick, and a reason.

    Attributes:
        wrong: why what is typed cannot be.
    """

    def __init__(
        self, context: Context, parent: QWidget, facts: OfficeFacts,
        said: tuple[Message, Message], reasons: Sequence[Message],
    ) -> None:  # fmt: skip
        say, (title, stays) = context.words.say, said
        super().__init__(context, parent, say(title), say(message("Choose a folder and issue")))
        self._context, self._roster = context, facts.roster
        self.reason = ReasonChoice(context.words, reasons)
        self.reason.changed.connect(self._check)
        self._notice = Notice(say(stays))
        self.wrong = label("", "attention")
        self.wrong.hide()
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
        self.put([self._notice, *parts, self.wrong, self._titled(text, self.ticks), self.reason])
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

    def problem(self) -> Message | None:
        """Return why what is typed cannot be, or None; dialogs that know of reasons say them."""
        return None

    def _titled(self, text: str, content: QWidget) -> QWidget:
        title, whole = label(text, "strong"), QWidget()
        title.setBuddy(content)
        whole.setLayout(column([title, content], gap=GAP_4))
        return whole

    def _check(self) -> None:
        say = self._context.words.say
        empty = next((edit for edit in self._needed if not edit.text().strip()), None)
        problem = self.problem() if empty is None else None
        self.wrong.setText(say(problem) if problem is not None else "")
        self.wrong.setVisible(problem is not None)
        if empty is not None:
            self.need(say(message("Fill in: {field}", field=empty.accessibleName())))
        elif problem is not None:
            self.need(say(message("Correct what is typed above.")))
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
            facts,
            (
                message("Which judge joins?"),
                message("The judge gets a panel file; everything sealed by others stays valid."),
            ),
            (STANDS_IN, JOINED_LATER),
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
        self.code.setText(next_judge_id(facts.roster.judges))
        self.code.selectAll()
        suggest(self.home, [region.name for region in official_regions().regions])
        taking_part = facts.reckoning.state.taking_part()
        offers = [
            (region.code, f"{region.name}\n{region.code} · {region.province}")
            for region in sorted(facts.roster.regions, key=lambda each: each.code not in regions)
            if region.code in taking_part
        ]
        edits = (self.code, self.name, self.institution, self.home)
        titled = list(zip(edits, names, strict=True))
        self.fill(titled, message("Regions to score"), offers, regions)

    def problem(self) -> Message | None:
        """Return why nobody can join like this."""
        return judge_problem(self._roster, self.judge())

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
        code, name: as typed; each offers official regions, and what is chosen fills both.
    """

    def __init__(self, context: Context, parent: QWidget, facts: OfficeFacts) -> None:
        """Offer the judges."""
        super().__init__(
            context,
            parent,
            facts,
            (
                message("Which region joins?"),
                message(
                    "Each judge gets a further panel file; everything scored so far stays valid."
                ),
            ),
            (REGION_ADDED,),
        )
        names = (
            message("Name of the region (type a part of it and choose)"),
            message("Code (an official one comes with the name)"),
        )
        self.name, self.code = self.field(names[0]), self.field(names[1])
        known = {region.code for region in facts.roster.regions}
        free = [region for region in official_regions().regions if region.code not in known]
        self._offered = {f"{each.name} · {each.code}": each for each in free}
        offers = suggest(self.name, list(self._offered))
        # Later than the field itself, which takes the whole line over.
        offers.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.reason.offers[0].setChecked(True)
        people = [
            (judge.id, f"{judge.name}\n{judge.id} · {judge.institution}".rstrip(" ·"))
            for judge in facts.roster.judges
        ]
        edits = (self.name, self.code)
        self.fill(list(zip(edits, names, strict=True)), message("Judges who score it"), people)

    def _take(self, line: str) -> None:
        region = self._offered.get(line)
        if region is not None:
            self.name.setText(region.name)
            self.code.setText(region.code)

    def problem(self) -> Message | None:
        """Return why no region can join like this."""
        return region_problem(self._roster, self.region())

    def region(self) -> Region:
        """Return which region joins, as typed."""
        return Region(self.code.text().strip(), self.name.text().strip())
