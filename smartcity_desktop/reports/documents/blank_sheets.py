"""``lembar-kosong``: score sheets to fill by hand, one page a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak  # type: ignore[import-untyped]

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.documents.prepared_draft import prepared_draft
from smartcity_desktop.reports.figures import exact_figure
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.layout.bookmark import Bookmark
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.facts import FactsBlock
from smartcity_desktop.reports.layout.ink import (
    BODY_BOLD,
    GROUP_FILL,
    HEAD_FILL,
    MM,
    SMALL_BLACK,
    Ink,
)
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.table_with_tail import TableWithTail
from smartcity_desktop.reports.layout.text import centred, flush, gap
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.phrases.people import judge_word

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.instrument import Dimension, Indicator, Scale
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.prepared_record import PreparedRecord
    from smartcity_desktop.reports.report import Draft
    from smartcity_desktop.reports.words import Words

KIND = ReportKind.BLANK_SHEETS
PLAIN, STRONG, CHOICE = Ink(REGULAR, 8, 10), Ink(BOLD, 8, 10), Ink(REGULAR, 9, 10.5)
WEIGHT, NOTE = 13 * MM, 48 * MM
MOST_CHOICES = 7
"""Permitted values that are printed to be encircled; with more, the value is written."""

LINE = "………………"
WIDE = "…" * 44
APART = "\N{NO-BREAK SPACE}" * 3
BOX = f"[{APART}]"
TALLEST, SMALLEST = 15.6, 13.0
PAGE_HEAD = 158
"""Points that the lines around the table take."""


def draft_blank_sheets(record: PreparedRecord, words: Words, number: str, judge: str = "") -> Draft:
    """Return the draft of one open sheet, or of all sheets of one judge."""
    sheets = _BlankSheets(record, words, record.judge(judge))
    return prepared_draft(KIND, record, words, number, sheets.compose, names_judges=bool(judge))


class _BlankSheets:
    """Sets the sheets; names are printed where they are known."""

    def __init__(self, record: PreparedRecord, words: Words, judge: Judge | None) -> None:
        self._record = record
        self._words = words
        self._judge = judge
        self._naming = Naming(record.roster, record.instrument, (), words)
        self._abstain = words.say(message("NS"))

    def compose(self, shape: PageShape, _lying: PageShape) -> list[Flowable]:
        codes = self._record.regions_of(self._judge.id) if self._judge else ()
        story: list[Flowable] = []
        for index, code in enumerate(codes or ("",)):
            story += [PageBreak()] if index else []
            story += self._sheet(code, shape)
        return story

    def _sheet(self, code: str, shape: PageShape) -> list[Flowable]:
        words = self._words
        region = self._naming.region(code) if code else WIDE
        title = [Bookmark(region)] if code else []
        return [
            *title,
            centred(words.capitals(words.say(KIND.title())), BODY_BOLD),
            centred(words.name(self._record.roster.assessment.title), SMALL_BLACK),
            gap(4),
            FactsBlock(self._facts(region), ink=Ink(REGULAR, 9, 12.5)),
            flush(self._states(), SMALL_BLACK),
            gap(3),
            TableWithTail(self._table(shape, region if code else ""), self._foot()),
        ]

    def _facts(self, region: str) -> list[tuple[str, str]]:
        words = self._words
        who = WIDE
        if self._judge is not None:
            who = f"{words.name(self._judge.name)} ({words.name(self._judge.id)})"
        return [
            (words.say(judge_word(self._record.roster.assessment)), who),
            (words.say(message("Region")), region),
        ]

    def _states(self) -> str:
        """Return the boxes to tick for a region that is not scored."""
        words = self._words
        conflict = words.say(message("I do not score this region (conflict of interest)"))
        absent = words.say(message("The region was absent"))
        reason = words.say(message("Reason: {reason}", reason=LINE * 2))
        parts = (f"{BOX} {conflict}", f"{BOX} {absent}", reason)
        return (APART * 2).join(parts)

    def _table(self, shape: PageShape, region: str) -> RuledTable:
        words = self._words
        instrument = self._record.instrument
        ids = [words.name(i.id) for i in instrument.indicators()]
        number = max(STRONG.width(one) for one in (*ids, "No.")) + 9
        choice = max(CHOICE.width(self._values(i.scale)) for i in instrument.indicators()) + 9
        columns = (
            Column(number), Column(shape.inner_width - number - WEIGHT - choice - NOTE),
            Column(WEIGHT), Column(choice), Column(NOTE),
        )  # fmt: skip
        heads = (message("No."), message("Indicator"), message("Weight"), message("Score"),
                 message("Note; reason where not scored"))  # fmt: skip
        said = [words.say(h) for h in heads]
        lines = len(ids) + len(instrument.dimensions) + 1
        height = min((shape.inner_height - PAGE_HEAD) / lines, TALLEST)
        if height < SMALLEST:  # two pages with room to write; the second names the region too
            height = TALLEST
            named = region or f"{words.say(message('Region'))} {LINE}"
            said[1] = f"{said[1]} · {named}"
        top = Row(tuple(said), STRONG, HEAD_FILL, 0.9, middle=True)
        rows: list[Row] = []
        for dimension in instrument.dimensions:
            rows.append(self._dimension(dimension))
            rows += [self._line(indicator, height) for indicator in dimension.all_indicators()]
        return RuledTable(columns, [top], rows)

    def _dimension(self, dimension: Dimension) -> Row:
        words = self._words
        cells = (words.name(dimension.id), words.local(dimension.name),
                 words.figure(exact_figure(dimension.weight)), "", "")  # fmt: skip
        return Row(cells, STRONG, GROUP_FILL, tied_to_next=True, pad=1)

    def _line(self, indicator: Indicator, height: float) -> Row:
        words = self._words
        cells = (
            words.name(indicator.id), words.local(indicator.name),
            words.figure(exact_figure(indicator.weight)),
            ((self._values(indicator.scale), CHOICE),), "",
        )  # fmt: skip
        return Row(cells, PLAIN, height=height, middle=True, pad=0.8)

    def _values(self, scale: Scale) -> str:
        """Return the permitted values to choose from, or room to write one."""
        if not scale.values or len(scale.values) > MOST_CHOICES:
            return f"{LINE}{APART}{self._abstain}"
        shown = [self._words.figure(exact_figure(scale.exact(v))) for v in scale.values]
        return APART.join((*shown, self._abstain))

    def _foot(self) -> list[Flowable]:
        words = self._words
        lines = [
            message("Encircle one value in every line, or write it where none is printed. {mark}: "
                    "not scored; the reason must stand beside it. An empty line is not a zero and "
                    "cannot be counted.", mark=self._abstain),
            message("Corrections: strike out, write anew, and initial. Two persons type this "
                    "sheet, each without seeing the other's entry."),
        ]  # fmt: skip
        signed = [words.say(message("Date: {line}", line=LINE * 2)),
                  words.say(message("Signature: {line}", line=LINE * 2))]  # fmt: skip
        end = flush((APART * 2).join(signed), Ink(REGULAR, 9.5, 12))
        said = [flush(words.say(line), SMALL_BLACK) for line in lines]
        return [gap(6), *said, gap(16), end]
