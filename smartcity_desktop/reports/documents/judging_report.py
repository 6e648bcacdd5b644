"""``kesepakatan``: agreement, severity and stability of the judging, beside the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.declared_draft import (
    DeclaredPaper,
    number_of,
    place_and_day,
)
from smartcity_desktop.reports.documents.judging_tables import JudgingTables
from smartcity_desktop.reports.documents.participation import participation
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import BODY, CELL, NOTE
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.text import (
    centred,
    gap,
    numbered,
    paragraph,
    titled_points,
    titled_table,
)
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import SigningPeople, leading_blocks

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.judging import Judging
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.layout.table import RuledTable
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.JUDGING


def draft_judging_report(record: DeclaredRecord, words: Words, number: str) -> Draft:
    """Return the draft; the record must hold the statistics.

    Raises:
        ValueError: it does not; a fault of the caller.
    """
    if record.judging is None:
        raise ValueError("the record holds no statistics")
    return _JudgingReport(record, record.judging, words, number).draft()


class _JudgingReport:
    """Gathers the parts of the document."""

    def __init__(self, record: DeclaredRecord, judging: Judging, words: Words, number: str) -> None:
        self._record = record
        self._judging = judging
        self._words = words
        self._number = number
        roster = record.roster
        self._naming = Naming(roster, record.instrument, record.seals, words)
        people = SigningPeople(record.signatories, words)
        self._blocks = leading_blocks(record.letterhead, roster.assessment, people)
        self._signatories = people.among(block.field for block in self._blocks)

    def draft(self) -> Draft:
        paper = DeclaredPaper(KIND, self._record, self._words, self._number)
        return paper.draft(self._story, self._signatories)

    def _story(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        words = self._words
        tables = JudgingTables(self._record, self._judging, self._naming, shape.inner_width)
        points = numbered([words.say(point) for point in self._method()], CELL)
        day = place_and_day(self._record.letterhead, self._record.declaration.at, words)
        end = [*points[-2:], gap(14), SignatureRow(self._blocks, day)]
        return [
            *self._head(),
            *self._titled(message("A. Agreement of the judges"), tables.overall()),
            *self._titled(message("B. Severity of the judges"), tables.judges()),
            *self._titled(message("C. Stability of the ranks"), tables.stability()),
            *self._titled(message("D. Agreement on every indicator"), tables.by_part()),
            *titled_points(words.say(message("E. How these figures are computed")), points[:-2]),
            KeepTogether(end),
        ]

    def _head(self) -> list[Flowable]:
        record, words = self._record, self._words
        title = words.name(record.roster.assessment.title)
        number = number_of(KIND, record, words, self._number)
        beside = message(
            "These statistics describe the judging. They stand beside the result and changed "
            "nothing in it: no score, no total, no rank and no selection."
        )
        facts = [*participation(record, words),
                 (words.say(message("Declared")),
                  words.say(message("Declaration {number}, {moment}, by {by}",
                                    number=record.declaration.number,
                                    moment=words.stamp(record.declaration.at),
                                    by=words.name(record.declaration.by))))]  # fmt: skip
        return [
            Kop(record.letterhead, title, words),
            centred(words.capitals(words.say(KIND.title()))),
            centred(title, BODY),
            centred(words.say(message("Number: {number}", number=number)), BODY),
            gap(8),
            FactsBlock(facts),
            paragraph(words.say(beside), NOTE),
        ]

    def _titled(self, title: Message, table: RuledTable) -> list[Flowable]:
        return titled_table(self._words.say(title), table)

    def _method(self) -> list[Message]:
        return [
            message("All figures come from the judges' own totals and values of the sheets that "
                    "count, exact and before any rounding of the rules; sheets with an indicator "
                    "left out have no total of their own. Only what is printed is rounded."),
            message("Krippendorff's alpha compares the differences between judges on one region "
                    "with those that chance would give: 1 is full agreement, 0 is chance. By "
                    "convention 0.800 and more is good, 0.667 and more tentative, less is low. "
                    "Totals and dimensions use interval distance, indicators ordinal distance."),
            message("Kendall's W (corrected for ties) and the ICC after Shrout and Fleiss need "
                    "every judge's total for every ranked region."),
            message("Severity is what remains of a judge's totals when the regions' own merit is "
                    "taken away (least squares): above zero is milder, below zero stricter than "
                    "the colleagues on the same regions. Judges who share no region, not even "
                    "through others, stand in different groups and cannot be compared."),
            message("Other juries: {rounds} times a jury of the same size is drawn from the same "
                    "judges, with repetition, and the regions are ranked by the mean of its "
                    "totals. Printed are the ranks of nine in ten draws and how often the region "
                    "was among those selected.", rounds=self._judging.rounds),
            message("Other weights: {rounds} times the weights of the dimensions are drawn, every "
                    "division equally likely. The draws follow from the SHA-256 of the results "
                    "alone, so that anybody gets the same.", rounds=self._judging.rounds),
        ]  # fmt: skip
