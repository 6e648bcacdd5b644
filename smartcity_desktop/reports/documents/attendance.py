"""``daftar-hadir``: judges and regions sign that they came, day by day where days are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.prepared_draft import OPEN_DAY, head, prepared_draft
from smartcity_desktop.reports.documents.region_cell import region_cell
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import (
    CELL,
    CELL_BOLD,
    HEAD,
    HEAD_FILL,
    HEADING,
    MM,
    SMALL_BLACK,
)
from smartcity_desktop.reports.layout.signatures import SignatureRow
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.table_with_tail import TableWithTail
from smartcity_desktop.reports.layout.text import flush, gap
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import SigningPeople, leading_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.assessment import Judge, Region
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.prepared_record import PreparedRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.ATTENDANCE
NUMBER, CODE, SIGNATURE, HALF = 9 * MM, 14 * MM, 40 * MM, 30 * MM
ROW = 12 * MM
DOTS = "…………………"
LEAST = 4 * ROW


def draft_attendance(record: PreparedRecord, words: Words, number: str) -> Draft:
    """Return the draft of the attendance lists."""
    return prepared_draft(KIND, record, words, number, _Attendance(record, words, number).compose)


class _Attendance:
    """Sets one list of judges and one of regions for every day."""

    def __init__(self, record: PreparedRecord, words: Words, number: str) -> None:
        self._record = record
        self._words = words
        self._number = number
        self._naming = Naming(record.roster, record.instrument, (), words)

    def compose(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        days = sorted({a.day for a in self._record.roster.assignments if a.day}) or [""]
        story: list[Flowable] = []
        for index, day in enumerate(days):
            story += [PageBreak()] if index else []
            story += [*head(KIND, self._record, self._words, self._number), self._facts(day)]
            story += self._judges(day, shape.inner_width)
            story += [PageBreak(), *self._regions(day, shape.inner_width)]
        return story

    def _facts(self, day: str) -> FactsBlock:
        words, letterhead = self._words, self._record.letterhead
        pairs: list[tuple[Message, str]] = [
            (message("Day, date"), words.written_day(day) if day else OPEN_DAY),
            (message("Time"), OPEN_DAY),
            (message("Place"), words.local(letterhead.venue) or OPEN_DAY),
        ]
        return FactsBlock([(words.say(label), value) for label, value in pairs])

    def _judges(self, day: str, width: float) -> list[Flowable]:
        ids = {a.judge for a in self._record.roster.assignments if a.day == day}
        judges = [j for j in self._record.roster.judges if j.id in ids or not day]
        rest = width - NUMBER - 2 * HALF
        columns = (Column(NUMBER), Column(rest * 0.62), Column(rest * 0.38), Column(HALF),
                   Column(HALF))  # fmt: skip
        heads = (message("No."), message("Name, institution"), message("Position"),
                 message("Signature"), None)  # fmt: skip
        rows = [self._judge_row(n, judge) for n, judge in enumerate(judges, start=1)]
        return [*self._title(message("A. Judges")),
                *self._list(RuledTable(columns, [self._head(heads)], rows))]  # fmt: skip

    def _title(self, title: Message) -> list[Flowable]:
        """Return a heading that is not tied: the library would keep the whole list with it."""
        return [CondPageBreak(LEAST), gap(6), flush(self._words.say(title), HEADING), gap(3)]

    def _judge_row(self, number: int, judge: Judge) -> Row:
        words = self._words
        who = [(words.name(judge.name), CELL_BOLD)]
        if judge.institution:
            who.append((words.name(judge.institution), SMALL_BLACK))
        place = f"{number}. {DOTS}"
        odd = number % 2 == 1
        role = words.name(judge.role) or words.say(message("Member"))
        return Row((f"{number}.", tuple(who), role, place if odd else "", "" if odd else place),
                   CELL, height=ROW, middle=True)  # fmt: skip

    def _regions(self, day: str, width: float) -> list[Flowable]:
        codes = {a.region for a in self._record.roster.assignments if a.day == day}
        regions = [r for r in self._record.roster.regions if r.code in codes or not day]
        rest = width - NUMBER - CODE - SIGNATURE
        columns = (Column(NUMBER), Column(CODE), Column(rest * 0.52), Column(rest * 0.48),
                   Column(SIGNATURE))  # fmt: skip
        heads = (message("No."), message("Code"), message("Region"),
                 message("Name and position of the representative"),
                 message("Signature"))  # fmt: skip
        rows = [self._region_row(n, region) for n, region in enumerate(regions, start=1)]
        title = message("B. Regions")
        if day:
            title = message("B. Regions, {day}", day=self._words.written_day(day))
        return [*self._title(title),
                *self._list(RuledTable(columns, [self._head(heads)], rows))]  # fmt: skip

    def _region_row(self, number: int, region: Region) -> Row:
        name = region_cell(self._naming.region_name(region.code),
                           self._naming.province(region.code))  # fmt: skip
        return Row((f"{number}.", self._words.name(region.code), name, "", f"{number}."),
                   CELL, height=ROW, middle=True)  # fmt: skip

    def _head(self, heads: Sequence[Message | None]) -> Row:
        cells = tuple(self._words.say(h) if h else "" for h in heads)
        return Row(cells, HEAD, HEAD_FILL, 0.9, middle=True)

    def _list(self, table: RuledTable) -> list[Flowable]:
        """Return a list and who vouches for it, who never signs a page without a name."""
        people = SigningPeople((), self._words)
        blocks = leading_blocks(self._record.letterhead, self._record.roster.assessment, people)
        tail = [gap(12), SignatureRow(blocks[:1])]
        return [TableWithTail(table, tail)] if len(table.rows) > 1 else [table, *tail]
