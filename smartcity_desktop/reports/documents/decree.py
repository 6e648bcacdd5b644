"""``keputusan``: a draft of the official's decree; the ranking is the jury's, the decree is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from reportlab.platypus import KeepTogether, PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.digests import grouped
from smartcity_desktop.reports.documents.declared_draft import (
    DeclaredPaper,
)
from smartcity_desktop.reports.documents.decree_points import (
    ORDINALS,
    own_consideration,
    ruling_points,
)
from smartcity_desktop.reports.documents.taken_table import taken_tables
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.clause import Clause, clauses
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import BODY, BODY_BOLD, MM, SMALL_BLACK, balanced
from smartcity_desktop.reports.layout.side_by_side import SideBySide
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.text import centred, flush, gap, numbered
from smartcity_desktop.reports.numbering import OPEN, document_number
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.official import official_block
from smartcity_desktop.reports.phrases.people import SigningPeople, jury_word

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.DECREE
LETTERS = tuple(f"{letter}." for letter in "abcdefghijklmnopqrstuvwxyz")
FIGURES = tuple(f"{n}." for n in range(1, 41))
ANNEX_HEAD = 78 * MM


def draft_decree(record: DeclaredRecord, words: Words, number: str) -> Draft:
    """Return the draft of the decree, marked as a draft on every page."""
    return _Decree(record, words, number).draft()


class _Decree:
    """Gathers the parts of the document."""

    def __init__(self, record: DeclaredRecord, words: Words, number: str) -> None:
        self._record = record
        self._words = words
        self._number = number
        roster = record.roster
        self._title = words.name(roster.assessment.title)
        self._naming = Naming(roster, record.instrument, record.seals, words)
        # A draft is not signed: no field is prepared in it.
        self._block = official_block(record, SigningPeople((), words))
        self._office = words.capitals(self._block.role)

    def draft(self) -> Draft:
        paper = DeclaredPaper(KIND, self._record, self._words, self._number)
        draft = paper.draft(self._story)
        not_yet = self._words.say(message("DRAFT, not in force"))
        warning = " · ".join(part for part in (draft.imprint.warning, not_yet) if part)
        return replace(draft, imprint=replace(draft.imprint, warning=warning))

    def _story(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        return [
            *self._head(shape.inner_width),
            *self._grounds(),
            *self._ruling(),
            PageBreak(),
            *self._annex(shape.inner_width),
        ]

    def _head(self, width: float) -> list[Flowable]:
        words = self._words
        return [
            Kop(self._record.letterhead, self._title, words),
            centred(words.say(message("DECREE OF THE {office}", office=self._office)), BODY_BOLD),
            centred(
                words.say(message("NUMBER {number}", number=self._printed_number())), BODY_BOLD
            ),
            gap(6),
            centred(words.say(message("ON")), BODY_BOLD),
            gap(6),
            centred(balanced(self._subject(), BODY_BOLD, width), BODY_BOLD),
            gap(6),
            centred(f"{self._office},", BODY_BOLD),
            gap(8),
        ]

    def _grounds(self) -> list[Flowable]:
        """Return what is considered, recalled and noted."""
        words, letterhead = self._words, self._record.letterhead
        considering = [words.local(text) for text in letterhead.considering]
        considering += [words.say(own_consideration(self._record, self._title))]
        basis = [words.local(text) for text in letterhead.legal_basis] or [OPEN * 4]
        noted = message(
            "Minutes of {jury} on declaration {number} of {day}, with the SHA-256 of the results "
            "{digest};",
            jury=jury_word(self._record.roster.assessment),
            number=self._record.declaration.number,
            day=words.day(self._record.declaration.at),
            digest=grouped(self._record.declaration.results_sha256),
        )
        return [
            *clauses(words.say(message("Considering")), considering, LETTERS),
            gap(6),
            *clauses(words.say(message("Recalling")), basis, FIGURES),
            gap(6),
            Clause(words.say(message("Noting")), "", words.say(noted)),
            gap(8),
        ]

    def _ruling(self) -> list[Flowable]:
        words = self._words
        lays = message("DECREE OF THE {office} ON {subject}.", office=self._office,
                       subject=self._subject())  # fmt: skip
        found: list[Flowable] = [
            centred(words.say(message("HAS DECIDED:")), BODY_BOLD),
            gap(6),
            Clause(words.say(message("To issue")), "", words.say(lays)),
        ]
        points = [words.say(point) for point in ruling_points(self._record, self._naming)]
        found += [Clause(words.say(ordinal), "", text)
                  for ordinal, text in zip(ORDINALS, points, strict=False)]  # fmt: skip
        # The last points stay with the signature, so that nobody signs a blank page.
        return [*found[:-2], KeepTogether([*found[-2:], *self._ending()])]

    def _ending(self) -> list[Flowable]:
        words, letterhead = self._words, self._record.letterhead
        place = words.name(letterhead.place) or OPEN
        laid = [
            flush(words.say(message("Issued in {place}", place=place)), BODY),
            flush(words.say(message("on {day}", day=OPEN)), BODY),
        ]
        end: list[Flowable] = [
            gap(12), SideBySide(gap(1), laid, 92 * MM), gap(4), SignatureRow([self._block])
        ]  # fmt: skip
        copies = [words.local(text) for text in letterhead.copies_to]
        if copies:
            title = flush(words.say(message("Copies to:")), SMALL_BLACK)
            end += [gap(4), title, *numbered(copies, SMALL_BLACK)]
        return end

    def _annex(self, width: float) -> list[Flowable]:
        words = self._words
        head = words.say(message("ANNEX TO THE DECREE OF THE {office}", office=self._office))
        facts = FactsBlock(
            [(words.say(message("Number")), self._printed_number()),
             (words.say(message("Date")), OPEN), (words.say(message("On")), self._subject())],
        )  # fmt: skip
        return [
            SideBySide(gap(1), [flush(head, BODY), facts], width - ANNEX_HEAD),
            gap(8),
            *taken_tables(self._record, self._naming, width),
            KeepTogether([gap(14), SignatureRow([self._block])]),
        ]

    def _subject(self) -> str:
        words = self._words
        selects = bool(self._record.instrument.rules.bands)
        subject = message("the regions selected in {title}", title=self._title)
        if not selects:
            subject = message("the ranking of the regions in {title}", title=self._title)
        return words.capitals(words.say(subject))

    def _printed_number(self) -> str:
        """Return the number; the year is that of the declaration until the decree is dated."""
        declaration = self._record.declaration
        template = self._record.letterhead.number_template(KIND.value)
        moment = self._words.moment(declaration.at)
        return self._words.name(document_number(template, self._number, declaration.number, moment))
