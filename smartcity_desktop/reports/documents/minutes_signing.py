"""The end of the minutes: closing formula, every judge's signature, witnesses, copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, KeepTogether  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import judge_field
from smartcity_desktop.reports.documents.declared_draft import place_and_day
from smartcity_desktop.reports.layout.cells import Column, Row, SigningCell
from smartcity_desktop.reports.layout.ink import (
    BODY,
    CELL_BOLD,
    HEAD,
    HEAD_FILL,
    MM,
    SMALL,
    SMALL_BLACK,
    SMALL_BOLD,
)
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.table_with_tail import TableWithTail
from smartcity_desktop.reports.layout.text import flush, flush_right, gap, numbered, paragraph
from smartcity_desktop.reports.phrases.people import (
    judge_word,
    leading_blocks,
    witness_blocks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.layout.signatures import SignatureBlock
    from smartcity_desktop.reports.phrases.people import SigningPeople
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.words import Words

NUMBER = 9 * MM
SIGNATURE = 38 * MM
ROW = 14 * MM
NUMBER_ROOM = 16
DOTS = "……………………"


class SigningSection:
    """Who signs the minutes, and where."""

    def __init__(
        self, record: DeclaredRecord, words: Words, people: SigningPeople, number: str
    ) -> None:
        """Take the record, those for whom fields are prepared, and the printed number."""
        self._record = record
        self._number = number
        self._words = words
        self._people = people
        letterhead = record.letterhead
        self._leading = leading_blocks(letterhead, record.roster.assessment, people)
        self._witnesses = witness_blocks(letterhead, people)

    def signatories(self) -> tuple[Signatory, ...]:
        """Return those who get a field, in printed order."""
        fields = [judge_field(judge.id) for judge in self._record.roster.judges]
        fields += [block.field for block in (*self._leading, *self._witnesses)]
        return self._people.among(fields)

    def flowables(self, shape: PageShape) -> list[Flowable]:
        """Return the section."""
        return [
            gap(8),
            CondPageBreak(75 * MM),
            *self._closing(),
            *self._signatures(shape.inner_width),
        ]

    def _signatures(self, width: float) -> list[Flowable]:
        """Return all signatures; the list of copies never stands on a page of its own."""
        if self._record.veil:
            return self._leading_alone()
        table, tail, copies = self._table(width), self._leading_rows(), self._copies()
        if not self._witnesses:
            return [TableWithTail(table, [*tail, *copies])]
        *rows, last = self._witness_rows()
        return [TableWithTail(table, tail), *map(KeepTogether, rows), KeepTogether(last + copies)]

    def _leading_alone(self) -> list[Flowable]:
        """Return the signatures of an anonymous set: of the offices, for no judge is named."""
        parts = [self._leading_rows(), *(self._witness_rows() if self._witnesses else [])]
        *rows, last = parts
        return [*map(KeepTogether, rows), KeepTogether([*last, *self._copies()])]

    def _closing(self) -> list[Flowable]:
        words, letterhead = self._words, self._record.letterhead
        sentence = words.say(
            message("These Minutes are drawn up truthfully, to be used as they should be.")
        )
        found = [paragraph(sentence)]
        if letterhead.copies:
            copies = message(
                "Originals made of these Minutes: {words} ({count}).",
                words=words.spelled(letterhead.copies),
                count=letterhead.copies,
            )
            found.append(paragraph(words.say(copies)))
        day = place_and_day(letterhead, self._record.declaration.at, words)
        return [*found, gap(8), flush_right(day), gap(4)]

    def _table(self, width: float) -> RuledTable:
        words = self._words
        name = width - NUMBER - 2 * SIGNATURE
        columns = (Column(NUMBER), Column(name), Column(SIGNATURE), Column(SIGNATURE))
        label = judge_word(self._record.roster.assessment)
        head = Row(
            (words.say(message("No.")),
             words.say(message("{judge}, institution and receipt of the seal", judge=label)),
             words.say(message("Signature")), ""),
            HEAD, HEAD_FILL, 0.9,
        )  # fmt: skip
        judges = self._record.roster.judges
        rows = [self._row(n, judge) for n, judge in enumerate(judges, start=1)]
        return RuledTable(columns, [head], rows)

    def _row(self, number: int, judge: Judge) -> Row:
        words = self._words
        receipts = self._record.receipts(judge.id)
        label = words.say(message("Receipt"))
        runs = [(words.name(judge.name), CELL_BOLD)]
        if judge.institution:
            runs.append((words.name(judge.institution), SMALL_BLACK))
        runs += [(f"{label}: {receipt}", SMALL_BOLD) for receipt in receipts]
        if not receipts:
            runs.append((words.say(message("No sealed sheet counts")), SMALL))
        odd = number % 2 == 1
        field = judge_field(judge.id)
        signing, place = None, f"{number}. {DOTS}"
        if self._people.has_field(field):
            column, place = 2 if odd else 3, f"{number}."
            signing = SigningCell(column, field, judge.name, judge.role, NUMBER_ROOM)
        return Row(
            (f"{number}.", tuple(runs), place if odd else "", "" if odd else place),
            height=ROW, signing=signing, middle=True,
        )  # fmt: skip

    def _leading_rows(self) -> list[Flowable]:
        """Return the chair's row; it stays with the last judges on their page."""
        sentence = message("Minutes number {number} of {day} are confirmed by:",
                           number=self._number, day=self._day())  # fmt: skip
        return [gap(6), *_signed(self._words.say(sentence), self._leading)]

    def _witness_rows(self) -> list[list[Flowable]]:
        sentence = message("Minutes number {number} of {day} are acknowledged and witnessed by:",
                           number=self._number, day=self._day())  # fmt: skip
        pairs = [self._witnesses[n : n + 2] for n in range(0, len(self._witnesses), 2)]
        first = [gap(10), *_signed(self._words.say(sentence), pairs[0])]
        return [first, *([gap(6), SignatureRow(pair)] for pair in pairs[1:])]

    def _day(self) -> str:
        return self._words.day(self._record.declaration.at)

    def _copies(self) -> list[Flowable]:
        copies = [self._words.local(text) for text in self._record.letterhead.copies_to]
        if not copies:
            return []
        title = flush(self._words.say(message("Copies to:")), SMALL_BLACK)
        return [gap(10), title, *numbered(copies, SMALL_BLACK)]


def _signed(text: str, blocks: Sequence[SignatureBlock]) -> list[Flowable]:
    return [flush(text, BODY), gap(4), SignatureRow(blocks)]
