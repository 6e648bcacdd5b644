"""What all documents of a declaration have in common: imprint, number, attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.archive.facts import Attachment
from smartcity_desktop.reports.digests import grouped, short_digest
from smartcity_desktop.reports.furniture.imprint import CheckStrip, Imprint
from smartcity_desktop.reports.numbering import document_number
from smartcity_desktop.reports.report import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.kinds import ReportKind
    from smartcity_desktop.reports.letterhead import Letterhead
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.words import Words

VERIFY = "main.py verify FILE.pdf --panel-files FOLDER"


class DeclaredPaper(Struct, frozen=True):
    """One document of a declaration, before anything stands on it.

    Attributes:
        number: the running number of the document; empty leaves room to write it by hand.
    """

    kind: ReportKind
    record: DeclaredRecord
    words: Words
    number: str

    def draft(
        self,
        compose: Callable[[PageShape, PageShape], list[Flowable]],
        signatories: tuple[Signatory, ...] = (),
        parts: tuple[str, ...] = (),
    ) -> Draft:
        """Return the draft of the document.

        Args:
            compose: returns the content for pages of a given shape.
            signatories: those for whom the content prepares fields, in printed order.
            parts: of the title in the file's own data; without any, the assessment's title.
        """
        record, words = self.record, self.words
        assessment = record.roster.assessment
        imprint = imprint_of(self.kind, record, words, self.number)
        return Draft(
            kind=self.kind,
            title=file_title(
                self.kind, parts or (words.name(assessment.title),), assessment, words
            ),
            author=author_of(record.letterhead, assessment, words),
            subject=imprint.proof,
            moment=words.moment(record.declaration.at),
            imprint=imprint,
            paper=record.letterhead.paper,
            compose=compose,
            attachments=attachments_of(record),
            signatories=signatories,
        )


def number_of(kind: ReportKind, record: DeclaredRecord, words: Words, number: str) -> str:
    """Return the document's number as printed."""
    template = record.letterhead.number_template(kind.value)
    declaration = record.declaration
    filled = document_number(template, number, declaration.number, words.moment(declaration.at))
    return words.name(filled)


def imprint_of(kind: ReportKind, record: DeclaredRecord, words: Words, number: str) -> Imprint:
    """Return the furniture's texts for a document of a declaration."""
    assessment = record.roster.assessment
    title = words.name(assessment.title)
    document = words.say(kind.title())
    return Imprint(
        running_head=f"{document} · {title}",
        mode=mode_word(assessment, words),
        identity=words.say(
            message("{document} · Number {number}", document=document,
                    number=number_of(kind, record, words, number))
        ),
        proof=proof_line(record, words),
        page_of=page_words(words),
        warning=rehearsal_warning(assessment, words),
        internal=internal_mark(words) if record.secret else "",
        check=check_strip(record, words),
    )  # fmt: skip


def file_title(kind: ReportKind, parts: tuple[str, ...], assessment: Assessment,
               words: Words) -> str:  # fmt: skip
    """Return the title of the file's own data; it tells a rehearsal apart as well."""
    return " · ".join((words.say(kind.title()), *parts, mode_word(assessment, words)))


def mode_word(assessment: Assessment, words: Words) -> str:
    """Return the mode in capitals, as it stands on every page."""
    official = assessment.mode is Mode.OFFICIAL
    return words.say(message("OFFICIAL") if official else message("REHEARSAL"))


def rehearsal_warning(assessment: Assessment, words: Words) -> str:
    """Return what stands across every page of a rehearsal; empty for an official one."""
    if assessment.mode is Mode.OFFICIAL:
        return ""
    return words.say(message("REHEARSAL, invented scores"))


def internal_mark(words: Words) -> str:
    """Return what stands above every page of an anonymous assessment that names judges."""
    return words.say(message("Document of the panel only, not to be published"))


def page_words(words: Words) -> PageWords:
    """Return what turns a page number and the page count into words."""
    return PageWords(words)


class PageWords:
    """Page number and page count in words."""

    def __init__(self, words: Words) -> None:
        """Take the document's words."""
        self._words = words

    def __call__(self, page: int, pages: int) -> str:
        """Return ``Page 2 of 5``."""
        return self._words.say(message("Page {page} of {pages}", page=page, pages=pages))


def proof_line(record: DeclaredRecord, words: Words) -> str:
    """Return declaration number, its day and the short digest."""
    declaration = record.declaration
    return words.say(
        message(
            "Declaration {number}, {day} · results {digest}",
            number=declaration.number,
            day=words.day(declaration.at),
            digest=short_digest(declaration.results_sha256),
        )
    )


def check_strip(record: DeclaredRecord, words: Words) -> CheckStrip:
    """Return how the result on this paper is checked by anybody."""
    lines = []
    if record.declaration.token:
        lines.append(
            message(
                "The QR code carries the token of this declaration, signed with the assessment's "
                "own key; it is checked without a network."
            )
        )
    again = message("Whoever holds the panel files computes this result again with: {command}",
                    command=VERIFY)  # fmt: skip
    if record.anonymous:
        again = message("Whoever holds the panel files and the panel's own results computes this "
                        "result again with: {command}", command=VERIFY)  # fmt: skip
    lines += [
        again,
        message("Attached to this PDF: {files}.",
                files="results.json, results.csv, signatories.json"),
    ]  # fmt: skip
    return CheckStrip(
        heading=words.say(message("How to check this document (SHA-256 of the results)")),
        lines=tuple(words.say(line) for line in lines),
        digest=grouped(record.declaration.results_sha256),
        code_said=words.say(
            message(
                "QR code with the signed token of declaration {number}",
                number=record.declaration.number,
            )
        ),
        token=record.declaration.token,
    )


def attachments_of(record: DeclaredRecord) -> tuple[Attachment, ...]:
    """Return the results as machines read them."""
    return (
        Attachment("results.json", "application/json", record.results_json,
                   "The canonical results; their SHA-256 is printed on every page", "Source"),
        Attachment("results.csv", "text/csv", record.results_csv,
                   "The ranking as a table for spreadsheets"),
    )  # fmt: skip


def author_of(letterhead: Letterhead, assessment: Assessment, words: Words) -> str:
    """Return the organiser's name, or the assessment's title where the kop says nothing."""
    lines = [line for line in letterhead.lines if "{title}" not in line]
    return words.name(lines[0] if lines else assessment.title)


def place_and_day(letterhead: Letterhead, at: str, words: Words) -> str:
    """Return ``Jakarta, 5 Mei 2017`` with room to write where no place is known."""
    place = words.name(letterhead.place) or "……………………"
    return f"{place}, {words.day(at)}"
