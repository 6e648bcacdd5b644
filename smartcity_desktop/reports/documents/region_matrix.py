"""Every judge's value for every indicator of one region, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.calculation import calculate
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.results import Unit
from smartcity_desktop.domain.rules import CombineAt, WeightKind
from smartcity_desktop.reports.archive.fonts import BOLD, REGULAR
from smartcity_desktop.reports.figures import exact_figure
from smartcity_desktop.reports.layout.cells import PAD_X, Align, Column, Row
from smartcity_desktop.reports.layout.ink import GROUP_FILL, HEAD_FILL, MM, Ink
from smartcity_desktop.reports.layout.table import RuledTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument
    from smartcity_desktop.reports.documents.region_facts import RegionFacts
    from smartcity_desktop.reports.layout.cells import Cell
    from smartcity_desktop.reports.words import Words

PLAIN, STRONG = Ink(REGULAR, 7.5, 9.2), Ink(BOLD, 7.5, 9.2)
PAD = 1.5
WEIGHT, COMBINED, PRODUCT = 17 * MM, 17.5 * MM, 17.5 * MM
NARROWEST_NAME = 38 * MM
NONE = "—"

Labels = dict[str, tuple[str, str, str]]
"""Number, name and weight by the id of a dimension or an indicator."""


class RegionMatrix:
    """Builds the tables of one region; at most so many judges stand in one of them."""

    def __init__(
        self, instrument: Instrument, facts: RegionFacts, words: Words, labels: Labels
    ) -> None:
        """Take the instrument, the region, and what stands before every region's values."""
        self._instrument = instrument
        self._labels = labels
        self._facts = facts
        self._words = words
        self._judges = facts.judges()
        detail = facts.detail
        at = instrument.rules.combine_at
        by_id = {unit.id: unit for unit in (*detail.units, *detail.shown)}
        self._by_indicator = at is CombineAt.INDICATOR
        self._units = self._raw_units() if not self._by_indicator else by_id
        self._sums = {} if self._by_indicator else by_id
        values = [by_id[i.id].value if self._by_indicator else None
                  for i in instrument.indicators()]  # fmt: skip
        self.calculation = calculate(instrument, values)
        self._values = {unit.id: dict(unit.judges) for unit in self._units.values()}
        self._shown = {
            unit.id: self._cells(unit) for unit in (*by_id.values(), *self._units.values())
        }
        self._judge_width = self._width_of_judges()
        self._number_width = self._width_of_numbers()

    def tables(self, width: float) -> list[RuledTable]:
        """Return one table, or several where there are more judges than fit beside names."""
        judge = self._judge_width
        fixed = self._number_width + WEIGHT + COMBINED
        fixed += PRODUCT if self._by_indicator else 0
        if int((width - fixed - NARROWEST_NAME) / judge) >= len(self._judges):
            return [self._table(width, self._judges, whole=True)]
        fitting = max(int((width - self._number_width) / judge), 1)
        blocks = [self._judges[n : n + fitting] for n in range(0, len(self._judges), fitting)]
        return [self._table(width, (), whole=True),
                *(self._table(width, block, whole=False) for block in blocks)]  # fmt: skip

    def value(self, judge: str, indicator: Indicator) -> Fraction | None:
        """Return one judge's value; None for an abstention."""
        return self._values[indicator.id].get(judge)

    def _raw_units(self) -> dict[str, Unit]:
        """Return the judges' values as they were given, where they are combined later on."""
        found = {}
        for at, indicator in enumerate(self._instrument.indicators()):
            given = [(sheet.judge, sheet.values[at]) for sheet in self._facts.scored]
            judges = tuple((j, indicator.scale.exact(v)) for j, v in given if v is not None)
            found[indicator.id] = Unit(indicator.id, None, judges)
        return found

    def _table(self, width: float, judges: Sequence[str], *, whole: bool) -> RuledTable:
        columns = [Column(self._number_width)]
        if whole:
            fixed = sum(c.width for c in columns) + WEIGHT + COMBINED
            fixed += PRODUCT if self._by_indicator else 0
            name = width - fixed - len(judges) * self._judge_width
            columns += [Column(name), Column(WEIGHT, Align.RIGHT)]
        columns += [Column(self._judge_width, Align.CENTRE) for _ in judges]
        if whole:
            columns.append(Column(COMBINED, Align.RIGHT))
            columns += [Column(PRODUCT, Align.RIGHT)] if self._by_indicator else []
        rows: list[Row] = []
        for part in self.calculation.parts:
            dimension = part.dimension
            rows.append(self._dimension_row(dimension, part.sum, judges, whole=whole))
            rows += [self._line(line.indicator, line.product, judges, whole=whole)
                     for line in part.lines]  # fmt: skip
        return RuledTable(
            columns, [self._head(judges, whole=whole)], [*rows, *self._total(judges, whole=whole)]
        )

    def _head(self, judges: Sequence[str], *, whole: bool) -> Row:
        say = self._words.say
        numbers = [self._facts.mark(judge) for judge in judges]
        cells = [say(message("No."))]
        if whole:
            percent = self._instrument.rules.weights is WeightKind.PERCENT
            weight = message("Weight (%)") if percent else message("Weight")
            cells += [say(message("Dimension, indicator")), say(weight)]
        cells += numbers
        if whole:
            cells.append(say(message("Combined")))
            if self._by_indicator:
                cells.append(say(message("Combined \u00d7 weight")))
        return Row(tuple(cells), STRONG, HEAD_FILL, 0.9, middle=True)

    def _dimension_row(
        self, dimension: Dimension, added: Fraction | None, judges: Sequence[str], *, whole: bool
    ) -> Row:
        unit = self._sums.get(dimension.id)
        number, name, weight = self._labels[dimension.id]
        cells: list[Cell] = [number, name, weight] if whole else [number]
        cells += [self._shown[unit.id][judge] if unit else "" for judge in judges]
        if whole:
            cells.append(self._figure(unit.value) if unit else "")
            if self._by_indicator:
                cells.append(self._figure(added))
        return Row(tuple(cells), STRONG, GROUP_FILL, tied_to_next=True, pad=PAD)

    def _line(
        self, indicator: Indicator, product: Fraction | None, judges: Sequence[str], *, whole: bool
    ) -> Row:
        unit = self._units[indicator.id]
        number, name, weight = self._labels[indicator.id]
        cells: list[Cell] = [number, name, weight] if whole else [number]
        shown = self._shown[unit.id]
        cells += [shown[judge] for judge in judges]
        if whole:
            cells.append(self._figure(unit.value) if self._by_indicator else "")
            if self._by_indicator:
                cells.append(self._figure(product))
        return Row(tuple(cells), PLAIN, pad=PAD)

    def _total(self, judges: Sequence[str], *, whole: bool) -> list[Row]:
        """Return the line of the judges' totals, where those are what is combined."""
        if self._instrument.rules.combine_at is not CombineAt.TOTAL:
            return []
        (unit,) = self._facts.detail.units
        cells: list[Cell] = [""]
        if whole:
            cells += [self._words.say(message("Each judge's total")), ""]
        cells += [self._shown[unit.id][judge] for judge in judges]
        if whole:
            cells.append(self._figure(unit.value))
        return [Row(tuple(cells), STRONG, HEAD_FILL, pad=PAD)]

    def _cells(self, unit: Unit) -> dict[str, str]:
        """Return what stands in the columns of the judges, by judge."""
        found = dict.fromkeys(self._judges, NONE)
        for judge, value in unit.judges:
            shown = self._figure(value)
            found[judge] = f"({shown})" if judge in unit.dropped else shown
        return found

    def _figure(self, value: Fraction | None) -> str:
        return NONE if value is None else self._words.exact(value)

    def _width_of_numbers(self) -> float:
        ids = [self._words.name(i.id) for i in self._instrument.indicators()]
        return (
            max(STRONG.width(one) for one in (*ids, self._words.say(message("No."))))
            + 2 * PAD_X
            + 2
        )

    def _width_of_judges(self) -> float:
        """Return the width of a column in which no figure of any judge is broken."""
        shown = {str(len(self._judges))}
        shown.update(*(cells.values() for cells in self._shown.values()))
        return max(STRONG.width(one) for one in shown) + 2 * PAD_X + 3


def labels_of(instrument: Instrument, words: Words) -> Labels:
    """Return what stands before the values of every dimension and indicator of any region."""
    found = {}
    for dimension in instrument.dimensions:
        found[dimension.id] = words.name(dimension.id), words.local(dimension.name), ""
        for indicator in dimension.all_indicators():
            weight = words.figure(weight_figure(instrument, dimension, indicator))
            found[indicator.id] = words.name(indicator.id), words.local(indicator.name), weight
    return found


def weight_figure(instrument: Instrument, dimension: Dimension, indicator: Indicator) -> str:
    """Return the weight by which an indicator enters its dimension, as a calculator takes it."""
    kind = instrument.rules.weights
    if kind is WeightKind.SHARE:
        return f"{exact_figure(indicator.weight)} : {exact_figure(dimension.weight)}"
    inner = instrument.weight_in_dimension(dimension, indicator)
    return exact_figure(inner * 100 if kind is WeightKind.PERCENT else inner)
