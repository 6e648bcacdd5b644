"""What the regions filed beforehand: ``region,indicator,figure,answer,level[,name]``.

One line says one thing of one region. With an ``indicator`` it is the region's own answer to it
and, as ``level``, the value that the region claims. With a ``figure`` it is a context figure such
as population, its value as ``answer``. A line fills either of the two. Lines without answer and
level are passed over, so a form that lists all indicators may be returned half filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.dossier import Answer, Dossier
from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import MAY_LEAVE_OUT
from smartcity_desktop.regions.finding import RegionFinder
from smartcity_desktop.rosters.region_columns import INDICATOR_NAMES, PLAIN_NAME, REGION
from smartcity_desktop.rosters.values import IndicatorFinder, made_a_date
from smartcity_desktop.tables.columns import Column, Record, read_records
from smartcity_desktop.tables.problem_list import ProblemList
from smartcity_desktop.tables.table import Oddity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.regions.official import RegionTable
    from smartcity_desktop.tables.table import Table

DOSSIER_COLUMNS = (
    REGION,
    Column("indicator", INDICATOR_NAMES),
    Column("figure", ("data", "data_umum", "data_pendukung", "angka")),
    Column("answer", ("jawaban", "isian", "uraian", "value"), required=True),
    Column("level", ("tingkat", "tingkat_klaim", "klaim", "nilai_mandiri", "claimed")),
    PLAIN_NAME,
)
"""Columns of the list with every name they go by."""


def read_dossiers(
    table: Table, instrument: Instrument, regions: Sequence[Region], official: RegionTable
) -> dict[str, Dossier]:
    """Return the dossiers of a list by region code, sorted; regions that filed nothing are absent.

    Raises:
        InputError: every line with an unknown region or indicator, a level that the scale does not
            permit, or something that the region says twice.
    """
    reader = _Reader(IndicatorFinder(instrument), RegionFinder(regions, official))
    for record in read_records(table, DOSSIER_COLUMNS):
        if record.text("answer") or record.text("level"):
            reader.take(record)
    reader.problems.refuse()
    order = [indicator.id for indicator in instrument.indicators()]
    return {
        code: Dossier(
            code,
            tuple(sorted(reader.figures.get(code, []))),
            tuple(sorted(reader.answers.get(code, []), key=lambda a: order.index(a.indicator))),
        )
        for code in sorted({*reader.figures, *reader.answers})
    }


class _Reader:
    """Sorts lines into answers and figures by region, and keeps what is wrong with them."""

    def __init__(self, indicators: IndicatorFinder, regions: RegionFinder) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.figures: dict[str, list[tuple[str, str]]] = {}
        self.problems = ProblemList()
        self._indicators = indicators
        self._regions = regions
        self._lines: dict[tuple[str, str], int] = {}

    def take(self, record: Record) -> None:
        """Read one line that says something."""
        region = self._regions.find(record.words("region"), record.words("name"))
        if isinstance(region, Message):
            self.problems.add(record.place("region"), region)
        code = "" if isinstance(region, Message) else region.code
        indicator, figure = record.words("indicator"), record.words("figure")
        if bool(indicator) == bool(figure):
            what = message("The line needs either an indicator or the name of a figure.")
            self.problems.add(record.place("indicator"), what)
        elif figure:
            self._take_figure(record, code, figure)
        else:
            self._take_answer(record, code, indicator)

    def _take_figure(self, record: Record, code: str, figure: str) -> None:
        if record.text("level"):
            what = message("A figure has no level. Leave the level empty.")
            self.problems.add(record.place("level"), what)
        if self._is_first(record, code, figure, "figure"):
            self.figures.setdefault(code, []).append((figure, record.text("answer")))

    def _take_answer(self, record: Record, code: str, written: str) -> None:
        indicator = self._indicators.find(written)
        if isinstance(indicator, Message):
            self.problems.add(record.place("indicator"), indicator)
            return
        claimed: int | Message | None = None
        if record.oddity("level") is Oddity.DATE:
            claimed = made_a_date()
        elif record.text("level"):
            claimed = self._indicators.value(indicator, record.text("level"))
        if isinstance(claimed, Message):
            self.problems.add(record.place("level"), claimed)
        elif self._is_first(record, code, indicator.id, "indicator"):
            answer = Answer(indicator.id, record.text("answer"), claimed)
            self.answers.setdefault(code, []).append(answer)

    def _is_first(self, record: Record, code: str, item: str, column: str) -> bool:
        """Whether no earlier line says this of the region; keeps the problem when one does."""
        if not code:
            return False
        line = self._lines.setdefault((code, f"{column} {item.casefold()}"), record.row.line)
        if line == record.row.line:
            return True
        what = message(
            "{region} says this in line {line} already: {item}. Keep one of the two lines.",
            region=code,
            line=line,
            item=item,
        )
        self.problems.add(record.place(column), offering(what, [MAY_LEAVE_OUT]))
        return False
