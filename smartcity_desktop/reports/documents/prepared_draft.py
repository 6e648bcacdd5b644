"""What all documents of a prepared assessment have in common: imprint, head, draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.digests import short_digest
from smartcity_desktop.reports.documents.declared_draft import (
    author_of,
    file_title,
    internal_mark,
    mode_word,
    page_words,
)
from smartcity_desktop.reports.furniture.imprint import Imprint
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.layout.ink import BODY
from smartcity_desktop.reports.layout.text import centred, gap
from smartcity_desktop.reports.numbering import document_number
from smartcity_desktop.reports.report import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.kinds import ReportKind
    from smartcity_desktop.reports.prepared_record import PreparedRecord
    from smartcity_desktop.reports.words import Words

OPEN_DAY = "………………………………"
"""Room for a day that is written by hand."""

OPEN_PLACE = "………………"
"""Room for a place; both together are no wider than the signature below them."""


def prepared_draft(
    kind: ReportKind,
    record: PreparedRecord,
    words: Words,
    number: str,
    compose: Callable[[PageShape, PageShape], list[Flowable]],
    *,
    names_judges: bool = True,
) -> Draft:
    """Return the draft of a document that is signed by hand and carries no results.

    Where it names judges and the assessment is anonymous, it is marked as the panel's own.
    """
    assessment = record.roster.assessment
    title = words.name(assessment.title)
    document = words.say(kind.title())
    proof = message("Assessment {id} · instrument {digest}", id=assessment.id,
                    digest=short_digest(record.instrument.sha256))  # fmt: skip
    imprint = Imprint(
        running_head=f"{document} · {title}",
        mode=mode_word(assessment, words),
        identity=words.say(message("{document} · Number {number}", document=document,
                                   number=printed_number(kind, record, words, number))),
        proof=words.say(proof),
        page_of=page_words(words),
        warning=_warning(assessment, words),
        internal=internal_mark(words) if record.anonymous and names_judges else "",
    )  # fmt: skip
    return Draft(
        kind=kind,
        title=file_title(kind, (title,), assessment, words),
        author=author_of(record.letterhead, assessment, words),
        subject=imprint.proof,
        moment=words.moment(assessment.created_at),
        imprint=imprint,
        paper=record.letterhead.paper,
        compose=compose,
    )


def printed_number(kind: ReportKind, record: PreparedRecord, words: Words, number: str) -> str:
    """Return the document's number as printed."""
    template = record.letterhead.number_template(kind.value)
    moment = words.moment(record.roster.assessment.created_at)
    return words.name(document_number(template, number, 0, moment))


def head(kind: ReportKind, record: PreparedRecord, words: Words, number: str) -> list[Flowable]:
    """Return kop, title and number."""
    title = words.name(record.roster.assessment.title)
    shown = message("Number: {number}", number=printed_number(kind, record, words, number))
    return [
        Kop(record.letterhead, title, words),
        centred(words.capitals(words.say(kind.title()))),
        centred(title, BODY),
        centred(words.say(shown), BODY),
        gap(8),
    ]


def place_and_open_day(record: PreparedRecord, words: Words) -> str:
    """Return the place with room for the day."""
    place = words.name(record.letterhead.place) or OPEN_PLACE
    return f"{place}, {OPEN_DAY}"


def _warning(assessment: Assessment, words: Words) -> str:
    """Return what stands across every page; before the scoring there are no scores to call so."""
    return "" if assessment.mode is Mode.OFFICIAL else words.say(message("REHEARSAL"))
