"""Agreement, severity and stability as tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.figures import decimal_figure
from smartcity_desktop.reports.layout.cells import Align, Column, Row
from smartcity_desktop.reports.layout.ink import (
    CELL_BOLD,
    GROUP_FILL,
    HEAD,
    HEAD_FILL,
    MM,
    SMALL,
    SMALL_BLACK,
    SMALL_BOLD,
)
from smartcity_desktop.reports.layout.table import RuledTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.judging import JudgeEffect, Judging, RankBand, UnitAgreement
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.layout.cells import Cell
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord

PLACES = 3
GOOD, FAIR = Fraction("0.8"), Fraction("0.667")
NONE = "—"
CODE, RANK, FIGURE, BAND, VERDICT = 15 * MM, 16 * MM, 20 * MM, 31 * MM, 34 * MM


class JudgingTables:
    """Sets the tables of one declaration at one width."""

    def __init__(self, record: DeclaredRecord, judging: Judging, naming: Naming, width: float
                 ) -> None:  # fmt: skip
        """Take the statistics and the width."""
        self._record = record
        self._judging = judging
        self._naming = naming
        self._words = naming.words
        self._width = width

    def overall(self) -> RuledTable:
        """Return the measures of the whole."""
        judging = self._judging
        w, icc = judging.concordance, judging.intraclass
        no_design = message("Not applicable: not every judge scored every ranked region.")
        chi = no_design
        if w:
            chi = message("Chi-square {chi} with {freedom} degrees of freedom.",
                          chi=self._figure(w.chi_square, 2), freedom=w.freedom)  # fmt: skip
        rows = [
            (message("Krippendorff's alpha of the judges' totals"), judging.total.alpha,
             self._verdict(judging.total)),
            (message("Kendall's W of the judges' orders"), w.w if w else None, chi),
            (message("ICC(2,1), one judge"), icc.single if icc else None,
             message("How much of the spread of one judge's totals is the regions' own.")
             if icc else no_design),
            (message("ICC(2,k), mean of the judges"), icc.mean if icc else None,
             message("The same for the mean of all judges.") if icc else no_design),
        ]  # fmt: skip
        columns = (Column(self._width * 0.38), Column(FIGURE, Align.RIGHT),
                   Column(self._width * 0.62 - FIGURE))  # fmt: skip
        cells: list[tuple[Cell, ...]] = [
            (self._words.say(name), ((self._figure(value), CELL_BOLD),), self._words.say(text))
            for name, value, text in rows
        ]
        heads = (message("Measure"), message("Value"), message("What it says"))
        return self._table(columns, heads, [Row(row, SMALL_BLACK) for row in cells])

    def by_part(self) -> RuledTable:
        """Return the agreement on every dimension and indicator; one line where there is none."""
        judging, words = self._judging, self._words
        units = (*judging.dimensions, *judging.indicators)
        if all(unit.alpha is None for unit in units):
            none = message(
                "No region has scores of several judges on any indicator, so there is "
                "nothing to compare."
            )
            if any(unit.regions for unit in units):
                none = message(
                    "On every indicator with scores of several judges they gave the "
                    "same values, so nothing differs."
                )
            said = Row((words.say(none),), SMALL_BLACK)
            return self._table((Column(self._width),), (message("What it says"),), [said])
        indicators = {unit.id: unit for unit in judging.indicators}
        rows: list[Row] = []
        for dimension, unit in zip(self._record.instrument.dimensions, judging.dimensions,
                                   strict=True):  # fmt: skip
            rows.append(Row(self._part(dimension.id, words.local(dimension.name), unit),
                            SMALL_BOLD, GROUP_FILL, tied_to_next=True, pad=1.4))  # fmt: skip
            rows += [
                Row(self._part(i.id, words.local(i.name), indicators[i.id]), SMALL_BLACK, pad=1.4)
                for i in dimension.all_indicators()
            ]
        name = self._width - CODE - 2 * FIGURE - VERDICT
        columns = (Column(CODE), Column(name), Column(FIGURE, Align.RIGHT),
                   Column(FIGURE, Align.RIGHT), Column(VERDICT))  # fmt: skip
        heads = (message("No."), message("Dimension, indicator"), message("Regions"),
                 message("Alpha"), message("Convention"))  # fmt: skip
        return self._table(columns, heads, rows)

    def _part(self, name: str, title: str, unit: UnitAgreement) -> tuple[Cell, ...]:
        return (self._words.name(name), title, str(unit.regions), self._figure(unit.alpha),
                self._words.say(self._verdict(unit)))  # fmt: skip

    def judges(self) -> RuledTable:
        """Return how strict every judge is against the colleagues; of an anonymous set the ends."""
        if self._record.veil:
            return self._ends()
        groups = {effect.group for effect in self._judging.judges}
        name = self._width - 4 * FIGURE - (FIGURE if len(groups) > 1 else 0)
        columns = [Column(name), *(Column(FIGURE, Align.RIGHT) for _ in range(4))]
        heads = [message("Judge"), message("Regions"), message("Mean"), message("Severity"),
                 message("Remaining difference")]  # fmt: skip
        if len(groups) > 1:
            columns.append(Column(FIGURE, Align.CENTRE))
            heads.append(message("Group"))
        rows = [Row(self._judge(effect, grouped=len(groups) > 1), SMALL_BLACK)
                for effect in self._judging.judges]  # fmt: skip
        return self._table(columns, heads, rows)

    def _ends(self) -> RuledTable:
        """Return the strictest and the mildest: figures of every judge would lead to letters."""
        words = self._words
        names = [message("Strictest judge"), message("Mildest judge")]
        rows = [Row((words.say(name), ((self._severity(effect), CELL_BOLD),)), SMALL_BLACK)
                for name, effect in zip(names, self._judging.judges, strict=False)]  # fmt: skip
        columns = (Column(self._width - FIGURE), Column(FIGURE, Align.RIGHT))
        return self._table(columns, (message("Judges, not named"), message("Severity")), rows)

    def _severity(self, effect: JudgeEffect) -> str:
        shown = self._figure(effect.effect)
        if effect.effect is not None and effect.effect > 0:
            shown = f"+{shown}"
        return shown.replace("-", "\N{MINUS SIGN}")

    def _judge(self, effect: JudgeEffect, *, grouped: bool) -> tuple[Cell, ...]:
        cells: list[Cell] = [
            self._naming.judge(effect.judge), str(effect.count), self._figure(effect.mean),
            ((self._severity(effect), CELL_BOLD),), self._figure(effect.rest),
        ]  # fmt: skip
        return (*cells, str(effect.group)) if grouped else tuple(cells)

    def stability(self) -> RuledTable:
        """Return every ranked region with the bands of its rank."""
        by_judges, by_weights = dict(self._judging.by_judges), dict(self._judging.by_weights)
        columns = (
            Column(RANK, Align.CENTRE), Column(CODE),
            Column(self._width - RANK - CODE - FIGURE - 2 * BAND), Column(FIGURE, Align.RIGHT),
            Column(BAND, Align.CENTRE), Column(BAND, Align.CENTRE),
        )  # fmt: skip
        heads = (message("Rank"), message("Code"), message("Region"), message("Final value"),
                 message("Other juries: ranks, selected"),
                 message("Other weights: ranks, selected"))  # fmt: skip
        rows = [
            Row((
                str(region.rank), self._words.name(region.code),
                self._naming.region_name(region.code), self._words.figure(region.printed),
                self._band(by_judges.get(region.code)), self._band(by_weights.get(region.code)),
            ), SMALL_BLACK, pad=1.4)
            for region in self._record.results.ranked
        ]  # fmt: skip
        return self._table(columns, heads, rows)

    def _band(self, band: RankBand | None) -> Cell:
        if band is None:
            return NONE
        ranks = f"{band.best}\u2013{band.worst}" if band.best != band.worst else str(band.best)
        if band.kept is None:
            return ranks
        return f"{ranks}   {self._figure(band.kept * 100, 0)}%"

    def _verdict(self, unit: UnitAgreement) -> Message:
        if not unit.regions:
            return message("no scores to compare")
        if unit.alpha is None:
            return message("nothing differs")
        if unit.alpha >= GOOD:
            return message("good")
        return message("tentative") if unit.alpha >= FAIR else message("low")

    def _figure(self, value: Fraction | None, places: int = PLACES) -> str:
        if value is None:
            return NONE
        figure = self._words.figure(decimal_figure(value, places))
        return figure.replace("-", "\N{MINUS SIGN}")

    def _table(
        self, columns: Sequence[Column], heads: Sequence[Message], rows: Sequence[Row]
    ) -> RuledTable:
        head = Row(tuple(self._words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9, middle=True)
        return RuledTable(columns, [head], rows or [Row(("—",), SMALL)])
