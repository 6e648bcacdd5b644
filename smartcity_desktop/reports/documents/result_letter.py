"""``surat-hasil``: the letter that tells the regions the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.declared_draft import (
    DeclaredPaper,
    number_of,
    place_and_day,
)
from smartcity_desktop.reports.documents.letter_points import letter_points
from smartcity_desktop.reports.documents.taken_table import taken_tables
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import BODY, BODY_BOLD, MM, SMALL_BLACK
from smartcity_desktop.reports.layout.side_by_side import SideBySide
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.text import (
    centred,
    flush,
    flush_right,
    gap,
    numbered,
    paragraph,
)
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.official import official_block
from smartcity_desktop.reports.phrases.people import SigningPeople

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.RESULT_LETTER
DAY_WIDTH = 58 * MM


def draft_result_letter(record: DeclaredRecord, words: Words, number: str) -> Draft:
    """Return the draft of the letter and its attachment."""
    return _ResultLetter(record, words, number).draft()


class _ResultLetter:
    """Gathers the parts of the document."""

    def __init__(self, record: DeclaredRecord, words: Words, number: str) -> None:
        self._record = record
        self._words = words
        self._number = number
        roster = record.roster
        self._title = words.name(roster.assessment.title)
        self._naming = Naming(roster, record.instrument, record.seals, words)
        people = SigningPeople(record.signatories, words)
        self._block = official_block(record, people)
        self._signatories = people.among([self._block.field])

    def draft(self) -> Draft:
        paper = DeclaredPaper(KIND, self._record, self._words, self._number)
        return paper.draft(self._story, self._signatories)

    def _story(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        width = shape.inner_width
        return [
            Kop(self._record.letterhead, self._title, self._words),
            *self._head(width),
            *self._addressees(),
            *self._text(),
            *self._ending(),
            PageBreak(),
            *self._annex(width),
        ]

    def _head(self, width: float) -> list[Flowable]:
        words, letterhead = self._words, self._record.letterhead
        subject = words.local(letterhead.subject) or words.say(
            message("Result of {title}", title=self._title)
        )
        pairs: list[tuple[Message, str]] = [
            (message("Number"), self._printed_number()),
            (message("Nature"), words.local(letterhead.classification)),
            (message("Attachment"), words.say(message("one document"))),
            (message("Subject"), subject),
        ]
        facts = FactsBlock([(words.say(label), value) for label, value in pairs], ink=BODY)
        day = place_and_day(letterhead, self._record.declaration.at, words)
        return [SideBySide(facts, [flush_right(day)], width - DAY_WIDTH), gap(10)]

    def _addressees(self) -> list[Flowable]:
        words = self._words
        lines = [words.local(text) for text in self._record.letterhead.letter_to]
        if not lines:
            lines = [words.say(message("The heads of the regions assessed"))]
        first, *rest = lines
        to = words.say(message("To: {addressee}", addressee=first))
        return [flush(to, BODY), *(flush(line, BODY) for line in rest), gap(10)]

    def _text(self) -> list[Flowable]:
        words, record = self._words, self._record
        opening = message("With respect, we convey the result of {title}:", title=self._title)
        held = words.local(record.letterhead.held)
        if held:
            opening = message("With respect, we convey the result of {title}, which was held on "
                              "{held}:", title=self._title, held=held)  # fmt: skip
        check = message(
            "The result is exact and can be computed again by anybody who holds the panel files; "
            "the foot of this page says how."
        )
        points = [*letter_points(record, self._naming), words.say(check)]
        return [
            paragraph(words.say(opening)),
            gap(6),
            *numbered(points),
        ]

    def _ending(self) -> list[Flowable]:
        """Return the closing words with the signature: nobody signs a page without text."""
        closing = message("This is conveyed for your information. We thank you for your attention "
                          "and cooperation.")  # fmt: skip
        copies = [self._words.local(text) for text in self._record.letterhead.copies_to]
        end: list[Flowable] = [gap(6), paragraph(self._words.say(closing))]
        end += [gap(10), SignatureRow([self._block])]
        if copies:
            title = flush(self._words.say(message("Copies to:")), SMALL_BLACK)
            end += [gap(4), title, *numbered(copies, SMALL_BLACK)]
        return [KeepTogether(end)]

    def _annex(self, width: float) -> list[Flowable]:
        words = self._words
        pairs = [
            (words.say(message("Number")), self._printed_number()),
            (words.say(message("Date")), words.day(self._record.declaration.at)),
        ]
        return [
            flush(words.say(message("ATTACHMENT TO THE LETTER")), BODY_BOLD),
            FactsBlock(pairs),
            centred(words.say(message("RESULT OF THE ASSESSMENT")), BODY_BOLD),
            centred(self._title, BODY),
            gap(6),
            *taken_tables(self._record, self._naming, width),
        ]

    def _printed_number(self) -> str:
        return number_of(KIND, self._record, self._words, self._number)
