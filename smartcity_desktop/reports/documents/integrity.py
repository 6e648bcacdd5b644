"""``integritas``: every seal, every event, every digest, and how anybody checks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.digests import grouped
from smartcity_desktop.reports.documents.declared_draft import (
    VERIFY,
    DeclaredPaper,
    mode_word,
    number_of,
    place_and_day,
)
from smartcity_desktop.reports.documents.event_tables import event_tables
from smartcity_desktop.reports.documents.integrity_tables import (
    issue_table,
    lapsed_table,
    merge_table,
    seal_table,
)
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
from smartcity_desktop.sealing.public_key import read_jwk

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.layout.table import RuledTable
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.INTEGRITY
EVENTS = "F"
"""The letter after this document's own tables."""


_NAMELESS_STEPS = [
    message("In this set of documents no judge is named. The attached results.json commits to the "
            "panel's own results, which name judges, seals and sheets, by their SHA-256 "
            "(panel_sha256); nothing in them can be changed any more without being noticed."),
    message("Whoever is allowed to see them, such as an auditor, takes the panel files and the "
            "panel's own results into one folder and types: {command}. That proves every seal, "
            "computes the results again, and compares them byte for byte with results.json.",
            command=VERIFY),
    message("Every judge compares the receipt that the laptop showed when sealing with table B: a "
            "seal whose receipt is missing there was not received. Receipts are sorted; no "
            "document that is published tells whose they are."),
    message("In the regions' sheets values stand under letters that were drawn anew for every "
            "region: A in one sheet says nothing of A in another, and no published page leads "
            "from a letter to a judge or a receipt."),
    message("The SHA-256 of results.json is printed in full above and in short on every page of "
            "every document of this declaration; any program that computes SHA-256 gives the "
            "same."),
    message("That a key is the judge's own is proved by no computer: compare the receipts with the "
            "minutes of the panel, which the judges signed by hand."),
]  # fmt: skip
"""How anybody checks a result whose judges are not named."""


def draft_integrity(record: DeclaredRecord, words: Words, number: str) -> Draft:
    """Return the draft of the record of integrity."""
    return _Integrity(record, words, number).draft()


class _Integrity:
    """Gathers the parts of the document."""

    def __init__(self, record: DeclaredRecord, words: Words, number: str) -> None:
        self._record = record
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
        width = shape.inner_width
        record, naming = self._record, self._naming
        points = [self._words.say(step) for step in self._steps()]
        return [
            *self._head(),
            *titled_points(self._words.say(message("A. How anybody checks the result")),
                           numbered(points, CELL)),
            *self._titled(message("B. Seals received"), seal_table(record, naming, width)),
            *self._titled(message("C. Panel files handed out"),
                          issue_table(record, naming, width)),
            *self._titled(message("D. Merges"), merge_table(record, naming, width)),
            *self._titled(message("E. Decisions no longer in force"),
                          lapsed_table(record, naming, width)),
            *event_tables(record, naming, width, EVENTS),
            *self._closing(),
        ]  # fmt: skip

    def _head(self) -> list[Flowable]:
        record, words = self._record, self._words
        title = words.name(record.roster.assessment.title)
        number = number_of(KIND, record, words, self._number)
        return [
            Kop(record.letterhead, title, words),
            centred(words.capitals(words.say(KIND.title()))),
            centred(title, BODY),
            centred(words.say(message("Number: {number}", number=number)), BODY),
            gap(8),
            FactsBlock(self._facts()),
        ]

    def _facts(self) -> list[tuple[str, str]]:
        record, words = self._record, self._words
        assessment, instrument = record.roster.assessment, record.instrument
        declaration = record.declaration
        key = read_jwk(assessment.public_key).thumbprint if assessment.public_key else ""
        pairs: list[tuple[Message, str]] = [
            (message("Assessment"), f"{assessment.id} · {mode_word(assessment, words)}"),
            (message("Made"), words.stamp(assessment.created_at)),
            (message("Key of the assessment"),
             key or words.say(message("none: no QR code on paper"))),
            (message("Instrument"),
             words.say(message("{title}, version {version}", title=words.local(instrument.title),
                               version=words.name(instrument.version)))),
            (message("SHA-256 of the instrument"), grouped(instrument.sha256)),
            (message("Declared"),
             words.say(message("Declaration {number}, {moment}, by {by}",
                               number=declaration.number, moment=words.stamp(declaration.at),
                               by=words.name(declaration.by)))),
            (message("SHA-256 of the results"), grouped(declaration.results_sha256)),
        ]  # fmt: skip
        return [*((words.say(label), value) for label, value in pairs),
                *participation(record, words)]  # fmt: skip

    def _steps(self) -> list[Message]:
        if self._record.veil:
            return _NAMELESS_STEPS
        return [
            message("Take the panel files as the judges handed them over; every judge may keep a "
                    "copy. Anybody who holds them can do all of the following without the "
                    "organiser's laptop and without a network."),
            message("Type: {command}. It proves every seal, derives from seals and decisions what "
                    "counts, computes the results again, and compares them byte for byte with the "
                    "results.json attached to this PDF.", command=VERIFY),
            message("The SHA-256 of results.json is printed in full above and in short on every "
                    "page of every document of this declaration; any program that computes "
                    "SHA-256 gives the same."),
            message("Every judge compares the receipt that the laptop showed when sealing with "
                    "table B: a seal whose receipt is missing there was not received. The "
                    "receipt is made of the first 80 bits of the seal's SHA-256."),
            message("That a key is the judge's own is proved by no computer: compare its "
                    "thumbprint, or the receipt, with the minutes that the judge signed by hand."),
            message("A seal is a compact JWS; docs/panel-file-format.md says how to verify one "
                    "with other tools. The time in a seal is that of the judge's laptop: it is "
                    "shown, and nothing is decided by it."),
        ]  # fmt: skip

    def _titled(self, title: Message, table: RuledTable) -> list[Flowable]:
        if table.rows:
            return titled_table(self._words.say(title), table)
        none = self._words.say(message("None."))
        return titled_points(self._words.say(title), [paragraph(none, NOTE)])

    def _closing(self) -> list[Flowable]:
        words, letterhead = self._words, self._record.letterhead
        objections = message("Objections stand above as far as they were recorded when this was "
                             "printed; what is not listed above did not happen in this "
                             "file.")  # fmt: skip
        day = place_and_day(letterhead, self._record.declaration.at, words)
        end = [gap(8), paragraph(words.say(objections), NOTE), gap(14),
               SignatureRow(self._blocks, day)]  # fmt: skip
        return [KeepTogether(end)]
