"""``pernyataan``: each judge's statement on conflicts of interest, a page a judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, NextPageTemplate, PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.prepared_draft import (
    OPEN_DAY,
    head,
    place_and_open_day,
    prepared_draft,
)
from smartcity_desktop.reports.furniture.page import FIRST
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.bookmark import Bookmark
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import (
    BODY,
    CELL,
    HEAD,
    HEAD_FILL,
    MM,
    SMALL_BLACK,
    Ink,
)
from smartcity_desktop.reports.layout.signatures import SignatureBlock, SignatureRow
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import flush, gap, numbered, paragraph
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import judge_word

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.prepared_record import PreparedRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.INTEREST_STATEMENTS
NUMBER = 9 * MM
OPEN_ROWS, ROW = 3, 9 * MM
TEXT = Ink(BODY.font, 10, 13.4)
DECLARED = "declared"
"""The source of a conflict of interest that the judge declared at enrolment."""

MOST_NAMED = 40
"""Assigned regions named one by one; where all judges score all, a count says it."""


def draft_interest_statements(record: PreparedRecord, words: Words, number: str) -> Draft:
    """Return the draft of all statements."""
    naming = Naming(record.roster, record.instrument, (), words)

    def compose(shape: PageShape, _lying: PageShape) -> list[Flowable]:
        story: list[Flowable] = []
        for index, judge in enumerate(record.roster.judges):
            story += [NextPageTemplate(FIRST), PageBreak()] if index else []
            story += [*head(KIND, record, words, number),
                      *_statement(judge, record, naming, shape.inner_width)]  # fmt: skip
        return story

    return prepared_draft(KIND, record, words, number, compose)


def _statement(
    judge: Judge, record: PreparedRecord, naming: Naming, width: float
) -> list[Flowable]:
    words = naming.words
    points = [words.say(point) for point in _points(judge_word(record.roster.assessment))]
    truly = message("This statement is made truthfully and without pressure from anybody.")
    block = SignatureBlock(words.say(judge_word(record.roster.assessment)), words.name(judge.name))
    return [
        Bookmark(words.name(judge.name)),
        paragraph(words.say(message("The undersigned:")), TEXT),
        gap(3),
        FactsBlock(_facts(judge, record, naming)),
        paragraph(words.say(message("declares:")), TEXT),
        gap(3),
        *numbered(points, TEXT),
        gap(5),
        paragraph(words.say(message("Exceptions (regions that are not scored):")), TEXT, tied=True),
        gap(3),
        _exceptions(judge, record, naming, width),
        gap(3),
        *_assigned(judge, record, naming),
        KeepTogether([gap(6), paragraph(words.say(truly), TEXT), gap(8),
                      SignatureRow([block], place_and_open_day(record, words))]),
    ]  # fmt: skip


def _facts(judge: Judge, record: PreparedRecord, naming: Naming) -> list[tuple[str, str]]:
    words = naming.words
    home = naming.region(judge.home_region) if judge.home_region else OPEN_DAY
    pairs: list[tuple[Message, str]] = [
        (message("Name"), words.name(judge.name)),
        (message("Institution"), words.name(judge.institution) or OPEN_DAY),
        (message("Position"), words.name(judge.role) or words.say(message("Member"))),
        (message("Home region"), home),
        (message("Assessment"), words.name(record.roster.assessment.title)),
    ]
    return [(words.say(label), value) for label, value in pairs]


def _points(judge: Message) -> list[Message]:
    return [
        message("I have no family, working, business or advisory relation with any region that I "
                "score, nor had one in the last two years, except with those named below."),
        message("I do not score the regions named below. If another relation comes up, I say so at "
                "once and do not score that region either."),
        message("I score by the instrument and the evidence alone, and accept no gift, promise or "
                "pressure in connection with it."),
        message("I keep the scores and the talks of the plenary to myself until the results are "
                "declared."),
        message("I use the panel file and the passphrase given to me as {judge} myself, and hand "
                "them to nobody.", judge=judge),
    ]  # fmt: skip


def _exceptions(judge: Judge, record: PreparedRecord, naming: Naming, width: float) -> RuledTable:
    words = naming.words
    known = _known(judge, record)
    rows = [
        Row((f"{n}.", naming.region(region), _relation(source, reason, words)),
            CELL)
        for n, (region, source, reason) in enumerate(known, start=1)
    ]  # fmt: skip
    rows += [Row((f"{n}.", "", ""), CELL, height=ROW)
             for n in range(len(known) + 1, len(known) + 1 + OPEN_ROWS)]  # fmt: skip
    columns = (Column(NUMBER), Column((width - NUMBER) * 0.42), Column((width - NUMBER) * 0.58))
    heads = (message("No."), message("Region"), message("Relation"))
    return RuledTable(columns, [Row(tuple(words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9)],
                      rows)  # fmt: skip


def _known(judge: Judge, record: PreparedRecord) -> list[tuple[str, str, str]]:
    """Return region, source and reason: known beforehand, then declared at enrolment."""
    known = {(c.region, c.source, c.reason) for c in record.roster.conflicts
             if c.judge == judge.id}  # fmt: skip
    known |= {(region, DECLARED, why) for region, why in record.declared.get(judge.id, ())}
    return sorted(known, key=lambda one: (one[0], one[1] == DECLARED, one[1:]))


def _source(source: str) -> Message:
    if source == DECLARED:
        return message("declared at enrolment")
    return message("home region") if source == "home_region" else message("named beforehand")


def _relation(source: str, reason: str, words: Words) -> str:
    """Return the reason, with how it became known where the judge declared it."""
    said = words.note(reason)
    if source != DECLARED or not said:
        return said or words.say(_source(source))
    return words.say(message("{reason} (declared at enrolment)", reason=said))


def _assigned(judge: Judge, record: PreparedRecord, naming: Naming) -> list[Flowable]:
    words = naming.words
    codes = record.regions_of(judge.id)
    if not codes:
        return []
    label = message("Regions assigned ({count}): see the panel file.", count=len(codes))
    if len(codes) <= MOST_NAMED:
        label = message("Regions assigned ({count}): {regions}.", count=len(codes),
                        regions=", ".join(naming.region(code) for code in codes))  # fmt: skip
    return [flush(words.say(label), SMALL_BLACK)]
