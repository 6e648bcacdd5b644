"""``lembar-juri``: all sheets of one judge, for reading back and signing by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, KeepTogether  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.domain.signatory import judge_field
from smartcity_desktop.reports.documents.declared_draft import (
    attachments_of,
    author_of,
    file_title,
    place_and_day,
)
from smartcity_desktop.reports.documents.judge_imprint import judge_imprint, printed_number
from smartcity_desktop.reports.documents.sheet_table import SheetTables, state_of
from smartcity_desktop.reports.furniture.kop import Kop
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.bookmark import Bookmark
from smartcity_desktop.reports.layout.cells import Align, Column, Row
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import (
    BODY,
    HEAD,
    HEAD_FILL,
    HEADING,
    MM,
    NOTE,
    SMALL,
)
from smartcity_desktop.reports.layout.signatures import SignatureBlock, SignatureRow
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import centred, flush, gap, heading, paragraph
from smartcity_desktop.reports.phrases.people import SigningPeople, judge_word
from smartcity_desktop.reports.report import Draft

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.judge_record import JudgeRecord
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.JUDGE_SHEETS
NUMBER, CODE, TOTAL = 10 * MM, 15 * MM, 24 * MM
HEAD_ROOM = 50
"""Points for the lines above a sheet; one that fits a page is not begun low on another."""

_EXPLANATIONS = {
    WeightKind.PERCENT: message(
        "Weights are percent. The line of a dimension shows the sum of its products; the last line "
        "adds up the dimensions, each times its own percentage."
    ),
    WeightKind.SHARE: message(
        "Weights are hundredths of the whole. The line of a dimension shows the sum of its "
        "products; the last line adds up the dimensions."
    ),
    WeightKind.FACTOR: message(
        "Weights are multipliers. The line of a dimension shows the sum of its products; the last "
        "line adds up the dimensions, each times its own weight."
    ),
}


def draft_judge_sheets(record: JudgeRecord, words: Words, number: str) -> Draft:
    """Return the draft of one judge's sheets."""
    return _JudgeSheets(record, words, number).draft()


