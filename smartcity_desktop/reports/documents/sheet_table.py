"""One region's sheet of one judge as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.own_figures import own_figures, product_places
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.figures import decimal_figure, exact_figure
from smartcity_desktop.reports.layout.cells import PAD_Y, Align, Column, Row
from smartcity_desktop.reports.layout.ink import (
    GROUP_FILL,
    HEAD,
    HEAD_FILL,
    MM,
    SHEET,
    SHEET_BOLD,
    SHEET_NOTE,
    Ink,
)
from smartcity_desktop.reports.layout.table import RuledTable

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.own_figures import OwnDimension, OwnLine
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.words import Words


class Look(Struct, frozen=True):
    """How the lines of a sheet are set."""

    plain: Ink
    bold: Ink
    note: Ink
    pad: float


ROOMY = Look(SHEET, SHEET_BOLD, SHEET_NOTE, PAD_Y)
DENSE = Look(Ink(REGULAR, 7.5, 9), Ink(BOLD, 7.5, 9), Ink(REGULAR, 6.8, 8), 1.4)
"""For long instruments: one sheet stays on one page."""

WEIGHT, VALUE, PRODUCT = 15 * MM, 13 * MM, 19 * MM
NONE = "—"


class SheetTables:
    """Sets the sheets of one judge; what all regions share is worked out once."""

    def __init__(self, instrument: Instrument, words: Words, room: tuple[float, float]) -> None:
        """Take the instrument, and width and height of what a page has for a sheet."""
        self._instrument = instrument
        self._words = words
        width, height = room
        self._look = ROOMY if self._height_in(ROOMY) <= height else DENSE
        self._places = product_places(instrument)
        ids = [words.name(i.id) for i in instrument.indicators()]
        number = max(SHEET.width(one) for one in (*ids, "No.")) + 8
        rest = width - number - WEIGHT - VALUE - PRODUCT
        self._columns = (
            Column(number), Column(rest * 0.6), Column(WEIGHT, Align.RIGHT),
            Column(VALUE, Align.RIGHT), Column(PRODUCT, Align.RIGHT), Column(rest * 0.4),
        )  # fmt: skip
        heads = (message("No."), message("Indicator"), message("Weight"), message("Score"),
                 message("Weight \u00d7 score"), message("Note"))  # fmt: skip
        self._head = Row(tuple(words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9, middle=True)
        self._names = {i.id: words.local(i.name) for i in instrument.indicators()}

    def table(self, sheet: ScoreSheet) -> RuledTable:
        """Return the table of a scored sheet."""
        figures = own_figures(self._instrument, sheet)
        remarks = self._remarks(sheet)
        rows: list[Row] = []
        for dimension in figures.dimensions:
            rows.append(self._dimension_row(dimension))
            rows += [self._line(line, remarks) for line in dimension.lines]
        look = self._look
        label = self._words.say(message("This judge's total for the region"))
        total = Row(("", label, "", "", self._figure(figures.total), ""), look.bold, HEAD_FILL,
                    pad=look.pad)  # fmt: skip
        return RuledTable(self._columns, [self._head], [*rows, total])

    def total(self, sheet: ScoreSheet) -> str:
        """Return the judge's total for the list of regions."""
        if sheet.state is not SheetState.SCORED:
            return NONE
        return self._figure(own_figures(self._instrument, sheet).total)

    def usual_height(self) -> float:
        """Return about how high a sheet without long notes is, in points."""
        return self._height_in(self._look)

    def _height_in(self, look: Look) -> float:
        lines = len(self._instrument.indicators()) + len(self._instrument.dimensions) + 1
        return lines * (look.plain.leading + 2 * look.pad) + 2 * HEAD.leading + 2 * PAD_Y

    def _dimension_row(self, dimension: OwnDimension) -> Row:
        part = dimension.dimension
        weight = self._words.figure(exact_figure(part.weight))
        name = self._words.local(part.name)
        cells = (self._words.name(part.id), name, weight, "", self._figure(dimension.sum), "")
        return Row(cells, self._look.bold, GROUP_FILL, tied_to_next=True,
                   pad=self._look.pad)  # fmt: skip

    def _line(self, line: OwnLine, remarks: dict[str, str]) -> Row:
        value = NONE if line.value is None else self._words.figure(exact_figure(line.value))
        indicator = line.indicator.id
        note = remarks.get(indicator, "")
        cells = (
            self._words.name(indicator), self._names[indicator],
            self._words.figure(exact_figure(line.weight)), ((value, self._look.bold),),
            self._figure(line.product), ((note, self._look.note),),
        )  # fmt: skip
        return Row(cells, self._look.plain, pad=self._look.pad)

    def _figure(self, value: Fraction | None) -> str:
        return NONE if value is None else self._words.figure(decimal_figure(value, self._places))

    def _remarks(self, sheet: ScoreSheet) -> dict[str, str]:
        """Return what stands in the last column, by indicator."""
        words = self._words
        found: dict[str, list[str]] = {}
        for indicator, reason in sheet.abstained:
            said = message("Not scored: {reason}", reason=words.note(reason))
            found.setdefault(indicator, []).append(words.say(said))
        for indicator, note in sheet.notes:
            found.setdefault(indicator, []).append(words.note(note))
        for indicator, file in sheet.evidence:
            named = message("Evidence: {file}", file=words.name(file.name))
            found.setdefault(indicator, []).append(words.say(named))
        open_ones = sheet.open_indicators(tuple(i.id for i in self._instrument.indicators()))
        for indicator in open_ones:
            found.setdefault(indicator, []).append(words.say(message("Not scored yet")))
        found.pop(REGION_NOTE, None)
        return {indicator: "\n".join(lines) for indicator, lines in found.items()}


def state_of(sheet: ScoreSheet, instrument: Instrument) -> Message:
    """Return what became of a sheet, in words."""
    if sheet.state is SheetState.RECUSED:
        return message("Region not scored (conflict of interest)")
    if sheet.state is SheetState.ABSENT:
        return message("Region reported absent")
    missing = len(sheet.open_indicators(tuple(i.id for i in instrument.indicators())))
    if missing:
        return message("Not complete; indicators still to score: {missing}", missing=missing)
    if sheet.abstained:
        return message("Scored; indicators left out for stated reasons: {count}",
                       count=len(sheet.abstained))  # fmt: skip
    return message("Scored")
