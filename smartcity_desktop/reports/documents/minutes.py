"""``berita-acara``: the minutes, from the opening formula to the signatures and annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from reportlab.platypus import NextPageTemplate, PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.declared_draft import (
    DeclaredPaper,
    number_of,
)
from smartcity_desktop.reports.documents.minutes_annexes import first_annex, second_annex
from smartcity_desktop.reports.documents.minutes_body import body
from smartcity_desktop.reports.documents.minutes_signing import SigningSection
from smartcity_desktop.reports.documents.ranking_table import RankingTable
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.furniture.page import LYING, UPRIGHT
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.bookmark import Bookmark
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.ink import (
    BODY,
    BODY_BOLD,
    CELL,
    HEAD,
    HEAD_FILL,
    MM,
    TITLE,
)
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import centred, gap, numbered, paragraph
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import SigningPeople, jury_word

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.MINUTES
OPEN_LINE = "………………………………………"
NUMBER, ROLE = 9 * MM, 42 * MM


def draft_minutes(record: DeclaredRecord, words: Words, number: str) -> Draft:
    """Return the draft of the minutes.

    Only objections to earlier declarations stand in them: others are made when they are signed.
    """
    earlier = (o for o in record.objections if o.declaration < record.declaration.number)
    record = replace(record, objections=tuple(earlier))
    people = SigningPeople(record.signatories, words)
    printed_number = number_of(KIND, record, words, number)
    signing = SigningSection(record, words, people, printed_number)

    def compose(shape: PageShape, lying: PageShape) -> list[Flowable]:
        return [
            *_title(record, words, printed_number),
            *_opening(record, words, shape),
            *body(record, words),
            *signing.flowables(shape),
            *_annexes(record, words, printed_number, (shape, lying)),
        ]

    return DeclaredPaper(KIND, record, words, number).draft(compose, signing.signatories())


def _title(record: DeclaredRecord, words: Words, number: str) -> list[Flowable]:
    title = words.name(record.roster.assessment.title)
    return [
        Bookmark(words.say(KIND.title())),
        Kop(record.letterhead, title, words),
        centred(words.capitals(words.say(KIND.title())), TITLE),
        centred(words.say(message("SCORING AND DECLARATION OF RESULTS")), BODY_BOLD),
        centred(words.capitals(title), BODY_BOLD),
        centred(words.say(message("NUMBER: {number}", number=number)), BODY),
        gap(12),
    ]


def _opening(record: DeclaredRecord, words: Words, shape: PageShape) -> list[Flowable]:
    letterhead = record.letterhead
    opening = message(
        "On this day, {day}, at {venue}, we the undersigned:",
        day=words.day_spelled(record.declaration.at),
        venue=words.local(letterhead.venue) or OPEN_LINE,
    )
    jury = jury_word(record.roster.assessment)
    called = message("hereinafter called {jury},", jury=jury)
    if letterhead.legal_basis:
        called = message("hereinafter called {jury}, on the basis of:", jury=jury)
    basis = [words.local(text) for text in letterhead.legal_basis]
    if record.veil:
        return _opening_nameless(record, words, basis)
    done = message(
        "have carried out the scoring and declare the results of {title} as follows.",
        title=words.name(record.roster.assessment.title),
    )
    return [
        paragraph(words.say(opening)),
        gap(5),
        _parties(record, words, shape.inner_width),
        paragraph(words.say(called), tied=True),
        *numbered(basis),
        paragraph(words.say(done)),
    ]


def _opening_nameless(record: DeclaredRecord, words: Words, basis: list[str]) -> list[Flowable]:
    """Return the opening that counts the judges; who they are stands in the panel's own minutes."""
    opening = message(
        "On this day, {day}, at {venue}, {jury} of {count} persons carried out the scoring and "
        "declares the results of {title} as follows. Their names are kept by the organiser and "
        "stand in the minutes of the panel under the same number, which all of them sign.",
        day=words.day_spelled(record.declaration.at),
        venue=words.local(record.letterhead.venue) or OPEN_LINE,
        jury=jury_word(record.roster.assessment),
        count=record.count_judges(),
        title=words.name(record.roster.assessment.title),
    )
    found = [paragraph(words.say(opening))]
    if basis:
        found += [paragraph(words.say(message("Legal basis:")), tied=True), *numbered(basis)]
    return found


def _parties(record: DeclaredRecord, words: Words, width: float) -> RuledTable:
    name = (width - NUMBER - ROLE) * 0.5
    columns = (Column(NUMBER), Column(name), Column(width - NUMBER - ROLE - name), Column(ROLE))
    head = Row(
        tuple(words.say(text) for text in (message("No."), message("Name"),
              message("Institution"), message("Position"))),
        HEAD, HEAD_FILL, 0.9,
    )  # fmt: skip
    member = words.say(message("Member"))
    rows = [
        Row((f"{n}.", words.name(judge.name), words.name(judge.institution) or "—",
             words.name(judge.role) or member), CELL)
        for n, judge in enumerate(record.roster.judges, start=1)
    ]  # fmt: skip
    return RuledTable(columns, [head], rows)


def _annexes(
    record: DeclaredRecord, words: Words, number: str, shapes: tuple[PageShape, PageShape]
) -> list[Flowable]:
    upright, lying = shapes
    roster = record.roster
    naming = Naming(roster, record.instrument, record.seals, words)
    table = RankingTable(record, naming)
    wide = table.narrowest() > upright.inner_width
    first = lying if wide else upright
    return [
        NextPageTemplate(LYING if wide else UPRIGHT),
        PageBreak(),
        *first_annex(record, naming, number, (table, first.inner_width)),
        NextPageTemplate(UPRIGHT),
        PageBreak(),
        *second_annex(record, naming, number, upright.inner_width),
    ]
