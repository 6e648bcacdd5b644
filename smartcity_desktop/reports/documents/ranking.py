"""``rekapitulasi``: the ranking with its limits, its rules, and how to check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from reportlab.platypus import KeepTogether  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.declared_draft import (
    DeclaredPaper,
    imprint_of,
    number_of,
    place_and_day,
)
from smartcity_desktop.reports.documents.participation import participation
from smartcity_desktop.reports.documents.ranking_table import RankingTable, place_decisions
from smartcity_desktop.reports.documents.unranked_table import unranked_table
from smartcity_desktop.reports.furniture.facts_and_check import FactsAndCheck
from smartcity_desktop.reports.furniture.geometry import page_shape
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import BODY, CELL, NOTE, SMALL
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.text import (
    bulleted,
    centred,
    flush,
    gap,
    numbered,
    titled_points,
)
from smartcity_desktop.reports.phrases.decisions import circumstances, decided
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import SigningPeople, leading_blocks
from smartcity_desktop.reports.phrases.rules import rule_sentences

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.furniture.imprint import Imprint
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.RANKING


def draft_ranking(record: DeclaredRecord, words: Words, number: str) -> Draft:
    """Return the draft of the ranking."""
    return _Ranking(record, words, number).draft()


class _Ranking:
    """Gathers the parts of the document."""

    def __init__(self, record: DeclaredRecord, words: Words, number: str) -> None:
        self._record = record
        self._words = words
        self._number = number
        roster = record.roster
        self._naming = Naming(roster, record.instrument, record.seals, words)
        self._table = RankingTable(record, self._naming)
        people = SigningPeople(record.signatories, words)
        self._blocks = leading_blocks(record.letterhead, roster.assessment, people)
        self._signatories = people.among(block.field for block in self._blocks)

    def draft(self) -> Draft:
        upright = page_shape(self._record.letterhead.paper, landscape=False)
        landscape = self._table.narrowest() > upright.inner_width
        imprint = imprint_of(KIND, self._record, self._words, self._number)
        draft = DeclaredPaper(KIND, self._record, self._words, self._number).draft(
            lambda shape, _: self._story(shape, imprint, landscape=landscape), self._signatories
        )
        shown = replace(imprint, check=None) if landscape else imprint
        return replace(draft, imprint=shown, landscape=landscape)

    def _story(self, shape: PageShape, imprint: Imprint, *, landscape: bool) -> list[Flowable]:
        return [
            *self._head(imprint, landscape=landscape),
            self._table.flowable(shape.inner_width),
            *(flush(line, SMALL) for line in self._table.legend()),
            *self._place_decisions(),
            *unranked_table(self._record.results, self._naming, shape.inner_width),
            *self._closing(),
        ]

    def _head(self, imprint: Imprint, *, landscape: bool) -> list[Flowable]:
        record, words = self._record, self._words
        title = words.name(record.roster.assessment.title)
        notice = words.local(record.instrument.notice)
        facts = self._facts()
        check = imprint.check
        return [
            Kop(record.letterhead, title, words),
            centred(words.capitals(words.say(KIND.title()))),
            centred(title, BODY),
            centred(words.say(message("Number: {number}",
                    number=number_of(KIND, record, words, self._number))), BODY),
            *([centred(notice, NOTE)] if notice else []),
            gap(8),
            FactsAndCheck(facts, check) if landscape and check else FactsBlock(facts),
            gap(2),
        ]  # fmt: skip

    def _facts(self) -> list[tuple[str, str]]:
        record, words = self._record, self._words
        instrument, declaration = record.instrument, record.declaration
        return [
            (words.say(message("Instrument")),
             words.say(message("{title}, version {version}",
                               title=words.local(instrument.title),
                               version=words.name(instrument.version)))),
            (words.say(message("Held")), words.local(record.letterhead.held)),
            *participation(record, words),
            (words.say(message("Declared")),
             words.say(message("Declaration {number}, {moment}, by {by}",
                               number=declaration.number, moment=words.stamp(declaration.at),
                               by=words.name(declaration.by)))),
        ]  # fmt: skip

    def _place_decisions(self) -> list[Flowable]:
        decisions = place_decisions(self._record)
        if not decisions:
            return []
        points = [
            (f"{d.number}.", f"{decided(d, self._naming)} {circumstances(d, self._words)}")
            for d in decisions
        ]
        title = self._words.say(message("Decisions of the plenary on places"))
        return titled_points(title, bulleted(points, CELL))

    def _closing(self) -> list[Flowable]:
        """Rules and signatures: the last rules stay with them, so that nobody signs a blank."""
        record, words = self._record, self._words
        sentences = rule_sentences(record.instrument, words)
        title = words.say(message("How the ranking was calculated"))
        points = numbered(sentences, CELL)
        day = place_and_day(record.letterhead, record.declaration.at, words)
        end = [*points[-2:], gap(14), SignatureRow(self._blocks, day)]
        return [*titled_points(title, points[:-2]), KeepTogether(end)]