class _JudgeSheets:
    """Gathers the parts of the document."""

    def __init__(self, record: JudgeRecord, words: Words, number: str) -> None:
        self._record = record
        self._words = words
        self._number = number
        self._regions = {region.code: region for region in record.regions}
        self._people = SigningPeople(record.signatories, words)

    def draft(self) -> Draft:
        record, words = self._record, self._words
        imprint = judge_imprint(record, words, self._number)
        name = words.name(record.judge.name)
        return Draft(
            kind=KIND,
            title=file_title(
                KIND, (name, words.name(record.assessment.title)), record.assessment, words
            ),
            author=author_of(record.letterhead, record.assessment, words),
            subject=imprint.proof,
            moment=words.moment(record.at),
            imprint=imprint,
            paper=record.letterhead.paper,
            compose=self._story,
            attachments=attachments_of(record.declared) if record.declared else (),
            signatories=self._people.among([judge_field(record.judge.id)]),
        )

    def _story(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        page = (shape.inner_width, shape.inner_height - HEAD_ROOM)
        tables = SheetTables(self._record.instrument, self._words, page)
        story = [*self._head(), self._list(tables, shape.inner_width), *self._explanations()]
        room = min(tables.usual_height() + HEAD_ROOM, shape.inner_height * 0.9)
        for sheet in self._record.sheets:
            story += self._sheet(sheet, tables, room)
        return [*story, *self._signature()]

    def _head(self) -> list[Flowable]:
        record, words = self._record, self._words
        title = words.name(record.assessment.title)
        number = printed_number(record, words, self._number)
        return [
            Kop(record.letterhead, title, words),
            centred(words.capitals(words.say(KIND.title()))),
            centred(title, BODY),
            centred(words.say(message("Number: {number}", number=number)), BODY),
            gap(8),
            FactsBlock(self._facts()),
            gap(2),
        ]

    def _facts(self) -> list[tuple[str, str]]:
        record, words = self._record, self._words
        judge, instrument = record.judge, record.instrument
        used = message("{title}, version {version}", title=words.local(instrument.title),
                       version=words.name(instrument.version))  # fmt: skip
        pairs: list[tuple[Message, str]] = [
            (judge_word(record.assessment), f"{words.name(judge.name)} ({words.name(judge.id)})"),
            (message("Institution"), words.name(judge.institution)),
            (message("Position"), words.name(judge.role)),
            (message("Panel"), words.name(judge.panel)),
            (message("Instrument"), words.say(used)),
            (message("Notice"), words.local(instrument.notice)),
            (message("Held"), words.local(record.letterhead.held)),
        ]
        pairs += [(message("Seal {number}", number=seal.number),
                   words.say(message("receipt {receipt}, {moment} by the judge's laptop",
                                     receipt=seal.receipt, moment=words.stamp(seal.time))))
                  for seal in record.seals]  # fmt: skip
        if not record.seals:
            pairs.append((message("Seal"), words.say(message("not sealed yet"))))
        return [(words.say(label), value) for label, value in pairs]

    def _list(self, tables: SheetTables, width: float) -> RuledTable:
        words = self._words
        region = (width - NUMBER - CODE - TOTAL) * 0.62
        state = width - NUMBER - CODE - TOTAL - region
        columns = (Column(NUMBER), Column(CODE), Column(region), Column(state),
                   Column(TOTAL, Align.RIGHT))  # fmt: skip
        heads = (message("No."), message("Code"), message("Region"), message("State"),
                 message("This judge's total"))  # fmt: skip
        head = Row(tuple(words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9, middle=True)
        rows = [
            Row((f"{n}.", words.name(sheet.region), self._name(sheet),
                 words.say(state_of(sheet, self._record.instrument)), tables.total(sheet)))
            for n, sheet in enumerate(self._record.sheets, start=1)
        ]  # fmt: skip
        nothing = Row(("—", "", "", "", ""))
        return RuledTable(columns, [head], rows or [nothing])

    def _name(self, sheet: ScoreSheet) -> str:
        region = self._regions.get(sheet.region)
        return self._words.name(region.name if region else sheet.name)

    def _explanations(self) -> list[Flowable]:
        rules = self._record.instrument.rules
        exact = message(
            "All figures here are this judge's own, exact and before any rounding; how the judges' "
            "values are combined stands in the summary of scores."
        )
        lines = (_EXPLANATIONS[rules.weights], exact)
        return [gap(2), *(flush(self._words.say(line), SMALL) for line in lines)]

    def _sheet(self, sheet: ScoreSheet, tables: SheetTables, room: float) -> list[Flowable]:
        words = self._words
        region = self._regions.get(sheet.region)
        name = self._name(sheet)
        province = words.name(region.province) if region else ""
        title = f"{words.name(sheet.region)} · {name}"
        state = words.say(state_of(sheet, self._record.instrument))
        line = " · ".join(part for part in (province, state) if part)
        head = [heading(title, HEADING), Bookmark(title), flush(line, NOTE), gap(3)]
        if sheet.state is not SheetState.SCORED:
            reason = message("Reason: {reason}", reason=words.note(sheet.reason) or "—")
            return [KeepTogether([*head, paragraph(words.say(reason), NOTE)])]
        notes = [words.note(text) for indicator, text in sheet.notes if indicator == REGION_NOTE]
        remarks = [flush(words.say(message("Remark on the region: {note}", note=note)), NOTE)
                   for note in notes]  # fmt: skip
        return [CondPageBreak(room), *head, tables.table(sheet), *remarks]

    def _signature(self) -> list[Flowable]:
        record, words = self._record, self._words
        judge = record.judge
        read = message(
            "I have read all scores above back, and they are those I gave. {count} sheets in all.",
            count=len(record.sheets),
        )
        field = judge_field(judge.id)
        block = SignatureBlock(
            words.say(judge_word(record.assessment)), words.name(judge.name),
            (words.name(judge.institution),) if judge.institution else (),
            field if self._people.has_field(field) else "",
        )  # fmt: skip
        day = place_and_day(record.letterhead, record.at, words)
        receipts = ", ".join(seal.receipt for seal in record.seals)
        sealed = message("They are sealed with the receipt {receipts}.", receipts=receipts)
        end = [gap(14), paragraph(words.say(read))]
        if receipts:
            end.append(paragraph(words.say(sealed)))
        return [KeepTogether([*end, gap(10), SignatureRow([block], day)])]
