"""``tanda-terima``: who received which panel file, signed line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.prepared_draft import (
    head,
    place_and_open_day,
    prepared_draft,
)
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.cells import PAD_X, Align, Column, Row
from smartcity_desktop.reports.layout.ink import (
    CELL,
    CELL_BOLD,
    HEAD,
    HEAD_FILL,
    MM,
    NOTE,
    SMALL,
    SMALL_BLACK,
)
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.table_with_tail import TableWithTail
from smartcity_desktop.reports.layout.text import gap, paragraph
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import SigningPeople, leading_blocks
from smartcity_desktop.reports.phrases.standing import ISSUE_KINDS
from smartcity_desktop.sealing.public_key import read_jwk

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.assessment import Issue
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.prepared_record import PreparedRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.HAND_OUT_RECEIPTS
NUMBER, RECEIVED, SIGNATURE = 9 * MM, 24 * MM, 34 * MM
ROW = 15 * MM
HEADS = (message("No."), message("Judge, institution"), message("Panel file"), message("Regions"),
         message("Received on, at"), message("Signature"))  # fmt: skip
SHOWN_THUMBPRINT = 10
"""Characters of the issue key's thumbprint; the record of integrity prints all of them."""


def draft_hand_out_receipts(record: PreparedRecord, words: Words, number: str) -> Draft:
    """Return the draft of the list of panel files handed out."""
    naming = Naming(record.roster, record.instrument, (), words)

    def compose(shape: PageShape, _lying: PageShape) -> list[Flowable]:
        return [
            *head(KIND, record, words, number),
            paragraph(words.say(message(
                "Each of the undersigned received the panel file named beside the name, and no "
                "other person's. The file holds the regions to be scored and the key with which "
                "its holder enrols: it is not passed on.")), NOTE),
            gap(6),
            *_body(record, naming, shape.inner_width),
        ]  # fmt: skip

    return prepared_draft(KIND, record, words, number, compose)


def _body(record: PreparedRecord, naming: Naming, width: float) -> list[Flowable]:
    words = naming.words
    if not record.roster.issues:
        return [paragraph(words.say(message("No panel file was handed out yet.")))]
    heads = [words.say(h) for h in HEADS]
    regions = HEAD.width(heads[3]) + 2 * PAD_X + 1
    rest = width - NUMBER - regions - RECEIVED - SIGNATURE
    columns = (
        Column(NUMBER), Column(rest * 0.56), Column(rest * 0.44), Column(regions, Align.CENTRE),
        Column(RECEIVED), Column(SIGNATURE),
    )  # fmt: skip
    top = Row(tuple(heads), HEAD, HEAD_FILL, 0.9, middle=True)
    rows = [_row(n, issue, record, naming) for n, issue in enumerate(record.roster.issues, start=1)]
    people = SigningPeople((), words)
    blocks = leading_blocks(record.letterhead, record.roster.assessment, people)
    tail = [gap(14), SignatureRow(blocks[:1], place_and_open_day(record, words))]
    if len(rows) < 2:
        return [KeepTogether([RuledTable(columns, [top], rows), *tail])]
    return [TableWithTail(RuledTable(columns, [top], rows), tail)]


def _row(number: int, issue: Issue, record: PreparedRecord, naming: Naming) -> Row:
    words = naming.words
    judge = record.judge(issue.judge)
    who = [(naming.judge(issue.judge), CELL_BOLD)]
    if judge and judge.institution:
        who.append((words.name(judge.institution), SMALL_BLACK))
    file = [(words.name(issue.id), CELL), (words.say(ISSUE_KINDS[issue.kind]), SMALL)]
    if issue.replaces:
        instead = message("instead of {issue}", issue=words.name(issue.replaces))
        file.append((words.say(instead), SMALL))
    if issue.public_key:
        key = read_jwk(issue.public_key).thumbprint[:SHOWN_THUMBPRINT]
        file.append((words.say(message("key {thumbprint}…", thumbprint=key)), SMALL))
    return Row(
        (f"{number}.", tuple(who), tuple(file), str(len(issue.regions)), "", f"{number}."),
        CELL, height=ROW,
    )  # fmt: skip
