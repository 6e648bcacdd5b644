"""The ranking as a table: limits drawn, ties marked, decisions named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.figures import decimal_figure
from smartcity_desktop.reports.layout.cells import Align, Column, Row
from smartcity_desktop.reports.layout.ink import (
    CELL,
    CELL_BOLD,
    GROUP_FILL,
    HEAD,
    HEAD_FILL,
    MM,
    SMALL,
    SMALL_BOLD,
)
from smartcity_desktop.reports.layout.table import RuledTable

if TYPE_CHECKING:
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord

RANK, CODE, TOTAL, JUDGES, GRADE, REMARK = (w * MM for w in (15, 14, 19, 11, 25, 29))
NARROWEST_DIMENSION, WIDEST_DIMENSION = 12 * MM, 23 * MM
NARROWEST_REGION = 38 * MM
NAMES_FIT = 8
"""With more dimensions than this the head shows ids only, and a legend below names them."""

TIED = "="


class RankingTable:
    """Builds the table for one width of paper."""

    def __init__(self, record: DeclaredRecord, naming: Naming) -> None:
        """Take the record and the names."""
        self._record = record
        self._naming = naming
        self._words = naming.words
        self._rules = record.instrument.rules
        self._totals = _aligned([self._words.figure(r.printed) for r in record.results.ranked])

    def narrowest(self) -> float:
        """Return the least width that the table can be set in."""
        count = len(self._record.instrument.dimensions)
        return self._fixed() + NARROWEST_REGION + count * 17 * MM

    def flowable(self, width: float) -> RuledTable:
        """Return the table."""
        return RuledTable(self._columns(width), [self._head()], self._rows())

    def legend(self) -> list[str]:
        """Return what a reader needs to know beside the table."""
        words = self._words
        found: list[Message] = []
        if any(region.tied_with for region in self._record.results.ranked):
            found.append(message("{mark} beside a rank: the same rank is shared.", mark=TIED))
        found.append(message("Figures of dimensions are printed with {decimals} decimals.",
                             decimals=self._rules.decimals))  # fmt: skip
        lines = [words.say(one) for one in found]
        dimensions = self._record.instrument.dimensions
        if len(dimensions) > NAMES_FIT:
            names = "; ".join(f"{d.id} {words.local(d.name)}" for d in dimensions)
            lines.append(words.say(message("Dimensions: {names}.", names=names)))
        return lines

    def _fixed(self) -> float:
        return RANK + CODE + TOTAL + JUDGES + REMARK + (GRADE if self._rules.grades else 0)

    def _columns(self, width: float) -> list[Column]:
        count = max(len(self._record.instrument.dimensions), 1)
        room = width - self._fixed() - NARROWEST_REGION
        each = min(max(room * 0.62 / count, NARROWEST_DIMENSION), WIDEST_DIMENSION)
        region = width - self._fixed() - each * count
        columns = [Column(RANK, Align.CENTRE), Column(CODE), Column(region)]
        columns += [Column(each, Align.RIGHT)] * count
        columns += [Column(TOTAL, Align.RIGHT), Column(JUDGES, Align.CENTRE)]
        if self._rules.grades:
            columns.append(Column(GRADE))
        return [*columns, Column(REMARK)]

    def _head(self) -> Row:
        say = self._words.say
        dimensions = self._record.instrument.dimensions
        heads = [say(message("Rank")), say(message("Code")), say(message("Region"))]
        for dimension in dimensions:
            name = self._words.local(dimension.name)
            heads.append(f"{dimension.id}. {name}" if len(dimensions) <= NAMES_FIT
                         else dimension.id)  # fmt: skip
        heads += [say(message("Final value")), say(message("Judges"))]
        if self._rules.grades:
            heads.append(say(message("Grade")))
        return Row((*heads, say(message("Remark"))), HEAD, HEAD_FILL, 0.9, middle=True)

    def _rows(self) -> list[Row]:
        ranked = self._record.results.ranked
        last = {self._band(region): index for index, region in enumerate(ranked)}
        rows: list[Row] = []
        for index, region in enumerate(ranked):
            band = self._band(region)
            is_limit = bool(band) and last[band] == index
            rows.append(self._row(index, region, tied=is_limit))
            if is_limit:
                rows.append(self._limit(band))
        return rows

    def _row(self, index: int, region: RankedRegion, *, tied: bool) -> Row:
        naming, words = self._naming, self._words
        rank = f"{region.rank} {TIED}" if region.tied_with else str(region.rank)
        name = ((naming.region_name(region.code), CELL), (naming.province(region.code), SMALL))
        cells = [((rank, CELL_BOLD),), words.name(region.code), name if name[1][0] else name[:1]]
        for _, value in region.tally.dimensions:
            shown = "—" if value is None else decimal_figure(value, self._rules.decimals)
            cells.append(words.figure(shown))
        cells += [((self._totals[index], CELL_BOLD),), str(region.tally.judges)]
        if self._rules.grades:
            cells.append(words.local(region.grade) if region.grade else "—")
        return Row((*cells, self._remark(region)), tied_to_next=tied)

    def _remark(self, region: RankedRegion) -> tuple[tuple[str, object], ...]:
        runs = [(self._band(region) or "—", CELL)]
        numbers = [str(d.number) for d in place_decisions(self._record)
                   if region.decided and concerns(d, region.code)]  # fmt: skip
        if numbers:
            runs.append((self._words.say(message("decision {numbers}",
                                                 numbers=", ".join(numbers))), SMALL))  # fmt: skip
        return tuple(runs)

    def _limit(self, band: str) -> Row:
        taken = sum(self._band(r) == band for r in self._record.results.ranked)
        text = self._words.say(message("Limit of {band}: {count} regions", band=band, count=taken))
        return Row((text,), SMALL_BOLD, GROUP_FILL, 1.1)

    def _band(self, region: RankedRegion) -> str:
        return self._words.local(region.selection) if region.selection else ""


def place_decisions(record: DeclaredRecord) -> list[Decision]:
    """Return the decisions that a place in the ranking may rest on."""
    kinds = (DecisionKind.TIE, DecisionKind.SELECT, DecisionKind.LEAVE)
    return [d for d in record.decisions if d.kind in kinds]


def concerns(decision: Decision, code: str) -> bool:
    """Whether a decision on places is about this region."""
    codes = decision.subject if decision.kind is DecisionKind.TIE else decision.subject[:1]
    return code in codes


def _aligned(figures: list[str]) -> list[str]:
    """Pad figures so that their decimal signs stand below each other when set flush right.

    A blank is half as wide as a figure in the document's font, and as wide as the sign.
    """
    parts = [max(len(f) - 1 - f.rfind(s), 0) if s in f else -1
             for f in figures for s in [_sign(f)]]  # fmt: skip
    longest = max(parts, default=0)
    return [f + "  " * (longest - max(p, 0)) + (" " if p < 0 <= longest else "")
            for f, p in zip(figures, parts, strict=True)]  # fmt: skip


def _sign(figure: str) -> str:
    return "," if "," in figure else "."
