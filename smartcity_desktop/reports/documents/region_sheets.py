"""``lembar-daerah``: what was given to each region, by whom, and how its final value follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.declared_draft import (
    DeclaredPaper,
    number_of,
    place_and_day,
)
from smartcity_desktop.reports.documents.participation import participation
from smartcity_desktop.reports.documents.region_facts import gather_regions
from smartcity_desktop.reports.documents.region_page import RegionPages
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.deferred import Deferred
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import BODY, CELL, NOTE
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.text import centred, gap, numbered, titled_points
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import SigningPeople, leading_blocks
from smartcity_desktop.reports.phrases.rules import rule_sentences

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.REGION_SHEETS


def draft_region_sheets(
    record: DeclaredRecord, words: Words, number: str, region: str = ""
) -> Draft:
    """Return the draft of all regions' sheets, or of one region's.

    Args:
        record: with the details of every region.
        words: of the document's language.
        number: the running number; empty leaves room to write it by hand.
        region: code of the only region to print; empty prints all.
    """
    return _RegionSheets(record, words, number, region).draft()


class _RegionSheets:
    """Gathers the parts of the document."""

    def __init__(self, record: DeclaredRecord, words: Words, number: str, region: str) -> None:
        self._record = record
        self._words = words
        self._number = number
        roster = record.roster
        self._naming = Naming(roster, record.instrument, record.seals, words)
        self._regions = [facts for facts in gather_regions(record)
                         if region in ("", facts.region.code)]  # fmt: skip
        people = SigningPeople(record.signatories, words)
        self._blocks = leading_blocks(record.letterhead, roster.assessment, people)
        self._signatories = people.among(block.field for block in self._blocks)

    def draft(self) -> Draft:
        parts = [self._words.name(self._record.roster.assessment.title)]
        if len(self._regions) == 1:
            parts.insert(0, self._words.name(self._regions[0].region.name))
        paper = DeclaredPaper(KIND, self._record, self._words, self._number)
        return paper.draft(self._story, self._signatories, tuple(parts))

    def _story(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        pages = RegionPages(self._record, self._naming, shape.inner_width)
        story = self._cover()
        for facts in self._regions:
            compose = partial(pages.flowables, facts)
            story += [PageBreak(), Deferred(compose)]
        day = place_and_day(self._record.letterhead, self._record.declaration.at, self._words)
        return [*story, KeepTogether([gap(14), SignatureRow(self._blocks, day)])]

    def _cover(self) -> list[Flowable]:
        record, words = self._record, self._words
        title = words.name(record.roster.assessment.title)
        notice = words.local(record.instrument.notice)
        number = number_of(KIND, record, words, self._number)
        return [
            Kop(record.letterhead, title, words),
            centred(words.capitals(words.say(KIND.title()))),
            centred(title, BODY),
            centred(words.say(message("Number: {number}", number=number)), BODY),
            *([centred(notice, NOTE)] if notice else []),
            gap(8),
            FactsBlock(self._facts()),
            *titled_points(words.say(message("How every final value is calculated")),
                           numbered(rule_sentences(record.instrument, words), CELL)),
        ]  # fmt: skip

    def _facts(self) -> list[tuple[str, str]]:
        record, words = self._record, self._words
        instrument, declaration = record.instrument, record.declaration
        only = self._regions[0].region if len(self._regions) == 1 else None
        return [
            (words.say(message("Region")), self._naming.region(only.code) if only else ""),
            (words.say(message("Instrument")),
             words.say(message("{title}, version {version}", title=words.local(instrument.title),
                               version=words.name(instrument.version)))),
            (words.say(message("Held")), words.local(record.letterhead.held)),
            *participation(record, words),
            (words.say(message("Declared")),
             words.say(message("Declaration {number}, {moment}, by {by}",
                               number=declaration.number, moment=words.stamp(declaration.at),
                               by=words.name(declaration.by)))),
        ]  # fmt: skip
