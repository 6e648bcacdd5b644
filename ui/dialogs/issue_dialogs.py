"""Issuing more panel files: in place of a lost one, for more regions, for paper sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.recording import Backing, is_said
from ui.dialogs.question import Question
from ui.theme import GAP_4
from ui.widgets.layouts import column
from ui.widgets.notice import Notice
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.texts import label
from ui.widgets.ticked_choices import TickedChoices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.issuing import IssueLine
    from ui.context import Context

LOST_REASONS = (
    message("The laptop was lost or stolen"),
    message("The laptop or its disk is broken"),
    message("The panel file was deleted"),
)
REGION_ADDED = message("A region was added")
STANDS_IN = message("Stands in for another judge")
JOINED_LATER = message("The judge joined later")
PAPER_REASONS = (
    message("The laptop failed, and the sheets were filled in by hand"),
    message("The judge scored on paper from the beginning"),
)


class ReplaceDialog(Question):
    """Asks who decided, why, and which of the merged seals of the lost file stand.

    Attributes:
        by: who decided. reason: why. stand: the seals; None where none was merged.
    """

    def __init__(
        self, context: Context, parent: QWidget, line: IssueLine, seals: Sequence[IntactSeal]
    ) -> None:
        """Ask about a panel file."""
        say = context.words.say
        super().__init__(
            context,
            parent,
            say(message("Issue a replacement for {issue}?", issue=line.issue.id)),
            say(message("Choose a folder and issue")),
        )
        self._context = context
        self.by, by = _field(context, message("Who decided"))
        self.reason = ReasonChoice(context.words, LOST_REASONS)
        self.stand: TickedChoices | None = None
        parts: list[QWidget] = [Notice(say(_stays_of_lost(line, seals)))]
        if seals:
            offers = [(seal.digest, self._seal(seal)) for seal in seals]
            name = say(message("Seals of the lost panel file that stand"))
            latest = seals[-1].digest
            self.stand = TickedChoices(context, name, offers, [latest])
            parts.append(_titled(name, self.stand))
        self.put([*parts, by, self.reason])
        self.by.textChanged.connect(self._check)
        self.reason.changed.connect(self._check)
        self._check()

    def backing(self) -> Backing:
        """Return who decided and why."""
        return Backing(self.by.text(), self.reason.reason())

    def standing(self) -> tuple[str, ...]:
        """Return the digests of the seals that stand."""
        return self.stand.ticked() if self.stand is not None else ()

    def _seal(self, seal: IntactSeal) -> str:
        said = message(
            "Seal {number}, sheets: {sheets}, {when}\nReceipt {receipt}",
            number=seal.number,
            sheets=len(seal.sheets),
            when=self._context.words.moment(seal.time),
            receipt=seal.receipt,
        )
        return self._context.words.say(said)

    def _check(self) -> None:
        say = self._context.words.say
        if not is_said(self.by.text()):
            self.need(say(message("Say who decided.")))
        else:
            self.need("" if self.reason.reason() else say(message("Choose or write a reason.")))


class SupplementDialog(Question):
    """Asks which further regions a judge shall score, and why.

    Attributes:
        regions: those the judge may still be given. reason: why.
    """

    def __init__(
        self, context: Context, parent: QWidget, judge: Judge, free: Sequence[Region]
    ) -> None:
        """Ask about a judge; ``free`` are the regions that can be added."""
        say = context.words.say
        super().__init__(
            context,
            parent,
            say(message("Issue more regions to {name}?", name=judge.name)),
            say(message("Choose a folder and issue")),
        )
        self._words = context.words
        offers = [(r.code, f"{r.name}\n{r.code} · {r.province}") for r in free]
        name = say(message("Regions to add"))
        self.regions = TickedChoices(context, name, offers, search=say(message("Search a region")))
        self.reason = ReasonChoice(context.words, (REGION_ADDED, STANDS_IN))
        stays = message(
            "The judge gets a further panel file. Everything scored and sealed in the first one "
            "stays valid."
        )
        self._nothing = not free
        self.put([Notice(say(stays)), _titled(name, self.regions), self.reason])
        self.regions.changed.connect(self._check)
        self.reason.changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        say = self._words.say
        if self._nothing:
            self.need(say(message("There is no further region that this judge may score.")))
        elif not self.regions.ticked():
            self.need(say(message("Tick at least one region.")))
        else:
            self.need("" if self.reason.reason() else say(message("Choose or write a reason.")))


class PaperDialog(Question):
    """Asks why a judge's sheets are typed from paper.

    Attributes:
        reason: why.
    """

    def __init__(self, context: Context, parent: QWidget, judge: Judge) -> None:
        """Ask about a judge."""
        say = context.words.say
        super().__init__(
            context,
            parent,
            say(message("Type the paper sheets of {name}?", name=judge.name)),
            say(message("Choose a folder and issue")),
        )
        self._words = context.words
        self.reason = ReasonChoice(context.words, PAPER_REASONS)
        follows = message(
            "Two panel files are issued. Two people type the signed sheets, each in a file of his "
            "own, without seeing the other's. Equal sheets count; different ones are a conflict "
            "that the plenary settles. Sheets sealed electronically stay valid; the same sheet in "
            "both ways is a conflict."
        )
        self.put([Notice(say(follows)), self.reason])
        self.reason.changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        say = self._words.say
        self.need("" if self.reason.reason() else say(message("Choose or write a reason.")))


def _stays_of_lost(line: IssueLine, seals: Sequence[IntactSeal]) -> Message:
    if seals:
        return message(
            "The new file begins with the sheets of the seals that stand; they count until it "
            "seals those regions again. Any other seal of {issue}, whenever it comes, is kept and "
            "does not count.",
            issue=line.issue.id,
        )
    return message(
        "Nothing of {issue} was merged, so the judge begins anew. A seal of it that comes later "
        "is kept and does not count unless the plenary admits it.",
        issue=line.issue.id,
    )


def _field(context: Context, name: Message) -> tuple[QLineEdit, QWidget]:
    text = context.words.say(name)
    made = QLineEdit()
    made.setAccessibleName(text)
    return made, _titled(text, made)


def _titled(text: str, content: QWidget) -> QWidget:
    title, whole = label(text, "strong"), QWidget()
    title.setBuddy(content)
    whole.setLayout(column([title, content], gap=GAP_4))
    return whole
